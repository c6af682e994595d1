import type { Db } from '../deps.ts'
import { firstBreak } from './audit.rules.ts'
import { allEntries } from './audit.sql.ts'

/** Reads the whole log again: how long it is, its last hash, and the first entry that does not continue the one before it. */
export const checkAudit = async (db: Db): Promise<{ length: number; head: string | null; brokenAt: number | null }> => {
  const entries = await allEntries(db)
  return { length: entries.length, head: entries.at(-1)?.hash.toString('hex') ?? null, brokenAt: firstBreak(entries) }
}
