import pg from 'pg'
import type { Log } from './log.ts'
import { seconds } from './time.ts'

/** Short words between the processes on one database (LISTEN and NOTIFY): a channel's name starts with its half and says all there is to say. */
export interface Signals {
  /** Calls back at every word on a channel, from this process or another, and whenever some may have been missed. */
  hear(channel: string, callBack: () => void): void
  /** Tells this process at once and the others as soon as they hear. */
  tell(channel: string): Promise<void>
  close(): Promise<void>
}

/** Opens this process's one listening connection; a broken one is replaced. */
export const openSignals = (url: string, log: Log): Signals => {
  const heard = new Map<string, (() => void)[]>()
  let connected: Promise<pg.Client | null> | null = null
  let closed = false
  let timer: NodeJS.Timeout | undefined

  const connection = (): Promise<pg.Client | null> => {
    connected ??= connect()
    return connected
  }
  const connect = async (): Promise<pg.Client | null> => {
    const client = new pg.Client({ connectionString: url, application_name: 'consilium-signals', keepAlive: true })
    client.on('error', (error) => log.warn({ err: error }, 'signals'))
    client.on('end', connectLater)
    client.on('notification', ({ channel }) => callEach(heard.get(channel)))
    try {
      await client.connect()
      for (const channel of heard.keys()) await listenTo(client, channel)
    } catch (error) {
      log.warn({ err: error }, 'signals')
      await client.end().catch(() => {})
      connectLater()
      return null
    }
    // Whatever was said while nobody listened is lost.
    callEach([...heard.values()].flat())
    return client
  }
  const connectLater = (): void => {
    connected = null
    if (closed || timer) return
    timer = setTimeout(() => {
      timer = undefined
      void connection()
    }, seconds)
    timer.unref()
  }

  return {
    hear: (channel, callBack) => {
      heard.set(channel, [...(heard.get(channel) ?? []), callBack])
      void connection().then((client) => client && listenTo(client, channel).catch(connectLater))
    },
    tell: async (channel) => {
      callEach(heard.get(channel))
      const client = await connection()
      // Whoever cannot be told asks again when what they remember is old.
      await client?.query('select pg_notify($1, $2)', [channel, '']).catch((error: unknown) => log.warn({ err: error }, 'signals'))
    },
    close: async () => {
      closed = true
      clearTimeout(timer)
      await (await connected)?.end()
    },
  }
}

const callEach = (callBacks: readonly (() => void)[] = []): void => {
  for (const callBack of callBacks) callBack()
}

const listenTo = async (client: pg.Client, channel: string): Promise<void> => {
  await client.query(`listen ${pg.escapeIdentifier(channel)}`)
}
