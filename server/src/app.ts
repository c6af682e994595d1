import type { KeyObject } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance } from 'fastify'
import type { Half } from '#contract/endpoint.ts'
import { showHealth } from '#contract/system.ts'
import { fetchedManifest, type ManifestSource, manifestOf } from './community/accounts/manifestSource.ts'
import { memberOf } from './community/accounts/memberOf.ts'
import { ticketsHealth } from './community/accounts/show-counts.ts'
import type { Deps as CommunityDeps } from './community/deps.ts'
import { openPlaceFinder } from './community/media/search/openPlaceFinder.ts'
import { openEngines } from './community/texts/openEngines.ts'
import { Passed } from './community/texts/Passed.ts'
import { siteGlossary } from './community/texts/siteGlossary.ts'
import { demoRoutes } from './demo/demo.routes.ts'
import { demoCrowds } from './demo/demoDoctors.ts'
import { makeDemo } from './demo/makeDemo.ts'
import { makeRegistrarDemo, registrarDemoRoutes } from './demo/registrarDemo.ts'
import { communityPageData, communityRoutes, startCommunityJobs } from './features.ts'
import { openFrontDoor } from './frontDoor.ts'
import { buildHalfApp } from './halfApp.ts'
import { openApiDocument, type Promised } from './openapi.ts'
import { on, type Route } from './platform/bind.ts'
import { CannotStart } from './platform/CannotStart.ts'
import type { Config, Service } from './platform/config.ts'
import { type Database, openDatabase } from './platform/database.ts'
import { watchDiskSpace } from './platform/diskSpace.ts'
import type { FileStore } from './platform/FileStore.ts'
import { forgetWriteAheadLog } from './platform/forgetWriteAheadLog.ts'
import { systemIds } from './platform/ids.ts'
import { type Jobs, openJobs } from './platform/jobs.ts'
import { openLog } from './platform/log.ts'
import { smtpMailer } from './platform/mail.ts'
import { openFolderStore } from './platform/openFolderStore.ts'
import { openS3Store } from './platform/openS3Store.ts'
import { openPusher, type Pusher } from './platform/push.ts'
import type { DB as CommunityTables } from './platform/schema/community.generated.ts'
import type { DB as RegistrarTables } from './platform/schema/registrar.generated.ts'
import { openSignals } from './platform/signals.ts'
import { seconds, systemClock } from './platform/time.ts'
import type { Deps as RegistrarDeps } from './registrar/deps.ts'
import { registrarCallerOf, registrarRoutes, startRegistrarJobs } from './registrar/features.ts'
import { publishedManifest } from './registrar/issuing/published-manifest.ts'
import { openIdLogin } from './registrar/proving/openIdLogin.ts'
import { openRegisters } from './registrar/registers/openRegisters.ts'
import type { OpenApp } from './serve.ts'
import type { HalfDatabase } from './startUp.ts'

/** Requests a minute and caller where an endpoint sets no limit of its own. */
const defaultLimit = 600

const version = async (): Promise<string> =>
  (JSON.parse(await readFile(join(import.meta.dirname, '../../package.json'), 'utf8')) as { version: string }).version

/** Opens the halves asked for, each on its own ground; in one program the community reads the registrar's published keys without a detour. */
export const openApp: OpenApp = async ({ config, ground, webFolder }) => {
  const files = { registrar: await openFiles(config, 'registrar'), community: await openFiles(config, 'community') }
  const closing: (() => Promise<void>)[] = []
  const release = await version()
  const disk = await watchDiskSpace({ folder: config.dataFolder, every: 30 * seconds, log: (line) => console.error(line) })
  closing.push(async () => disk.stop())
  const shared = {
    config,
    ground,
    webFolder,
    release,
    readOnly: disk.isReadOnly,
    files,
    onClose: (step: () => Promise<void>) => void closing.push(step),
  }
  const registrar = await openRegistrar(shared)
  const community = await openCommunity(
    shared,
    registrar?.manifest ?? fetchedManifest(config.origins.registrar, systemClock),
    config.demo ? (registrar?.deps ?? null) : null,
  )
  const doors = [registrar, community].flatMap((half) => half?.door ?? [])
  const server = await openFrontDoor(doors)
  return {
    server,
    close: async () => {
      const closed = new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeIdleConnections()
      })
      // Whoever only listens is sent away first: a server waits for its connections.
      await Promise.all([closed, ...doors.map(({ app }) => app.close())])
      for (const step of closing.reverse()) await step()
    },
  }
}

type Given = Parameters<OpenApp>[0]

interface Shared extends Given {
  readonly release: string
  readonly readOnly: () => boolean
  readonly files: Readonly<Record<Service, FileStore>>
  readonly onClose: (step: () => Promise<void>) => void
}

/** What both halves stand on: rows, a log and work to be done. */
const openHalf = async <Tables>(half: Half, { url, superuserUrl }: HalfDatabase, onClose: Shared['onClose']) => {
  const log = openLog(half)
  const database = openDatabase<Tables>(url, { log: (line) => log.warn(line) })
  onClose(() => database.close())
  const jobs = await openJobs(url, log, { workers: true })
  onClose(() => jobs.stop())
  // After the rows have been shuffled: until then they tell as much themselves.
  if (superuserUrl) await jobs.every(`${half}.write-ahead-log`, '40 3 * * *', () => forgetWriteAheadLog(superuserUrl))
  return { log, database, jobs }
}

/** What reads certificates is fetched only where there are any to read. */
const openAuthorities = async (settings: Shared['config']['certificates']): Promise<RegistrarDeps['authorities']> => {
  if (settings.length === 0) return []
  const { openAuthority, readAnchors } = await import('./registrar/certificates/openAuthority.ts')
  return Promise.all(
    settings.map(async (setting) => {
      const anchors = await readFile(setting.roots, 'utf8')
        .then(readAnchors)
        .catch(() => [])
      if (anchors.length === 0)
        throw new CannotStart(`CERTIFICATE_${setting.country}_ROOTS names ${setting.roots}, where no certificate in PEM can be read.`)
      return openAuthority(setting, anchors, { clock: systemClock })
    }),
  )
}

/** Where a half keeps its files; one that does not answer is said before anybody relies on it. */
const openFiles = async ({ files, dataFolder }: Config, half: Service): Promise<FileStore> => {
  const setting = files[half]
  if (setting === 'folder') return openFolderStore(join(dataFolder, 'files', half))
  const store = openS3Store(setting)
  await store.get('is-there').catch((error: Error) => {
    throw new CannotStart(`The files of the ${half} cannot be reached at ${setting.url}: ${error.message}.`)
  })
  return store
}

const openRegistrar = async ({ config, ground, webFolder, release, readOnly, files, onClose }: Shared) => {
  const place = ground.databases.registrar
  const secrets = ground.secrets.registrar
  if (!place || !secrets) return null
  const { log, database, jobs } = await openHalf<RegistrarTables>('registrar', place, onClose)
  const deps: RegistrarDeps = {
    db: database.db,
    clock: systemClock,
    ids: systemIds,
    jobs,
    log,
    files: files.registrar,
    secrets,
    mail: config.mail && smtpMailer(config.mail),
    origin: config.origins.registrar,
    communityOrigin: config.origins.community,
    demo: config.demo,
    crowdMinimum: config.crowdMinimum,
    groupMinimum: config.groupMinimum,
    enterNow: config.enterNow,
    props: config.demo ? demoCrowds() : new Map(),
    registers: openRegisters({ db: database.db, clock: systemClock }, config.registers, release),
    trainees: config.trainees,
    retired: config.retired,
    lookedAtAgain: config.lookedAtAgain,
    idCheck: config.idCheck,
    interviewUrl: config.interviewUrl,
    logins: config.logins.map(openIdLogin),
    authorities: await openAuthorities(config.certificates),
  }
  const common: readonly Route[] = [
    on('showHealth', showHealth, () => health({ database, jobs, translator: 'ok', tickets: 'ok', version: release })),
    ...registrarDemoRoutes(deps),
  ]
  const routes = registrarRoutes(deps)
  const app = await buildHalfApp({
    half: 'registrar',
    origin: deps.origin,
    routes: [...common, ...routes],
    binding: { callerOf: registrarCallerOf(deps), readOnly, defaultLimit },
    log,
    webFolder,
    trustProxy: config.trustProxy,
    pageData: async () => ({}),
    plugins: (half) =>
      showApi(
        half,
        openApiDocument(
          { common: promisedBy(common), community: [], registrar: promisedBy(routes) },
          { version: release, origins: config.origins },
        ),
      ),
  })
  await startRegistrarJobs(deps)
  if (config.demo) await makeRegistrarDemo(deps)
  return { door: { half: 'registrar' as const, origin: deps.origin, app }, deps, manifest: manifestOf(() => publishedManifest(deps)) }
}

const openCommunity = async (
  { config, ground, webFolder, release, readOnly, files, onClose }: Shared,
  manifest: ManifestSource,
  /** The registrar of this program, where the demo's people have their tickets signed. */
  registrar: RegistrarDeps | null,
) => {
  const place = ground.databases.community
  const secrets = ground.secrets.community
  if (!place || !secrets) return null
  const { log, database, jobs } = await openHalf<CommunityTables>('community', place, onClose)
  const signals = openSignals(place.url, log)
  onClose(() => signals.close())
  const glossary = siteGlossary({ db: database.db, signals })
  const translator = openEngines(config.engines, {
    place: ground.apertium,
    glossary,
    now: () => systemClock.now().getTime(),
  })
  if (translator) onClose(() => translator.stop())
  const placeFinder = openPlaceFinder()
  onClose(() => placeFinder.stop())
  Passed.unpack()
  const deps: CommunityDeps = {
    db: database.db,
    clock: systemClock,
    ids: systemIds,
    jobs,
    log,
    signals,
    files: files.community,
    secrets,
    mail: config.mail && smtpMailer(config.mail),
    push: pusherFor(config, secrets.key('vapid')),
    translator,
    placeFinder,
    glossary,
    manifest,
    origin: config.origins.community,
    registrarOrigin: config.origins.registrar,
    demo: config.demo,
  }
  const engine = async () => (translator && (await translator.health()).ok ? 'ok' : 'down')
  const common: readonly Route[] = [
    on('showHealth', showHealth, async () =>
      health({ database, jobs, translator: await engine(), tickets: await ticketsHealth(deps), version: release }),
    ),
    ...demoRoutes(deps),
  ]
  const routes = communityRoutes(deps)
  const app = await buildHalfApp({
    half: 'community',
    origin: deps.origin,
    routes: [...common, ...routes],
    binding: { callerOf: memberOf(deps), readOnly, defaultLimit },
    log,
    webFolder,
    trustProxy: config.trustProxy,
    pageData: (request) => communityPageData(deps, request),
    plugins: (half) =>
      showApi(
        half,
        openApiDocument(
          { common: promisedBy(common), community: promisedBy(routes), registrar: [] },
          { version: release, origins: config.origins },
        ),
      ),
  })
  await startCommunityJobs(deps)
  if (registrar) await makeDemo({ community: deps, registrar, log: (line) => console.error(line) })
  return { door: { half: 'community' as const, origin: deps.origin, app } }
}

/** A push service turns to the operator at the community's address; one that is not public is none to turn to. */
const pusherFor = ({ pushServices, origins: { community } }: Config, key: KeyObject): Pusher | null =>
  pushServices.length === 0
    ? null
    : openPusher({ key, subject: community.startsWith('https:') ? community : 'mailto:nobody@localhost', services: pushServices })

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

type State = 'ok' | 'degraded' | 'down'

const health = async ({
  database,
  jobs,
  translator,
  tickets,
  version: release,
}: {
  database: Pick<Database<unknown>, 'pool'>
  jobs: Jobs
  translator: State
  tickets: State
  version: string
}) => {
  const rows = await database.pool.query('select 1').then(
    (): State => 'ok',
    (): State => 'down',
  )
  const queue: State = await jobs.health()
  const status: State = rows === 'down' || queue === 'down' ? 'down' : translator === 'ok' && tickets === 'ok' ? 'ok' : 'degraded'
  return { status, version: release, database: rows, translator, jobs: queue, tickets }
}
