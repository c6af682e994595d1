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

/** For each label of these quarters, how many doctors carry it who have not shown their name, each by the newest label that was signed for them. */
export const crowdsOf = async (db: Db, fromPeriod: number, toPeriod: number): Promise<Map<string, number>> => {
  const carried = db
    .selectFrom('ticket_request as t')
    .innerJoin('person as p', 'p.id', 't.person_id')
    .distinctOn('t.person_id')
    .select(['t.person_id', 't.rung'])
    .where('t.kind', '=', 'label')
    .where('t.signature', 'is not', null)
    .where('t.period', '>=', fromPeriod)
    .where('t.period', '<=', toPeriod)
    .where('p.named', '=', false)
    .orderBy('t.person_id')
    .orderBy('t.period', 'desc')
  const rows = await db
    .selectFrom(carried.as('c'))
    .select(({ fn }) => ['c.rung', fn.countAll<number>().as('count')])
    .groupBy('c.rung')
    .orderBy('c.rung')
    .execute()
  return new Map(rows.map(({ rung, count }) => [rung, count]))
}

/** How many doctors a renewal was signed for, of this epoch or a later one. */
export const countRenewed = async (db: Db, fromEpoch: number): Promise<number> =>
  (
    await db
      .selectFrom('ticket_request')
      .select(({ fn }) => fn.count<number>('person_id').distinct().as('count'))
      .where('kind', '=', 'renewal')
      .where(sql<boolean>`length(signature) > 0`)
      .where('period', '>=', fromEpoch)
      .executeTakeFirstOrThrow()
  ).count

/** What labels may say of the verified doctors: each combination once. */
export const practices = async (db: Db) =>
  db.selectFrom('person').select(['specialty', 'country', 'may_carry as mayCarry']).distinct().where('verified', '=', true).execute()

export const requestsOf = (db: Db, personId: string) =>
  db.selectFrom('ticket_request').select(['kind', 'period', 'rung', 'blinded', 'signature']).where('person_id', '=', personId).execute()

/** One message to be signed, and where it stands. */
export interface RequestRow {
  readonly person_id: string
  readonly kind: 'root' | 'renewal' | 'label'
  readonly period: number
  readonly rung: string
  readonly blinded: Buffer
  readonly signature: Buffer | null
  readonly from_epoch?: number
  readonly shuffle: number
}

/** Keeps requests; one that waited already gets its signature. */
export const keepRequests = async (trx: Trx, rows: readonly RequestRow[]): Promise<void> => {
  if (rows.length === 0) return
  await trx
    .insertInto('ticket_request')
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .constraint('ticket_request__signed_once')
        .doUpdateSet({ signature: (row) => row.ref('excluded.signature') })
        .where('ticket_request.signature', 'is', null),
    )
    .execute()
}

/** A request that waits, of a verified doctor. */
export interface Waiting {
  readonly personId: string
  readonly kind: 'root' | 'renewal' | 'label'
  readonly period: number
  readonly rung: string
  readonly blinded: Buffer
}

const waitingRequests = (db: Db) =>
  db
    .selectFrom('ticket_request as t')
    .innerJoin('person as p', 'p.id', 't.person_id')
    .select(['t.person_id as personId', 't.kind', 't.period', 't.rung', 't.blinded'])
    .where('t.signature', 'is', null)
    .where('p.verified', '=', true)

/** Doctors who have entered, and of whom nothing is there for an epoch, signed or waiting. */
export const withoutRenewal = async (db: Db, epoch: number): Promise<string[]> =>
  (
    await db
      .selectFrom('person as p')
      .select('p.id')
      .where('p.verified', '=', true)
      .where('p.root_issued', '=', true)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('ticket_request as t')
              .select('t.period')
              .whereRef('t.person_id', '=', 'p.id')
              .where('t.kind', '=', 'renewal')
              .where('t.period', '=', epoch),
          ),
        ),
      )
      .execute()
  ).map(({ id }) => id)

/** Of whom a request `t` is: a doctor whose root is signed. */
const hasEntered = sql<boolean>`exists (
  select from ticket_request r where r.person_id = t.person_id and r.kind = 'root' and r.signature is not null)`

/** Whose root waits: those who enter together. */
export const waitingToEnter = async (db: Db): Promise<string[]> =>
  (await waitingRequests(db).where('t.kind', '=', 'root').execute()).map(({ personId }) => personId)

/** Renewals that wait for these epochs, of doctors whose root is signed or is among those given. */
export const waitingRenewals = async (db: Db, fromEpoch: number, toEpoch: number, entering: readonly string[]): Promise<Waiting[]> =>
  (await waitingRequests(db)
    .where('t.kind', '=', 'renewal')
    .where('t.period', '>=', fromEpoch)
    .where('t.period', '<=', toEpoch)
    .where(({ or, eb }) => or([hasEntered, eb('t.person_id', '=', sql<string>`any(${[...entering]}::uuid[])`)]))
    .execute()) as Waiting[]

export const waitingRoots = async (db: Db, entering: readonly string[]): Promise<Waiting[]> =>
  (await waitingRequests(db)
    .where('t.kind', '=', 'root')
    .where('t.person_id', '=', sql<string>`any(${[...entering]}::uuid[])`)
    .execute()) as Waiting[]

/** Labels of a quarter that wait and may be signed with an epoch, with what their doctors may carry and carry already; of some doctors, or of all who have entered. */
export const waitingLabels = async (db: Db, period: number, epoch: number, entering: readonly string[] | 'everybody') =>
  (await waitingRequests(db)
    .leftJoin('ticket_request as held', (join) =>
      join
        .onRef('held.person_id', '=', 't.person_id')
        .onRef('held.period', '=', 't.period')
        .on('held.kind', '=', 'label')
        .on('held.signature', 'is not', null),
    )
    .select(['p.specialty', 'p.country', 'p.may_carry as mayCarry', 'p.named', 'held.rung as held'])
    .where('t.kind', '=', 'label')
    .where('t.period', '=', period)
    .where('t.from_epoch', '<=', epoch)
    .$if(entering !== 'everybody', (query) => query.where('t.person_id', '=', sql<string>`any(${[...entering]}::uuid[])`))
    .$if(entering === 'everybody', (query) => query.where(hasEntered))
    .execute()) as (Waiting & {
    specialty: string | null
    country: string | null
    mayCarry: string[] | null
    named: boolean
    held: string | null
  })[]

/** Gives requests their signatures, all in one statement, so that nothing tells one from the other. */
export const signRequests = async (trx: Trx, signed: readonly (Omit<Waiting, 'blinded'> & { signature: Buffer })[]): Promise<void> => {
  if (signed.length === 0) return
  await sql`
    update ticket_request t set signature = decode(s.signature, 'hex')
    from unnest(
      ${signed.map(({ personId }) => personId)}::uuid[], ${signed.map(({ kind }) => kind)}::text[],
      ${signed.map(({ period }) => period)}::integer[], ${signed.map(({ rung }) => rung)}::text[],
      ${signed.map(({ signature }) => signature.toString('hex'))}::text[]
    ) as s (person_id, kind, period, rung, signature)
    where t.person_id = s.person_id and t.kind = s.kind and t.period = s.period and t.rung = s.rung`.execute(trx)
}

/** A doctor whose label has become finer carries the coarser one no more. */
export const dropCoarser = async (trx: Trx, gone: readonly { personId: string; period: number; rung: string }[]): Promise<void> => {
  if (gone.length === 0) return
  await sql`
    delete from ticket_request t
    using unnest(
      ${gone.map(({ personId }) => personId)}::uuid[], ${gone.map(({ period }) => period)}::integer[], ${gone.map(({ rung }) => rung)}::text[]
    ) as g (person_id, period, rung)
    where t.kind = 'label' and t.person_id = g.person_id and t.period = g.period and t.rung = g.rung`.execute(trx)
}

/** By when those who wait enter together; null while nobody waits. */
export const readOpening = (db: Db) => db.selectFrom('opening').select(['group_opens_by as by', 'epoch']).executeTakeFirst()

/** The same, held until this transaction ends; there from the first time on. */
export const holdOpening = async (trx: Trx, epoch: number): Promise<{ by: Date | null; epoch: number }> => {
  await trx
    .insertInto('opening')
    .values({ one: true, group_opens_by: null, epoch })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return trx.selectFrom('opening').select(['group_opens_by as by', 'epoch']).forUpdate().executeTakeFirstOrThrow()
}

export const keepOpening = (trx: Trx, { by, epoch }: { by: Date | null; epoch: number }) =>
  trx.updateTable('opening').set({ group_opens_by: by, epoch }).execute()

/** Of several blinded messages, which are known, and their signatures as far as they are signed. */
export const findSignatures = async (db: Db, hashes: readonly Buffer[]): Promise<{ hash: Buffer; signature: Buffer | null }[]> =>
  db
    .selectFrom('ticket_request')
    .select([sql<Buffer>`sha256(blinded)`.as('hash'), 'signature'])
    .where(sql<boolean>`sha256(blinded) = any(${hashes.map((hash) => `\\x${hash.toString('hex')}`)}::bytea[])`)
    .execute()

/**
 * Forgets what was asked and signed for a root that is given up: root, labels, and renewals not yet signed. Renewals that are signed stay until their
 * epoch is over, and one epoch more is kept empty, so that the old account has lapsed before a new one can be valid.
 */
export const dropRequestsOfRoot = async (trx: Trx, personId: string, lastEpoch: number, shuffle: number): Promise<void> => {
  await trx
    .deleteFrom('ticket_request')
    .where('person_id', '=', personId)
    .where(({ or, eb }) => or([eb('kind', '<>', 'renewal'), eb('signature', 'is', null)]))
    .execute()
  await trx
    .insertInto('ticket_request')
    .values({ person_id: personId, kind: 'renewal', period: lastEpoch + 1, rung: '', blinded: nothing, signature: nothing, shuffle })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Forgets what waits to be signed for a person. */
export const dropUnsigned = (trx: Trx, personId: string) =>
  trx.deleteFrom('ticket_request').where('person_id', '=', personId).where('signature', 'is', null).execute()

const nothing = Buffer.alloc(0)

export const dropAllRequests = async (trx: Trx, personId: string): Promise<void> => {
  await trx.deleteFrom('ticket_request').where('person_id', '=', personId).execute()
  await trx.deleteFrom('name_attestation').where('person_id', '=', personId).execute()
  await trx.deleteFrom('name_challenge').where('person_id', '=', personId).execute()
}

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
