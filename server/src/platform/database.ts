import { createHash } from 'node:crypto'
import { Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import { CannotStart } from './CannotStart.ts'

export interface Database<Tables> {
  readonly db: Kysely<Tables>
  readonly pool: pg.Pool
  close(): Promise<void>
}

interface Options {
  /** Connections at most. */
  max?: number
  log?: (line: string) => void
}

/** Opens a pool of connections on one half's database; nothing connects before the first query. */
export const openDatabase = <Tables>(url: string, { max = 10, log = console.error }: Options = {}): Database<Tables> => {
  const pool = new pg.Pool({
    Client: PreparingClient,
    connectionString: url,
    max,
    application_name: 'consilium',
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    statement_timeout: 30_000,
    lock_timeout: 10_000,
    idle_in_transaction_session_timeout: 30_000,
    types: { getTypeParser: parserOf },
  })
  // An idle connection that breaks is replaced at the next query; without a listener it would end the process.
  // One the server closes while the pool ends was on its way out anyway: the pool does not wait for it.
  pool.on('error', (error) => pool.ending || log(`A database connection broke: ${error.message}`))
  // One that breaks in the middle of work rejects that work, and then says so once more to nobody.
  pool.on('connect', (client) => client.on('error', () => {}))
  return { db: new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }), pool, close: () => pool.end() }
}

const mark = '/* prepared */'

/**
 * At the head of a statement: every connection plans it once and keeps the plan. For a page whose plan costs more than its rows;
 * such a statement must come in few wordings, so lists in it are arrays.
 */
export const prepared = sql.raw(mark)

const names = new Map<string, string>()

class PreparingClient extends pg.Client {
  // biome-ignore lint/suspicious/noExplicitAny: pg's own signature has eight forms; Kysely uses this one.
  override query(text: any, values?: any, ...rest: any[]): any {
    if (typeof text !== 'string' || !text.trimStart().startsWith(mark)) return super.query(text, values, ...(rest as []))
    const name = names.get(text) ?? createHash('sha256').update(text).digest('base64url')
    names.set(text, name)
    return super.query({ name, text, values }, ...(rest as []))
  }
}

/** Throws one sentence when no database we can use answers at this address. */
export const requireDatabase = async (url: string, name: string): Promise<void> => {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  // Kept from ending the process when the server hangs up while we say goodbye.
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query<{ version: number }>(`select current_setting('server_version_num')::int as version`)
    const major = Math.floor((rows[0]?.version ?? 0) / 10_000)
    if (major < 16) throw new Error(`it is PostgreSQL ${major}, and 16 or newer is needed`)
  } catch (error) {
    throw new CannotStart(`${name} does not lead to a database: ${reasonOf(error)}.`)
  } finally {
    await client.end().catch(() => {})
  }
}

/** Calendar days stay the text they are, and counts become numbers: the generated table types say the same. */
const parserOf: pg.CustomTypesConfig['getTypeParser'] = (oid, format) => {
  if (format !== 'binary') {
    if (oid === pg.types.builtins.DATE) return (text: string) => text
    if (oid === pg.types.builtins.INT8) return (text: string) => Number(text)
  }
  return pg.types.getTypeParser(oid, format)
}

const reasonOf = (error: unknown): string => {
  const { message, code, errors } = error as Error & { code?: string; errors?: Error[] }
  return (errors?.[0]?.message ?? (message || code) ?? 'no reason given').replace(/\.$/, '')
}
