import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import serveStatic from '@fastify/static'
import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import fastify, { type FastifyInstance, type FastifyRequest } from 'fastify'
import { limits as mediaLimits } from '#contract/community/media.ts'
import type { Half } from '#contract/endpoint.ts'
import { type Binding, bind, type Route, refusalOf } from './platform/bind.ts'
import type { Log } from './platform/log.ts'
import { sendProblem } from './platform/problems.ts'
import { Refusal } from './platform/refuse.ts'

export interface HalfApp {
  readonly half: Half
  readonly origin: string
  readonly routes: readonly Route[]
  readonly binding: Binding
  readonly log: Log
  /** Where the built web app lies; null serves the API alone. */
  readonly webFolder: string | null
  readonly trustProxy: boolean | number | string
  /** What a page needs first, so that it comes with the page: address -> { call: reply }. */
  readonly pageData: (request: FastifyRequest) => Promise<Record<string, unknown>>
  readonly plugins?: (app: FastifyInstance) => Promise<void>
}

const randomRequestId = (): string => crypto.randomUUID()

/** Builds the HTTP app of one half: its own cookies, rate limiter, log and pages. */
export const buildHalfApp = async ({
  half,
  origin,
  routes,
  binding,
  log,
  webFolder,
  trustProxy,
  pageData,
  plugins,
}: HalfApp): Promise<FastifyInstance> => {
  const secure = origin.startsWith('https:')
  const app = fastify({
    loggerInstance: log,
    logController: new fastify.LogController({ disableRequestLogging: true }),
    genReqId: randomRequestId,
    trustProxy: typeof trustProxy === 'number' ? (_address, hop) => hop < trustProxy : trustProxy,
    bodyLimit: 1_048_576,
    requestTimeout: 60_000,
    connectionTimeout: 75_000,
    handlerTimeout: 30_000,
    keepAliveTimeout: 10_000,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 300 },
  }) as unknown as FastifyInstance

  // Addresses carry only strings, so parameters are read as the type they should be; a body is taken as it stands.
  const options = { removeAdditional: false, useDefaults: true, strict: false } as const
  const fromAddress = addFormats.default(new Ajv({ ...options, coerceTypes: true }))
  const fromBody = addFormats.default(new Ajv(options))
  app.setValidatorCompiler(({ schema, httpPart }) => (httpPart === 'body' ? fromBody : fromAddress).compile(schema as object))

  app.decorateRequest('caller', null as never)
  app.addHook('onRequest', async (request) => {
    request.caller = { kind: 'nobody' }
  })
  app.setErrorHandler((error, request, reply) => {
    const refusal = refusalOf(error)
    if (refusal) return sendProblem(reply, request, refusal)
    log.error({ err: error, requestId: request.id, route: request.routeOptions?.url }, 'request failed')
    return sendProblem(reply, request, new Refusal('server.failed'))
  })

  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'blob:', 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        workerSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        ...(secure ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: secure ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
  })
  app.addHook('onSend', async (request, reply) => {
    reply.header('permissions-policy', 'camera=(self), microphone=(), geolocation=(), interest-cohort=()')
    if (request.url.startsWith('/api/') && !reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store')
  })
  await app.register(cookie)
  await app.register(rateLimit, {
    global: true,
    max: binding.defaultLimit,
    timeWindow: 60_000,
    // Files cost little and stay in the browser, and the doctors of a hospital all come from one address.
    allowList: ({ url }) => !url.startsWith('/api/'),
    // After the session is known: a member is counted as themselves wherever they are, everybody else by address. A cookie nobody gave is worth nothing.
    hook: 'preHandler',
    keyGenerator: ({ caller, ip }) => {
      if (caller.kind === 'member') return caller.accountId
      if (caller.kind === 'registrant') return caller.personId
      return caller.kind === 'staff' ? caller.staffId : ip
    },
  })
  await app.register(compress, { global: true, threshold: 1024, encodings: ['br', 'gzip'] })
  await app.register(multipart, { limits: { files: 1, fields: 4, fileSize: mediaLimits.megabytes * 1_000_000 } })

  // Bytes are read by whoever takes them, once it is known that their sender may.
  app.addContentTypeParser('application/octet-stream', (request, payload, done) => {
    done(null, request.routeOptions.config.takesBytes ? payload : undefined)
  })
  // A mail program that stops letters posts a form (RFC 8058, 3.2); nothing in it is read, and no endpoint takes a form for its body.
  app.addContentTypeParser('application/x-www-form-urlencoded', (_request, payload, done) => {
    payload.resume().on('end', () => done(null, undefined))
  })

  await plugins?.(app)
  bind(app, routes, binding)

  if (webFolder) {
    await app.register(serveStatic, {
      root: webFolder,
      prefix: '/',
      index: false,
      wildcard: true,
      allowedPath: (path) => !path.endsWith('.html') && !path.includes('/.'),
      setHeaders: (response, path) => {
        response.header('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache')
      },
    })
    // The folder itself is no file: its address is the first page's.
    app.get('/', (_request, reply) => reply.callNotFound())
    const page = await readFile(join(webFolder, `${half}.html`), 'utf8')
    const countPage = app.createRateLimit({ allowList: [] })
    app.setNotFoundHandler(async (request, reply) => {
      const isPage = request.method === 'GET' && !request.url.startsWith('/api/') && !/\.\w{2,5}$/.test(request.url.split('?')[0] ?? '')
      if (!isPage) return sendProblem(reply, request, new Refusal('request.unknown-path'))
      request.caller = await binding.callerOf(request, reply)
      // Whoever asks for too many pages still gets one that works: it asks for itself what it shows, and is told to wait.
      const counted = await countPage(request)
      const known = !counted.isAllowed && counted.isExceeded ? {} : await pageData(request)
      // `<` never stands inside the data, so nothing a member wrote can end the script element.
      const data = JSON.stringify(known).replaceAll('<', '\\u003c')
      return reply
        .code(200)
        .header('content-type', 'text/html; charset=utf-8')
        .header('cache-control', 'no-store')
        .send(page.replace('<!--page-data-->', () => `<script type="application/json" id="page-data">${data}</script>`))
    })
  } else {
    app.setNotFoundHandler(async (request, reply) => sendProblem(reply, request, new Refusal('request.unknown-path')))
  }
  return app
}
