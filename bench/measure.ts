import { randomUUID } from 'node:crypto'
import autocannon from 'autocannon'
import { sharesOf } from './sharesOf.ts'

export interface Asked {
  readonly method: 'GET' | 'POST'
  /** One after the other, round and round. */
  readonly paths: readonly string[]
  readonly body?: unknown
  readonly headers: Readonly<Record<string, string>>
}

export interface Figures {
  readonly requestsPerSecond: number
  /** Milliseconds. */
  readonly p50: number
  readonly p95: number
  readonly p99: number
  /** Of one reply's body and head, on the wire. */
  readonly bytes: number
  /** Replies other than 2xx, broken connections and time-outs; anything above 0 makes the other figures worthless. */
  readonly failed: number
}

/** Asks a server as fast as so many connections can, for so many seconds. */
export const measure = async (port: number, asked: Asked, connections: number, seconds: number): Promise<Figures> => {
  let turn = 0
  const next = (): string => asked.paths[turn++ % asked.paths.length] ?? '/'
  const times: number[] = []
  let [bytes, replies] = [0, 0]
  const options: autocannon.Options = {
    url: `http://127.0.0.1:${port}`,
    connections,
    duration: seconds,
    headers: { host: `localhost:${port}`, ...asked.headers },
    requests: [
      asked.method === 'GET'
        ? { method: 'GET', path: next() }
        : {
            method: 'POST',
            body: JSON.stringify(asked.body),
            setupRequest: (request) => ({
              ...request,
              path: next(),
              headers: { ...request.headers, 'content-type': 'application/json', 'idempotency-key': randomUUID() },
            }),
          },
    ],
  }
  const result = await new Promise<autocannon.Result>((resolve, reject) => {
    const run = autocannon(options, (error: unknown, ended) => (error ? reject(error) : resolve(ended)))
    run.on('response', (_client, _status, size, time) => {
      times.push(time)
      bytes += size
      replies += 1
    })
  })
  const at = sharesOf(times, 2)
  return {
    requestsPerSecond: Math.round(replies / result.duration),
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    bytes: replies === 0 ? 0 : Math.round(bytes / replies),
    failed: result.non2xx + result.errors + result.timeouts,
  }
}
