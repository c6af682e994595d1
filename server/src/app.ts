import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance } from 'fastify'
import { showHealth } from '#contract/system.ts'
import { fetchedManifest } from './community/accounts/manifestSource.ts'
import { memberOf } from './community/accounts/memberOf.ts'
import type { Deps } from './community/deps.ts'
import { apertium } from './community/texts/apertium.ts'
import { demoRoutes } from './demo/demo.routes.ts'
import { makeDemo } from './demo/makeDemo.ts'
import { communityPageData, communityRoutes, startCommunityJobs } from './features.ts'
import { openFrontDoor } from './frontDoor.ts'
import { buildHalfApp } from './halfApp.ts'
import { openApiDocument, type Promised } from './openapi.ts'
import { on, type Route } from './platform/bind.ts'
import { type Database, openDatabase } from './platform/database.ts'
import { watchDiskSpace } from './platform/diskSpace.ts'
import { openFolderStore } from './platform/files.ts'
import { systemIds } from './platform/ids.ts'
import { openJobs } from './platform/jobs.ts'
import { openLog } from './platform/log.ts'
import type { DB as CommunityTables } from './platform/schema/community.generated.ts'
import { openSignals } from './platform/signals.ts'
import { seconds, systemClock } from './platform/time.ts'
import type { OpenApp } from './serve.ts'

/** Requests a minute and caller where an endpoint sets no limit of its own. */
const defaultLimit = 600

const version = async (): Promise<string> =>
  (JSON.parse(await readFile(join(import.meta.dirname, '../../package.json'), 'utf8')) as { version: string }).version

/** Opens the community on its ground: rows, jobs, files, engine, and the routes over them. */
export const openApp: OpenApp = async ({ config, ground, webFolder }) => {
  const closing: (() => Promise<void>)[] = []
  const url = ground.databaseUrls.community
  const secrets = ground.secrets.community
  if (!url || !secrets) throw new Error('this version serves the community half; the registrar half is being built')
  const log = openLog('community')
  const database = openDatabase<CommunityTables>(url, { log: (line) => log.warn(line) })
  closing.push(() => database.close())
  const jobs = await openJobs(url, log, { workers: true })
  closing.push(() => jobs.stop())
  const signals = openSignals(url, log)
  closing.push(() => signals.close())
  const translator = ground.apertium && apertium(ground.apertium)
  if (translator) closing.push(() => translator.stop())
  const disk = await watchDiskSpace({ folder: config.dataFolder, every: 30 * seconds, log: (line) => log.warn(line) })
  closing.push(async () => disk.stop())

  const deps: Deps = {
    db: database.db,
    clock: systemClock,
    ids: systemIds,
    jobs,
    log,
    signals,
    files: openFolderStore(join(config.dataFolder, 'files/community')),
    secrets,
    translator,
    manifest: fetchedManifest(config.origins.registrar, systemClock),
    origin: config.origins.community,
    registrarOrigin: config.origins.registrar,
    demo: config.demo,
  }
  const release = await version()
  const common: readonly Route[] = [
    on('showHealth', showHealth, async () => health({ database, jobs, translator, version: release })),
    ...demoRoutes(deps),
  ]
  const routes = communityRoutes(deps)
  const document = openApiDocument(
    { common: promisedBy(common), community: promisedBy(routes), registrar: [] },
    { version: release, origins: config.origins },
  )
  const app = await buildHalfApp({
    half: 'community',
    origin: deps.origin,
    routes: [...common, ...routes],
    binding: { callerOf: memberOf(deps), readOnly: disk.isReadOnly, defaultLimit },
    log,
    webFolder,
    trustProxy: config.trustProxy,
    pageData: (request) => communityPageData(deps, request),
    plugins: (half) => showApi(half, document),
  })
  closing.push(() => app.close())
  await startCommunityJobs(deps)
  if (config.demo && ground.secrets.registrar)
    await makeDemo({ community: deps, registrar: ground.secrets.registrar, log: (line) => console.error(line) })

  const server = await openFrontDoor([{ half: 'community', origin: deps.origin, app }])
  return {
    server,
    close: async () => {
      await new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeIdleConnections()
      })
      for (const step of closing.reverse()) await step()
    },
  }
}

/** Routes by room, for the API page: the room is the first word of the path after the half. */
const promisedBy = (routes: readonly Route[]): readonly Promised[] =>
  routes.map(({ name, endpoint }) => ({ name, endpoint, room: endpoint.path.split('/')[3]?.replace(/[^a-z-].*/, '') ?? 'system' }))

/** The document of what is promised, and a page that shows it; nothing of it comes from anywhere else. */
const showApi = async (app: FastifyInstance, document: object): Promise<void> => {
  await app.register(swagger, { mode: 'static', specification: { document: document as never } })
  app.get('/api/openapi.json', (_request, reply) => reply.send(document))
  await app.register(swaggerUi, {
    routePrefix: '/api/docs',
    logo: null as never,
    staticCSP: false,
    uiConfig: { validatorUrl: null } as never,
  })
}

const health = async ({
  database,
  jobs,
  translator,
  version: release,
}: {
  database: Database<CommunityTables>
  jobs: Deps['jobs']
  translator: Deps['translator']
  version: string
}) => {
  const [rows, queue, engine] = await Promise.all([
    database.pool.query('select 1').then(
      () => 'ok' as const,
      () => 'down' as const,
    ),
    jobs.health(),
    translator ? translator.health().then(({ ok }) => (ok ? ('ok' as const) : ('down' as const))) : ('down' as const),
  ])
  const status = rows === 'down' || queue === 'down' ? ('down' as const) : engine === 'down' ? ('degraded' as const) : ('ok' as const)
  return { status, version: release, database: rows, translator: engine, jobs: queue }
}
