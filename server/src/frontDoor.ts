import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { FastifyInstance } from 'fastify'
import type { Half } from '#contract/endpoint.ts'

interface Door {
  readonly half: Half
  readonly origin: string
  readonly app: FastifyInstance
}

const hostOf = (origin: string): string => new URL(origin).host

/** One listener for both halves: the host name picks the half, a bare loopback address is sent to the community's name, anything else is refused. */
export const openFrontDoor = async (doors: readonly Door[]): Promise<Server> => {
  await Promise.all(doors.map(({ app }) => app.ready()))
  const byHost = new Map(doors.map((door) => [hostOf(door.origin), door.app]))
  const home = doors.find(({ half }) => half === 'community') ?? doors[0]
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    const host = (request.headers.host ?? '').toLowerCase()
    const app = byHost.get(host)
    if (app) return app.routing(request, response)
    if (home && /^(127\.0\.0\.1|\[::1\])(:\d+)?$/.test(host) && request.method === 'GET') {
      response.writeHead(308, { location: `${home.origin}${request.url ?? '/'}`, 'content-length': 0 })
      return response.end()
    }
    const body = JSON.stringify({
      type: 'about:blank#request.wrong-host',
      title: 'This server does not answer under this host name.',
      detail: 'This server does not answer under this host name.',
      status: 421,
      code: 'request.wrong-host',
      params: {},
      requestId: crypto.randomUUID(),
    })
    response.writeHead(421, { 'content-type': 'application/problem+json; charset=utf-8', 'content-length': Buffer.byteLength(body) })
    return response.end(body)
  })
  // All four are off or very long by default; a slow client must not hold a connection for ever.
  server.headersTimeout = 15_000
  server.requestTimeout = 60_000
  server.keepAliveTimeout = 10_000
  server.timeout = 75_000
  return server
}
