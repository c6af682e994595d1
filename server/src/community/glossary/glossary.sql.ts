import { type Kysely, sql, type Transaction } from 'kysely'
import type { ShownProposal, TermPair } from '#contract/community/glossary.ts'
import type { DB } from '../../platform/schema/community.generated.ts'
import type { Change, ProposalState } from './glossary.rules.ts'

type Db = Kysely<DB> | Transaction<DB>

/** Every change that stands, oldest first. */
export const acceptedChanges = async (db: Db): Promise<readonly Change[]> => {
  const { rows } = await sql<Change>`
    select term, replaces from glossary_change where state = 'accepted' order by proposed_at, id
  `.execute(db)
  return rows
}

/** How often the glossary has changed. */
export const currentEdition = async (db: Db): Promise<number> =>
  (await db.selectFrom('glossary_edition').select('edition').executeTakeFirstOrThrow()).edition

const lockName = sql`hashtextextended('glossary_edition', 0)`

/** Holds the edition that stands, together with others, until the transaction ends. */
export const holdEdition = (trx: Transaction<DB>) => sql`select pg_advisory_xact_lock_shared(${lockName})`.execute(trx)

/** Waits until nobody holds an edition, and lets nobody until the transaction ends. */
export const lockEditions = (trx: Transaction<DB>) => sql`select pg_advisory_xact_lock(${lockName})`.execute(trx)

export const countEdition = (trx: Transaction<DB>) =>
  trx
    .updateTable('glossary_edition')
    .set((row) => ({ edition: row('edition', '+', 1) }))
    .execute()

export interface NewChange extends Change {
  readonly id: string
  readonly state: 'proposed' | 'accepted'
  readonly at: Date
  readonly bylineId?: string
  readonly source?: string
  readonly licence?: string
  readonly clientKey?: string
  readonly requestHash?: Buffer
}

export const addChanges = async (trx: Transaction<DB>, changes: readonly NewChange[]): Promise<void> => {
  for (let from = 0; from < changes.length; from += 1_000)
    await trx
      .insertInto('glossary_change')
      .values(
        changes.slice(from, from + 1_000).map(({ id, term, replaces, state, at, bylineId, source, licence, clientKey, requestHash }) => ({
          id,
          term: term === null ? null : JSON.stringify(term),
          replaces,
          state,
          proposed_at: at,
          byline_id: bylineId ?? null,
          source: source ?? null,
          licence: licence ?? null,
          client_key: clientKey ?? null,
          request_hash: requestHash ?? null,
        })),
      )
      .execute()
}

/** Takes an imported list out again, before it is imported anew; answers its terms. */
export const dropImported = async (trx: Transaction<DB>, source: string): Promise<readonly TermPair[]> => {
  const rows = await trx.deleteFrom('glossary_change').where('source', '=', source).returning('term').execute()
  return rows.flatMap(({ term }) => (term === null ? [] : [term as unknown as TermPair]))
}

/** What a member proposed under a key. */
export const findByKey = async (trx: Transaction<DB>, key: string, accountId: string) => {
  const { rows } = await sql<{ id: string; hash: Buffer }>`
    select id, request_hash as hash from glossary_change where client_key = ${key} and byline_is_mine(byline_id, ${accountId}::uuid)
  `.execute(trx)
  return rows[0] ?? null
}

export const lockProposal = async (trx: Transaction<DB>, id: string, accountId: string) => {
  const { rows } = await sql<Change & { state: ProposalState; mine: boolean; settledByMe: boolean }>`
    select term, replaces, state, byline_is_mine(byline_id, ${accountId}::uuid) as mine,
      byline_is_mine(settled_by, ${accountId}::uuid) as "settledByMe"
    from glossary_change where id = ${id} and source is null for update
  `.execute(trx)
  return rows[0] ?? null
}

export const setState = (trx: Transaction<DB>, id: string, state: ProposalState, settledBy?: string) =>
  trx
    .updateTable('glossary_change')
    .set({ state, ...(settledBy !== undefined && { settled_by: settledBy }) })
    .where('id', '=', id)
    .execute()

export type FoundProposal = Omit<ShownProposal, 'maySettle' | 'mayTakeBack' | 'replaces'> & { replaces: string | null }

/** One page of what members proposed: what waits first, then newest first. */
export const listChanges = async (db: Db, accountId: string, { skip, limit }: { skip: number; limit: number }) => {
  const { rows } = await sql<FoundProposal>`
    select id, term, replaces, state, instant_json(proposed_at) as at,
      (select shown from byline_json(byline_id, ${accountId}::uuid)) as byline,
      (select shown from byline_json(settled_by, ${accountId}::uuid)) as "settledBy"
    from glossary_change where source is null and byline_id is not null
    order by state = 'proposed' desc, proposed_at desc, id desc offset ${skip} limit ${limit}
  `.execute(db)
  return rows
}
