import type { AnyEndpoint, ParamsOf, QueryOf, ReplyOf } from '#contract/endpoint.ts'
import type { Problem } from '#contract/problem.ts'
import { addressOf, failed, headersOf, Offline, Refused } from './call.ts'

interface Sent<E extends AnyEndpoint> {
  readonly file: Blob
  readonly params?: ParamsOf<E>
  readonly query?: QueryOf<E>
  /** UUID v4, the same for every attempt: the same upload is taken in once. */
  readonly key: string
  /** How many bytes have gone out; in a form, those around the file too. */
  readonly onProgress: (sent: number) => void
  readonly signal: AbortSignal
}

/** How long an upload may stand still before the network counts as gone. */
export const stillFor = 45_000

/** Sends bytes, in a form where the endpoint takes one, telling how many have gone out; returns the reply, or throws `Refused`, `Offline` or an abort. `fetch` cannot tell. */
export const upload = <E extends AnyEndpoint>(
  endpoint: E,
  { file, params, query, key, onProgress, signal }: Sent<E>,
): Promise<ReplyOf<E>> =>
  new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason)
    const request = new XMLHttpRequest()
    request.open(endpoint.method, addressOf(endpoint, { ...(params !== undefined && { params }), ...(query !== undefined && { query }) }))
    const body = endpoint.upload ? new FormData() : file
    if (body instanceof FormData) body.set('file', file)
    for (const [name, value] of Object.entries(headersOf(endpoint, { body, key }))) request.setRequestHeader(name, value)
    request.responseType = 'json'
    let still = setTimeout(() => request.abort(), stillFor)
    const moving = () => {
      clearTimeout(still)
      still = setTimeout(() => request.abort(), stillFor)
    }
    request.upload.onprogress = ({ loaded }) => {
      moving()
      onProgress(loaded)
    }
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) resolve(request.response as ReplyOf<E>)
      else {
        const isProblem = request.getResponseHeader('content-type')?.startsWith('application/problem+json') && request.response !== null
        reject(new Refused(isProblem ? (request.response as Problem) : failed(request.status)))
      }
    }
    request.onerror = () => reject(new Offline())
    request.onabort = () => reject(signal.aborted ? signal.reason : new Offline())
    const stop = () => request.abort()
    request.onloadend = () => {
      clearTimeout(still)
      window.removeEventListener('offline', stop)
      signal.removeEventListener('abort', stop)
    }
    window.addEventListener('offline', stop)
    signal.addEventListener('abort', stop)
    request.send(body)
  })
