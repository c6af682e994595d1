import { existsSync } from 'node:fs'
import type { Server } from 'node:http'
import { join } from 'node:path'
import { CannotStart } from './platform/CannotStart.ts'
import { type Config, readConfig } from './platform/config.ts'
import { type Ground, startUp, whyNotListen } from './startUp.ts'

/** The services on their ground: a server that does not listen yet, and how they finish what they are at. */
export interface App {
  readonly server: Server
  /** Ends requests and jobs, then closes what the app opened. */
  close(): Promise<void>
}

export type OpenApp = (given: { config: Config; ground: Ground; webFolder: string | null }) => Promise<App>

const clone = join(import.meta.dirname, '../..')
const webFolder = join(clone, 'web/dist')

/** Longer than any request may take; after it the databases are stopped under whoever is left. */
const patience = 40_000

/** Starts what environment and arguments ask for and serves until a signal; then stops everything and ends the process. */
export const serve = async (openApp: OpenApp): Promise<void> => {
  const config = readConfig(process.env, process.argv.slice(2), clone)
  if (typeof config === 'string') return end(1, config)

  const undo: (() => Promise<void>)[] = []
  let stopping: Promise<void> | null = null
  const stop = (status: number, sentence?: string): Promise<void> => {
    stopping ??= (async () => {
      await starting.catch(() => {})
      for (const step of undo.reverse()) await step().catch((error: unknown) => console.error(error))
      end(status, sentence)
    })()
    return stopping
  }
  const onStop = (step: () => Promise<void>): void => {
    undo.push(step)
  }

  const starting = start(
    config,
    openApp,
    onStop,
    (half) => void stop(1, `The ${half}'s database ended unexpectedly: see its log in the data folder.`),
  )
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0))
  process.on('uncaughtException', (error) => {
    console.error(error)
    void stop(1)
  })
  try {
    await starting
    if (stopping) return
    console.log(
      `Consilium is ready${config.demo ? ' with its demo community' : ''}. Open this address in a browser; Ctrl-C stops everything.`,
    )
    console.log(config.origins[config.services.includes('community') ? 'community' : 'registrar'])
  } catch (error) {
    if (!(error instanceof CannotStart)) console.error(error)
    await stop(1, error instanceof CannotStart ? error.message : 'Consilium could not start: the reason stands above.')
  }
}

const start = async (
  config: Config,
  openApp: OpenApp,
  onStop: (undo: () => Promise<void>) => void,
  onLost: (half: string) => void,
): Promise<void> => {
  const ground = await startUp({ config, now: new Date(), log: (line) => console.error(line), onStop, onLost })
  const app = await openApp({ config, ground, webFolder: existsSync(join(webFolder, '.hash')) ? webFolder : null })
  onStop(() => Promise.race([app.close(), new Promise<void>((resolve) => setTimeout(resolve, patience))]))
  await new Promise<void>((resolve, reject) => {
    app.server.once('error', (error) => reject(whyNotListen(error, config)))
    app.server.listen(config.port, config.host, resolve)
  })
}

const end = (status: number, sentence?: string): never => {
  if (sentence !== undefined) console.error(sentence)
  process.exit(status)
}
