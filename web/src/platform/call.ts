import type { AnyEndpoint, BodyOf, ParamsOf, QueryOf, ReplyOf } from '#contract/endpoint.ts'
import type { Problem } from '#contract/problem.ts'
import { takePageData } from './pageData.ts'

/** The server said no, and why. */
export class Refused extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.title)
    this.problem = problem
  }
  get code(): string {
    return this.problem.code
  }
}

/** Nothing came back: there is no network, or no server at its end. */
export class Offline extends Error {}

export const isOffline = (error: unknown): error is Offline => error instanceof Offline

/** The problem document behind an error; null when the error is no refusal. */
export const problemOf = (error: unknown): Problem | null => (error instanceof Refused ? error.problem : null)

export interface Asked<E extends AnyEndpoint = AnyEndpoint> {
  readonly params?: ParamsOf<E>
  readonly query?: QueryOf<E>
  /** JSON, or a form with a file or bytes where the endpoint takes such. */
  readonly body?: BodyOf<E> | FormData | Blob
  /** UUID v4, made when the form was opened: the same key is carried out once. */
  readonly key?: string
  readonly signal?: AbortSignal
}

/** Keeps a promise of the server: asks for it and returns its reply, or throws `Refused` or `Offline`. */
export const call = async <E extends AnyEndpoint>(endpoint: E, asked: Asked<E> = {}): Promise<ReplyOf<E>> => {
  const came = endpoint.method === 'GET' ? takePageData(endpoint, asked) : undefined
  if (came !== undefined) return came as ReplyOf<E>
  const response = await fetch(addressOf(endpoint, asked), {
    method: endpoint.method,
    headers: headersOf(endpoint, asked),
    ...(asked.body !== undefined && { body: isSentAsItIs(asked.body) ? asked.body : JSON.stringify(asked.body) }),
    ...(asked.signal && { signal: asked.signal }),
  }).catch((error: unknown) => {
    throw isAborted(error) ? error : new Offline()
  })
  if (!response.ok) throw new Refused(await problemIn(response))
  if (response.status === 204) return undefined as ReplyOf<E>
  return response.json().catch((error: unknown) => {
    throw isAborted(error) ? error : new Offline()
  })
}

const isSentAsItIs = (body: unknown): body is FormData | Blob => body instanceof FormData || body instanceof Blob

const isAborted = (error: unknown): boolean => error instanceof DOMException && error.name === 'AbortError'

/** Path and query of a call. */
export const addressOf = ({ path }: Pick<AnyEndpoint, 'path'>, { params = {}, query = {} }: Pick<Asked, 'params' | 'query'>): string => {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String((params as Record<string, unknown>)[name])))
  const given = Object.entries(query as Record<string, unknown>).filter(([, value]) => value !== undefined && value !== null)
  const search = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString()
  return search === '' ? filled : `${filled}?${search}`
}

/** The headers of a call. A POST without a key of its own is meant once, as it is sent now. */
export const headersOf = ({ method }: AnyEndpoint, { body, key }: Asked): Record<string, string> => ({
  accept: 'application/json, application/problem+json',
  'accept-language': document.documentElement.lang,
  ...(body !== undefined &&
    !(body instanceof FormData) && { 'content-type': body instanceof Blob ? 'application/octet-stream' : 'application/json' }),
  ...(method === 'POST' && { 'idempotency-key': key ?? crypto.randomUUID() }),
})

/** The problem document of a response; a proxy's page or nothing at all counts as a failed server. */
const problemIn = async (response: Response): Promise<Problem> => {
  const isProblem = response.headers.get('content-type')?.startsWith('application/problem+json')
  const problem: unknown = isProblem ? await response.json().catch(() => null) : null
  return (problem as Problem | null) ?? failed(response.status)
}

/** What a reply that is no problem document counts as. */
export const failed = (status: number): Problem => ({
  type: 'about:blank#server.failed',
  title: 'The server failed.',
  detail: 'The server failed.',
  status,
  code: 'server.failed',
  params: {},
  requestId: '',
})
