import pg from 'pg'
import type { Log } from './log.ts'
import { seconds } from './time.ts'

/** Called with each word, and with null whenever some may have been missed. */
type Hear = (word: string | null) => void

/** Short words between the processes on one database (LISTEN and NOTIFY): a channel's name starts with its half, a word says at most which thing. */
export interface Signals {
  /** Calls back at every word on a channel, from this process or another, and whenever some may have been missed. */
  hear(channel: string, callBack: Hear): void
  /** Tells this process at once and the others as soon as they hear. */
  tell(channel: string): Promise<void>
  close(): Promise<void>
}

/** Opens this process's one listening connection; a broken one is replaced. */
export const openSignals = (url: string, log: Log): Signals => {
  const heard = new Map<string, Hear[]>()
  let connected: Promise<pg.Client | null> | null = null
  let closed = false
  let timer: NodeJS.Timeout | undefined

  /** One question after the other: a connection answers no two at once. */
  let asked: Promise<unknown> = Promise.resolve()
  const ask = (client: pg.Client, text: string, values?: string[]): Promise<unknown> => {
    const answer = asked.then(() => client.query(text, values))
    asked = answer.catch(() => {})
    return answer
  }
  const connection = (): Promise<pg.Client | null> => {
    connected ??= connect()
    return connected
  }
  const connect = async (): Promise<pg.Client | null> => {
    const client = new pg.Client({ connectionString: url, application_name: 'consilium-signals', keepAlive: true })
    client.on('error', (error) => log.warn({ err: error }, 'signals'))
    client.on('end', connectLater)
    client.on('notification', ({ channel, payload }) => callEach(heard.get(channel), payload ?? ''))
    try {
      await client.connect()
      for (const channel of heard.keys()) await ask(client, listen(channel))
    } catch (error) {
      log.warn({ err: error }, 'signals')
      await client.end().catch(() => {})
      connectLater()
      return null
    }
    // Whatever was said while nobody listened is lost.
    callEach([...heard.values()].flat(), null)
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
      void connection().then((client) => client && ask(client, listen(channel)).catch(connectLater))
    },
    tell: async (channel) => {
      callEach(heard.get(channel), '')
      const client = await connection()
      // Whoever cannot be told asks again when what they remember is old.
      if (client)
        await ask(client, 'select pg_notify($1, $2)', [channel, '']).catch((error: unknown) => log.warn({ err: error }, 'signals'))
    },
    close: async () => {
      closed = true
      clearTimeout(timer)
      await (await connected)?.end()
    },
  }
}

const callEach = (callBacks: readonly Hear[] = [], word: string | null): void => {
  for (const callBack of callBacks) callBack(word)
}

const listen = (channel: string): string => `listen ${pg.escapeIdentifier(channel)}`
