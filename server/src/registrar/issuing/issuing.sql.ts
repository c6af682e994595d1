import { type Kysely, sql } from 'kysely'
import type { ManifestEntry } from '#tickets/manifest.ts'
import type { DB } from '../../platform/schema/registrar.generated.ts'
import type { Db, Trx } from '../deps.ts'

/** Lets one writer at a time list a key; ends with the transaction. */
export const lockManifest = (trx: Trx) => sql`select pg_advisory_xact_lock(20190404)`.execute(trx)

export const countEntries = async (db: Db): Promise<number> =>
  (
    await db
      .selectFrom('manifest_entry')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
  ).count

export const readEntries = async (db: Db): Promise<ManifestEntry[]> =>
  (await db
    .selectFrom('manifest_entry')
    .select([
      'kind',
      'period',
      'label',
      'issued_at_epoch as issuedAtEpoch',
      'public_key as publicKey',
      'hash_of_previous as hashOfPrevious',
    ])
    .orderBy('position')
    .execute()) as ManifestEntry[]

export const addEntries = (trx: Trx, from: number, entries: readonly ManifestEntry[]) =>
  trx
    .insertInto('manifest_entry')
    .values(
      entries.map(({ kind, period, label, issuedAtEpoch, publicKey, hashOfPrevious }, at) => ({
        position: from + at,
        kind,
        period,
        label,
        issued_at_epoch: issuedAtEpoch,
        public_key: publicKey,
        hash_of_previous: hashOfPrevious,
      })),
    )
    .execute()

/** For each label of a quarter, how many doctors it was issued to who have not shown their name. */
export const crowdsOf = async (db: Db, period: number): Promise<Map<string, number>> => {
  const rows = await db
    .selectFrom('ticket_request as t')
    .innerJoin('person as p', 'p.id', 't.person_id')
    .select(({ fn }) => ['t.rung', fn.countAll<number>().as('count')])
    .where('t.kind', '=', 'label')
    .where('t.period', '=', period)
    .where('p.named', '=', false)
    .groupBy('t.rung')
    .orderBy('t.rung')
    .execute()
  return new Map(rows.map(({ rung, count }) => [rung, count]))
}

export const countRoots = async (db: Db): Promise<number> =>
  (
    await db
      .selectFrom('ticket_request')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('kind', '=', 'root')
      .executeTakeFirstOrThrow()
  ).count

/** Verified doctors who stand in crowds, by specialty and country; with a quarter, only those who have no label of it yet. */
export const countDoctors = async (db: Db, withoutLabelOf: number | null) =>
  (await db
    .selectFrom('person as p')
    .select(({ fn }) => ['p.specialty', 'p.country', fn.countAll<number>().as('count')])
    .where('p.verified', '=', true)
    .where('p.named', '=', false)
    .$if(withoutLabelOf !== null, (query) =>
      query.where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('ticket_request as t')
              .select('t.period')
              .whereRef('t.person_id', '=', 'p.id')
              .where('t.kind', '=', 'label')
              .where('t.period', '=', withoutLabelOf ?? 0),
          ),
        ),
      ),
    )
    .groupBy(['p.specialty', 'p.country'])
    .execute()) as { specialty: string; country: string; count: number }[]

export const requestsOf = (db: Db, personId: string) =>
  db.selectFrom('ticket_request').select(['kind', 'period', 'rung', 'blinded', 'signature']).where('person_id', '=', personId).execute()

export const addRequests = async (
  trx: Trx,
  rows: readonly {
    person_id: string
    kind: 'root' | 'renewal' | 'label'
    period: number
    rung: string
    blinded: Buffer
    signature: Buffer
    shuffle: number
  }[],
): Promise<void> => {
  if (rows.length > 0) await trx.insertInto('ticket_request').values(rows).execute()
}

export const findSignature = (db: Db, hash: Buffer) =>
  db.selectFrom('ticket_request').select('signature').where(sql`sha256(blinded)`, '=', hash).executeTakeFirst()

/** Forgets what was signed for periods that are over. */
export const dropRequestsBefore = (db: Db, kind: 'renewal' | 'label', period: number) =>
  db.deleteFrom('ticket_request').where('kind', '=', kind).where('period', '<', period).execute()

export const addNameChallenge = (db: Db, row: { challenge: Buffer; person_id: string; expires_at: Date }) =>
  db.insertInto('name_challenge').values(row).execute()

/** Takes a challenge away, whatever becomes of its answer, so that none is answered twice. */
export const takeNameChallenge = async (db: Db, challenge: Buffer, personId: string, now: Date): Promise<boolean> =>
  (await db
    .deleteFrom('name_challenge')
    .where('challenge', '=', challenge)
    .where('person_id', '=', personId)
    .where('expires_at', '>', now)
    .returning('person_id')
    .executeTakeFirst()) !== undefined

export const dropExpiredNameChallenges = (db: Db, now: Date) => db.deleteFrom('name_challenge').where('expires_at', '<=', now).execute()

/** Keeps whose account shows this name; false when the person shows it on another, or the account shows another's. */
export const keepAttestation = async (
  trx: Trx,
  row: { person_id: string; root_key: Buffer; through_quarter: number; shuffle: number },
): Promise<boolean> => {
  await trx
    .insertInto('name_attestation')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const kept = await trx
    .updateTable('name_attestation')
    .set({ through_quarter: row.through_quarter })
    .where('person_id', '=', row.person_id)
    .where('root_key', '=', row.root_key)
    .returning('person_id')
    .executeTakeFirst()
  return kept !== undefined
}

/** Leaves no order in which anybody came. */
export const shufflePersons = async (db: Kysely<DB>): Promise<void> => {
  for (const step of [sql`select shuffle_persons()`, sql`select lay_out_persons()`])
    await db.transaction().execute(async (trx) => {
      // Longer than any request may take: the tables may be large.
      await sql`set local statement_timeout = '10min'`.execute(trx)
      await step.execute(trx)
    })
}
