// The community's real HTTP app as a process of its own, started by bench/main.ts: every hook and check in place, rate limits set out of reach.
import { join } from 'node:path'
import { memberOf } from '#server/community/accounts/memberOf.ts'
import type { Deps } from '#server/community/deps.ts'
import { openPlaceFinder } from '#server/community/media/search/openPlaceFinder.ts'
import { bundledGlossary } from '#server/community/texts/readGlossary.ts'
import { communityPageData, communityRoutes } from '#server/features.ts'
import { openFrontDoor } from '#server/frontDoor.ts'
import { buildHalfApp } from '#server/halfApp.ts'
import { openDatabase } from '#server/platform/database.ts'
import { systemIds } from '#server/platform/ids.ts'
import { openJobs } from '#server/platform/jobs.ts'
import { openLog } from '#server/platform/log.ts'
import { openFolderStore } from '#server/platform/openFolderStore.ts'
import type { DB } from '#server/platform/schema/community.generated.ts'
import { openSecrets } from '#server/platform/secrets.ts'
import { openSignals } from '#server/platform/signals.ts'
import { systemClock } from '#server/platform/time.ts'
import { readGiven, tellReady } from './served.ts'

const outOfReach = 1_000_000_000

const { url, port, poolSize, folder } = readGiven()
const log = openLog('community')
const origin = `http://localhost:${port}`
const deps: Deps = {
  db: openDatabase<DB>(url, { max: poolSize }).db,
  clock: systemClock,
  ids: systemIds,
  // What is asked for is put into the queue as ever; translating it is another process's work here.
  jobs: await openJobs(url, log, { workers: false }),
  log,
  signals: openSignals(url, log),
  files: openFolderStore(join(folder, 'files')),
  secrets: await openSecrets('community', { folder: join(folder, 'secrets'), env: {} }),
  mail: null,
  push: null,
  translator: null,
  placeFinder: openPlaceFinder(),
  glossary: bundledGlossary,
  manifest: { read: () => Promise.reject(new Error('There is no registrar here.')) },
  origin,
  registrarOrigin: `http://registrar.localhost:${port}`,
  demo: false,
}
const app = await buildHalfApp({
  half: 'community',
  origin,
  routes: communityRoutes(deps).map((route) => ({ ...route, endpoint: { ...route.endpoint, limit: outOfReach } })),
  binding: { callerOf: memberOf(deps), readOnly: () => false, defaultLimit: outOfReach },
  log,
  webFolder: null,
  trustProxy: false,
  pageData: (request) => communityPageData(deps, request),
})
const server = await openFrontDoor([{ half: 'community', origin, app }])
server.listen(port, '127.0.0.1', tellReady)
