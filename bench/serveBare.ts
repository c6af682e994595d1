// The limit to measure against, as a process of its own: Node's http server, one prepared statement per request, no session, no checks.
import { createServer, type IncomingMessage } from 'node:http'
import pg from 'pg'
import { readGiven, type Statement, tellReady } from './served.ts'

const { url, port, poolSize, statements } = readGiven()
const pool = new pg.Pool({ connectionString: url, max: poolSize })

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  let body = ''
  for await (const chunk of request.setEncoding('utf8')) body += chunk
  return body
}

const answer = async ({ method, path, text, values }: Statement, request: IncomingMessage): Promise<string> => {
  const asked = method === 'POST' ? [request.url?.split('/')[4], await bodyOf(request), request.headers['idempotency-key'], new Date()] : []
  const { rows } = await pool.query<{ json: string }>({ name: path, text, values: [...values, ...asked] })
  return rows.map(({ json }) => json).join(',')
}

createServer((request, response) => {
  const statement = statements.find(({ method, path }) => method === request.method && request.url?.startsWith(path))
  if (!statement) return response.writeHead(404).end()
  answer(statement, request).then(
    (json) => {
      const body = Buffer.from(json)
      response.writeHead(statement.method === 'POST' ? 201 : 200, { 'content-type': 'application/json', 'content-length': body.length })
      response.end(body)
    },
    (error: unknown) => {
      console.error(error)
      response.writeHead(500).end()
    },
  )
}).listen(port, '127.0.0.1', tellReady)
