import { type ErrorCode, errors, type ParamsOfError } from '#contract/errors.ts'

/** A place in the request that is wrong; offsets where it is a part of a text. */
export interface WrongField {
  readonly path: string
  readonly reason: string
  readonly start?: number
  readonly end?: number
}

/** An expected "no": thrown by a command, answered as a problem document with this code. */
export class Refusal extends Error {
  readonly code: ErrorCode
  readonly status: number
  readonly params: Record<string, string | number>
  /** The state a stale write ran into. */
  readonly current: unknown
  readonly fields: readonly WrongField[] | undefined

  constructor(
    code: ErrorCode,
    params: Record<string, string | number> = {},
    more: { current?: unknown; fields?: readonly WrongField[] } = {},
  ) {
    super(code)
    this.name = 'Refusal'
    this.code = code
    this.status = errors[code]
    this.params = params
    this.current = more.current
    this.fields = more.fields
  }
}

/** Says no with a code from the contract, and what its sentence needs. */
export const refuse = <C extends ErrorCode>(code: C, ...[params]: ParamsOfError<C> extends undefined ? [] : [ParamsOfError<C>]): never => {
  throw new Refusal(code, params as Record<string, string | number> | undefined)
}

/** Says no when a rule gave a code. */
export const refuseIf = (code: ErrorCode | null): void => {
  if (code) throw new Refusal(code)
}
