import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { AnyEndpoint, BodyOf, ParamsOf, QueryOf, ReplyOf } from '#contract/endpoint.ts'
import { type Language, wordsFor } from '#contract/shapes.ts'
import { type Caller, whyNotCall } from '../access.ts'
import { EventStream, type Line, openLine } from './eventStream.ts'
import { Refusal, refuseIf } from './refuse.ts'

/** A reply the database has already written as JSON: sent as it is, without being parsed and written again. */
export class JsonText {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

/** A reply that is not JSON: bytes and their headers. */
export class Bytes {
  readonly body: Buffer | NodeJS.ReadableStream
  readonly headers: Readonly<Record<string, string>>
  readonly status: number
  constructor(body: Buffer | NodeJS.ReadableStream, headers: Readonly<Record<string, string>>, status = 200) {
    this.body = body
    this.headers = headers
    this.status = status
  }
}

/** One call of an endpoint, checked: what was asked, by whom, in which language. */
export interface Call<E extends AnyEndpoint, C extends Caller = Caller> {
  readonly caller: C
  readonly params: ParamsOf<E>
  readonly query: QueryOf<E>
  readonly body: BodyOf<E>
  /** The reader's language: the member's, else what the browser prefers. */
  readonly language: Language
  /** The client-made key of a write (uuid v4). */
  readonly key: string
  readonly request: FastifyRequest
  readonly reply: FastifyReply
}

type CallerOf<E extends AnyEndpoint> = E['who'] extends 'member' | 'member-or-lapsed' | 'moderator'
  ? Extract<Caller, { kind: 'member' }>
  : E['who'] extends 'registrant'
    ? Extract<Caller, { kind: 'registrant' }>
    : E['who'] extends 'verifier' | 'lead' | 'operator'
      ? Extract<Caller, { kind: 'staff' }>
      : Caller

/** A promise and the function that keeps it. */
export interface Route {
  readonly name: string
  readonly endpoint: AnyEndpoint
  readonly handle: (call: Call<AnyEndpoint>) => Promise<unknown>
}

/** What the function may answer: nothing where nothing is promised. */
type AnswerOf<E extends AnyEndpoint> = ReplyOf<E> extends undefined ? unknown : ReplyOf<E> | JsonText | Bytes

/** Binds a promise to the function that keeps it; a wrong reply does not compile. */
export const on = <const N extends string, E extends AnyEndpoint>(
  name: N,
  endpoint: E,
  handle: (call: Call<E, CallerOf<E>>) => Promise<AnswerOf<E>>,
): Route => ({ name, endpoint, handle: handle as unknown as Route['handle'] })

const uuidV4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
const languageHeader = (request: FastifyRequest): Language => (/^\s*es\b/i.test(request.headers['accept-language'] ?? '') ? 'es' : 'en')

export interface Binding {
  /** Who calls, by the cookies of the request. */
  readonly callerOf: (request: FastifyRequest, reply: FastifyReply) => Promise<Caller>
  /** True while the disk is nearly full: only reading is possible. */
  readonly readOnly: () => boolean
  readonly defaultLimit: number
}

/** Gives Fastify every promise of a half: validation, rights, repeats, status and reply from the one schema. */
export const bind = (app: FastifyInstance, routes: readonly Route[], { callerOf, readOnly, defaultLimit }: Binding): void => {
  const lines = new Set<Line>()
  // A server that closes waits for its connections; whoever only listens is sent away, each to come back at a moment of its own.
  app.addHook('preClose', async () => {
    for (const [index, line] of [...lines].entries()) line.end(1_000 + (index % 40) * 100)
  })
  for (const { name, endpoint, handle } of routes) {
    app.route({
      method: endpoint.method,
      url: endpoint.path.replace(/\{(\w+)\}/g, ':$1'),
      schema: {
        operationId: name,
        ...(endpoint.params ? { params: endpoint.params } : {}),
        ...(endpoint.query ? { querystring: endpoint.query } : {}),
        ...(endpoint.body && !endpoint.upload ? { body: endpoint.body } : {}),
        ...(endpoint.reply ? { response: { [endpoint.status]: endpoint.reply } } : {}),
      },
      // What a bad line takes long to bring is waited for.
      ...(endpoint.upload || endpoint.bytes ? { handlerTimeout: 60_000 } : {}),
      config: {
        rateLimit: { max: endpoint.limit ?? defaultLimit, timeWindow: 60_000 },
        errors: endpoint.errors,
        takesBytes: endpoint.bytes !== undefined,
      },
      // Rights come before the shape of what is asked: somebody who may not call learns nothing about the body.
      preValidation: async (request, reply) => {
        const caller = await callerOf(request, reply)
        request.caller = caller
        refuseIf(whyNotCall(endpoint.who, caller))
        if (endpoint.method === 'GET') return
        if (readOnly()) refuseIf('server.read-only')
        if (endpoint.method === 'POST' && endpoint.who !== 'anyone' && !uuidV4.test(String(request.headers['idempotency-key'] ?? '')))
          refuseIf('request.key-missing')
      },
      handler: async (request, reply) => {
        const caller = request.caller
        const answer = await handle({
          caller,
          params: request.params as never,
          query: request.query as never,
          body: request.body as never,
          language: caller.kind === 'nobody' ? languageHeader(request) : wordsFor[caller.language],
          key: String(request.headers['idempotency-key'] ?? ''),
          request,
          reply,
        })
        if (answer instanceof EventStream) return openLine(reply, answer, lines)
        if (answer instanceof Bytes) return reply.code(answer.status).headers(answer.headers).send(answer.body)
        reply.code(endpoint.status)
        if (endpoint.status === 204) return reply.send()
        if (answer instanceof JsonText)
          return reply.header('content-type', 'application/json; charset=utf-8').send(Buffer.from(answer.text))
        return answer
      },
    })
  }
}

declare module 'fastify' {
  interface FastifyRequest {
    caller: Caller
  }
  interface FastifyContextConfig {
    errors?: readonly string[]
    takesBytes?: boolean
  }
}

/** What a thrown thing is to the caller: an expected refusal, a request of the wrong shape, or a fault of ours. */
export const refusalOf = (error: unknown): Refusal | null => {
  if (error instanceof Refusal) return error
  const known = error as {
    code?: string
    statusCode?: number
    validation?: readonly { instancePath: string; message?: string }[]
    validationContext?: string
  }
  if (known.validation)
    return new Refusal(
      'request.invalid',
      {},
      {
        fields: known.validation.map(({ instancePath, message }) => ({
          path: `${known.validationContext ?? ''}${instancePath}`,
          reason: message ?? '',
        })),
      },
    )
  if (known.statusCode === 429) return new Refusal('request.too-many', { seconds: 60 })
  if (known.statusCode === 413) return new Refusal('request.too-large')
  if (known.statusCode !== undefined && known.statusCode >= 400 && known.statusCode < 500) return new Refusal('request.invalid')
  return null
}
