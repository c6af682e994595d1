import { sql } from 'kysely'
import type { Db, Trx } from '../deps.ts'
import type { AuditAction, AuditEntry } from './audit.rules.ts'

/** Lets one writer at a time continue the chain; ends with the transaction. */
export const lockAudit = (trx: Trx) => sql`select pg_advisory_xact_lock(20190403)`.execute(trx)

export const lastEntry = (trx: Trx) =>
  trx.selectFrom('audit').select(['position', 'hash']).orderBy('position', 'desc').limit(1).executeTakeFirst()

export const addEntry = (trx: Trx, { position, madeOn, actor, action, subject, detail }: AuditEntry, prevHash: Buffer, hash: Buffer) =>
  trx
    .insertInto('audit')
    .values({ position, made_on: madeOn, actor, action, subject, detail: JSON.stringify(detail), prev_hash: prevHash, hash })
    .execute()

export const allEntries = async (db: Db): Promise<(AuditEntry & { prevHash: Buffer; hash: Buffer })[]> =>
  (await db.selectFrom('audit').selectAll().orderBy('position').execute()).map((row) => ({
    position: row.position,
    madeOn: String(row.made_on),
    actor: row.actor,
    action: row.action as AuditAction,
    subject: row.subject,
    detail: row.detail as AuditEntry['detail'],
    prevHash: row.prev_hash,
    hash: row.hash,
  }))
