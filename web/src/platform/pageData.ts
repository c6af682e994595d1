import type { AnyEndpoint } from '#contract/endpoint.ts'

// What a page needs first comes with the page, so that it is drawn without asking: the replies of its calls,
// by name and what was asked (`showCase:0190…`, `listCases:for-you`). The build gives every promise its name.

interface Named {
  readonly name?: string
}

/** What a call was asked with. */
interface Question {
  readonly params?: unknown
  readonly query?: unknown
}

let came: Record<string, unknown> | null = null

const read = (): Record<string, unknown> => {
  came ??= JSON.parse(document.getElementById('page-data')?.textContent || '{}') as Record<string, unknown>
  return came
}

/** What a call is filed under. */
export const pageDataKey = (name: string, { params, query }: Question): string =>
  [name, ...Object.values((params ?? {}) as object), ...Object.values((query ?? {}) as object)]
    .filter((part) => part !== undefined && part !== null)
    .join(':')

/** The reply that came with the page; only the first time it is asked for, because later it is old. */
export const takePageData = (endpoint: AnyEndpoint, asked: Question): unknown => {
  const { name } = endpoint as Named
  if (name === undefined) return undefined
  const all = read()
  const key = pageDataKey(name, asked)
  const reply = all[key]
  delete all[key]
  return reply
}

/** A reply that came with the page, left there for its call. */
export const peekPageData = <T>(key: string): T | undefined => read()[key] as T | undefined
