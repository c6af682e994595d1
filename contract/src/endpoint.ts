import type { Static, TSchema } from 'typebox'
import type { ErrorCode } from './errors.ts'

/** Who may call: anybody at all, somebody the registrar knows, a member of the community (for what is theirs even after their time), or a member of its staff. */
export type Who = 'anyone' | 'registrant' | 'verifier' | 'lead' | 'operator' | 'member' | 'member-or-lapsed' | 'moderator'

export type Half = 'community' | 'registrar'

/**
 * A promise of the server: one thing a person can do or see.
 * The name it is exported under is its operation id, on every floor of the house.
 */
export interface Endpoint<
  Params extends TSchema = TSchema,
  Query extends TSchema = TSchema,
  Body extends TSchema = TSchema,
  Reply extends TSchema = TSchema,
  Caller extends Who = Who,
> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Full path, `{name}` for parameters: `/api/community/cases/{caseId}`. */
  readonly path: string
  readonly who: Caller
  /** One sentence for the API page. */
  readonly summary: string
  readonly params?: Params
  readonly query?: Query
  readonly body?: Body
  /** Absent when the reply is not JSON (an image) or there is none (204). */
  readonly reply?: Reply
  readonly status: 200 | 201 | 202 | 204
  /** Expected refusals beyond those every endpoint shares (`request.*`, `session.*`). */
  readonly errors: readonly ErrorCode[]
  /** Requests per minute and caller; the binder's default when absent. */
  readonly limit?: number
  /** Multipart upload instead of a JSON body. */
  readonly upload?: true
  /** Bytes as they are (`application/octet-stream`) instead of a JSON body: at most so many. */
  readonly bytes?: number
  /** Media type of a reply that is not JSON. */
  readonly produces?: string
}

/** Writes a promise down with the types of its parts kept. */
export const endpoint = <
  Params extends TSchema = never,
  Query extends TSchema = never,
  Body extends TSchema = never,
  Reply extends TSchema = never,
  const Caller extends Who = Who,
>(
  promise: Endpoint<Params, Query, Body, Reply, Caller>,
): Endpoint<Params, Query, Body, Reply, Caller> => promise

type Part<S> = [S] extends [never] ? undefined : S extends TSchema ? Static<S> : undefined

// biome-ignore lint/suspicious/noExplicitAny: an endpoint of any shape
export type AnyEndpoint = Endpoint<any, any, any, any, any>
export type ParamsOf<E> = E extends Endpoint<infer P, infer _Q, infer _B, infer _R, infer _W> ? Part<P> : never
export type QueryOf<E> = E extends Endpoint<infer _P, infer Q, infer _B, infer _R, infer _W> ? Part<Q> : never
export type BodyOf<E> = E extends Endpoint<infer _P, infer _Q, infer B, infer _R, infer _W> ? Part<B> : never
export type ReplyOf<E> = E extends Endpoint<infer _P, infer _Q, infer _B, infer R, infer _W> ? Part<R> : never
