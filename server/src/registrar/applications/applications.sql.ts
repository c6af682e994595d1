import { sql } from 'kysely'
import type { Evidence } from '#contract/registrar/applications.ts'
import type { ProofKind, ProofMethod } from '#contract/registrar/proofs.ts'
import type { Db, Trx } from '../deps.ts'
import type { CaseState } from './verification.rules.ts'

const columns = [
  'a.id',
  'a.person_id as personId',
  'a.state',
  'a.since',
  'a.revision',
  'a.country',
  'a.specialty',
  'a.number',
  'a.number_hash as numberHash',
  'a.name',
  'a.former_names as formerNames',
  'a.reason',
  'a.appeal',
  'a.course',
  'a.line',
  'a.fresh_until as freshUntil',
  'a.verified_on as verifiedOn',
  'a.told',
] as const

export type ApplicationRow = NonNullable<Awaited<ReturnType<typeof findCase>>>

const decided: readonly CaseState[] = [
  'verified',
  'verified-restricted',
  'recheck-due',
  'disputed',
  'lapsed',
  'suspended',
  'revoked',
  'rejected',
  'withdrawn',
]
const ended: readonly CaseState[] = ['revoked', 'rejected', 'withdrawn']

/** The application of a person that counts: the one under way, else one that holds, else the one ended last. */
export const findApplication = (db: Db, personId: string) =>
  db
    .selectFrom('application as a')
    .select(columns)
    .where('a.person_id', '=', personId)
    .orderBy(({ eb }) => eb('a.state', 'in', decided))
    .orderBy(({ eb }) => eb('a.state', 'in', ended))
    .orderBy('a.since', 'desc')
    .orderBy('a.id')
    .limit(1)
    .executeTakeFirst()

export const findCase = (db: Db, id: string) => db.selectFrom('application as a').select(columns).where('a.id', '=', id).executeTakeFirst()

/** A case nobody else may move until this transaction ends. */
export const lockCase = (trx: Trx, id: string) =>
  trx.selectFrom('application as a').select(columns).where('a.id', '=', id).forUpdate().executeTakeFirst()

/** The states of every case of a person, with what the person would be verified as. */
export const casesOf = (db: Db, personId: string) =>
  db.selectFrom('application as a').select(columns).where('a.person_id', '=', personId).orderBy('a.id').execute()

/** The case of a person that a licence number belongs to. */
export const findCaseByNumber = (db: Db, numberHash: Buffer, personId: string) =>
  db
    .selectFrom('application as a')
    .select(columns)
    .where('a.number_hash', '=', numberHash)
    .where('a.person_id', '=', personId)
    .where('a.state', 'in', ['verified', 'verified-restricted', 'recheck-due', 'lapsed', 'suspended', 'disputed'])
    .executeTakeFirst()

/** Another case about the same number that is disputed. */
export const findRival = (db: Db, numberHash: Buffer, id: string) =>
  db
    .selectFrom('application as a')
    .select(columns)
    .where('a.number_hash', '=', numberHash)
    .where('a.id', '<>', id)
    .where('a.state', '=', 'disputed')
    .executeTakeFirst()

/** Cases of others that claim the same number and are under way. */
export const rivalsUnderWay = (db: Db, numberHash: Buffer, personId: string) =>
  db
    .selectFrom('application')
    .select('id')
    .where('number_hash', '=', numberHash)
    .where('person_id', '<>', personId)
    .where('state', 'in', ['match-review', 'matching', 'proving', 'proof-review', 'second-review'])
    .orderBy('id')
    .execute()

interface Typed {
  country: string | null
  specialty: string | null
  number: Buffer | null
  number_hash: Buffer | null
  name: Buffer | null
  former_names: Buffer
}

export const addApplication = (
  trx: Trx,
  row: Typed & { id: string; person_id: string; revision: number; since: string; shuffle: number },
) =>
  trx
    .insertInto('application')
    .values({ ...row, state: 'draft' })
    .execute()

export const changeApplication = (trx: Trx, id: string, typed: Typed) =>
  trx
    .updateTable('application')
    .set(({ eb }) => ({ ...typed, revision: eb('revision', '+', 1) }))
    .where('id', '=', id)
    .execute()

/** Begins a new application with what the last one said; for a further licence with the name and specialty alone. */
export const copyApplication = (trx: Trx, fromId: string, row: { id: string; since: string; shuffle: number }, whole: boolean) =>
  trx
    .insertInto('application')
    .columns(['id', 'shuffle', 'since', 'state', 'person_id', 'specialty', 'name', 'former_names', 'country', 'number', 'number_hash'])
    .expression(({ selectFrom, val, ref }) =>
      selectFrom('application')
        .select([
          val(row.id).$castTo<string>().as('id'),
          val(row.shuffle).$castTo<number>().as('shuffle'),
          val(row.since).$castTo<string>().as('since'),
          val('draft').$castTo<string>().as('state'),
          'person_id',
          'specialty',
          'name',
          'former_names',
          (whole ? ref('country') : val(null).$castTo<string | null>()).as('country'),
          (whole ? ref('number') : val(null).$castTo<Buffer | null>()).as('number'),
          (whole ? ref('number_hash') : val(null).$castTo<Buffer | null>()).as('number_hash'),
        ])
        .where('id', '=', fromId),
    )
    .execute()

/** Writes down where a case has come to. */
export const saveCase = (
  trx: Trx,
  id: string,
  row: {
    state: CaseState
    since: string
    fresh_until: string | null
    course: string
    line?: Buffer | null
    reason?: Buffer | null
    appeal?: Buffer
    verified_on?: string
    told?: boolean
  },
) =>
  trx
    .updateTable('application')
    .set(({ eb }) => ({ ...row, revision: eb('revision', '+', 1) }))
    .where('id', '=', id)
    .execute()

export const markTold = (trx: Trx, id: string) => trx.updateTable('application').set({ told: true }).where('id', '=', id).execute()

/** Refusals the program made before this day, of which nobody has learnt yet. */
export const untold = (db: Db, before: string) =>
  db.selectFrom('application').select(['id']).where('told', '=', false).where('since', '<', before).execute()

/** Cases that stand in one of these states. */
export const casesIn = (db: Db, states: readonly CaseState[]) =>
  db.selectFrom('application').select(['id', 'state', 'country']).where('state', 'in', states).orderBy('id').execute()

/** Verified doctors whose line was read too long ago. */
export const staleCases = (db: Db, on: string) =>
  db
    .selectFrom('application')
    .select(['id', 'state', 'country'])
    .where('state', 'in', ['verified', 'verified-restricted', 'recheck-due'])
    .where(({ eb, or }) => or([eb('fresh_until', 'is', null), eb('fresh_until', '<=', on), eb('state', '=', 'recheck-due')]))
    .orderBy('id')
    .execute()

export const startWaiting = (trx: Trx, id: string, since: Date) =>
  trx
    .insertInto('waiting')
    .values({ application_id: id, since })
    .onConflict((conflict) => conflict.column('application_id').doNothing())
    .execute()

/** Ends a wait; the answer is since when it lasted. */
export const endWaiting = async (trx: Trx, id: string): Promise<Date | null> =>
  (await trx.deleteFrom('waiting').where('application_id', '=', id).returning('since').executeTakeFirst())?.since ?? null

export const waitingSince = async (db: Db, id: string): Promise<Date | null> =>
  (await db.selectFrom('waiting').select('since').where('application_id', '=', id).executeTakeFirst())?.since ?? null

/** Where an application stands among all that wait, 1 being the oldest, and how many wait. */
export const placeOf = async (db: Db, id: string): Promise<{ place: number | null; waiting: number }> => {
  const queue = await db.selectFrom('waiting').select('application_id as id').orderBy('since').orderBy('application_id').execute()
  const at = queue.findIndex((waiting) => waiting.id === id)
  return { place: at < 0 ? null : at + 1, waiting: queue.length }
}

/** Everything a person might have to look at, oldest first. */
export const deskCases = (db: Db) =>
  db
    .selectFrom('application as a')
    .innerJoin('person as p', 'p.id', 'a.person_id')
    .leftJoin('waiting as w', 'w.application_id', 'a.id')
    .select([...columns, 'p.language', 'p.email', 'w.since as waitsSince'])
    .where(({ eb, or }) =>
      or([
        eb('a.state', 'in', ['match-review', 'proving', 'proof-review', 'second-review', 'disputed', 'suspended', 'recheck-due']),
        sql<boolean>`a.state in ('verified', 'verified-restricted') and (a.course ->> 'again')::boolean`,
      ]),
    )
    .orderBy('w.since')
    .orderBy('a.since')
    .orderBy('a.id')
    .limit(2_000)
    .execute()

/** How many other persons have applied with this number. */
export const countOthersWith = async (db: Db, numberHash: Buffer, personId: string): Promise<number> =>
  (
    await db
      .selectFrom('application')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('number_hash', '=', numberHash)
      .where('person_id', '<>', personId)
      .where('state', '<>', 'draft')
      .executeTakeFirstOrThrow()
  ).count

export const evidenceOf = async (db: Db, applicationId: string): Promise<(Evidence & { uploadKey: string; lookedOn: string | null })[]> =>
  (await db
    .selectFrom('evidence')
    .select(['id', 'kind', 'media_type as mediaType', 'bytes', 'upload_key as uploadKey', 'looked_on as lookedOn'])
    .where('application_id', '=', applicationId)
    .orderBy('kind')
    .orderBy('id')
    .execute()) as (Evidence & { uploadKey: string; lookedOn: string | null })[]

export const addEvidenceRow = (
  trx: Trx,
  row: {
    id: string
    application_id: string
    kind: string
    media_type: string
    bytes: number
    upload_key: string
    sent_on: string
    shuffle: number
  },
) => trx.insertInto('evidence').values(row).execute()

export const dropEvidenceRow = (trx: Trx, id: string) => trx.deleteFrom('evidence').where('id', '=', id).execute()

export const applicationsOf = (db: Db, personId: string) =>
  db.selectFrom('application').select('id').where('person_id', '=', personId).execute()

export const dropApplicationRows = (trx: Trx, personId: string) => trx.deleteFrom('application').where('person_id', '=', personId).execute()

export const markLookedAt = (trx: Trx, id: string, on: string) =>
  trx.updateTable('evidence').set({ looked_on: on }).where('id', '=', id).where('looked_on', 'is', null).execute()

/** Documents whose time is over: looked at by this day, or sent by that. */
export const agedEvidence = (db: Db, { lookedBy, sentBy }: { lookedBy: string; sentBy: string }) =>
  db
    .selectFrom('evidence')
    .select('id')
    .where(({ eb, or }) => or([eb('looked_on', '<=', lookedBy), eb('sent_on', '<=', sentBy)]))
    .execute()

export interface ProofRow {
  readonly id: string
  readonly applicationId: string
  readonly kind: ProofKind
  readonly method: ProofMethod
  readonly state: 'asked' | 'passed' | 'failed' | 'suspected'
  readonly reference: string | null
  readonly detail: Buffer | null
  readonly seenBy: string | null
  readonly askedOn: string
  readonly settledOn: string | null
}

const proofColumns = [
  'id',
  'application_id as applicationId',
  'kind',
  'method',
  'state',
  'reference',
  'detail',
  'seen_by as seenBy',
  'asked_on as askedOn',
  'settled_on as settledOn',
] as const

export const proofsOf = async (db: Db, applicationId: string): Promise<ProofRow[]> =>
  (await db
    .selectFrom('proof')
    .select(proofColumns)
    .where('application_id', '=', applicationId)
    .orderBy('asked_on')
    .orderBy('id')
    .execute()) as ProofRow[]

export const proofsOfMany = async (db: Db, ids: readonly string[]): Promise<ProofRow[]> =>
  ids.length === 0
    ? []
    : ((await db
        .selectFrom('proof')
        .select(proofColumns)
        .where('application_id', 'in', ids)
        .orderBy('asked_on')
        .orderBy('id')
        .execute()) as ProofRow[])

/** Which of these cases have which kinds of document. */
export const evidenceKindsOfMany = (db: Db, ids: readonly string[]) =>
  ids.length === 0
    ? Promise.resolve([])
    : db.selectFrom('evidence').select(['application_id as applicationId', 'kind']).distinct().where('application_id', 'in', ids).execute()

export const proofById = async (db: Db, id: string): Promise<ProofRow | undefined> =>
  (await db.selectFrom('proof').select(proofColumns).where('id', '=', id).executeTakeFirst()) as ProofRow | undefined

export const proofBySubject = async (db: Db, subjectHash: Buffer): Promise<ProofRow | undefined> =>
  (await db.selectFrom('proof').select(proofColumns).where('subject_hash', '=', subjectHash).executeTakeFirst()) as ProofRow | undefined

/** Whether a document served another person already. */
export const subjectServedAnother = async (db: Db, subjectHash: Buffer, personId: string): Promise<boolean> =>
  (await db
    .selectFrom('proof as p')
    .innerJoin('application as a', 'a.id', 'p.application_id')
    .select('p.id')
    .where('p.subject_hash', '=', subjectHash)
    .where('a.person_id', '<>', personId)
    .limit(1)
    .executeTakeFirst()) !== undefined

export const addProof = (
  trx: Trx,
  row: {
    id: string
    application_id: string
    kind: ProofKind
    method: ProofMethod
    state: ProofRow['state']
    reference: string | null
    detail: Buffer | null
    subject_hash: Buffer | null
    seen_by: string | null
    asked_on: string
    settled_on: string | null
    shuffle: number
  },
) => trx.insertInto('proof').values(row).execute()

export const settleProofRow = (
  trx: Trx,
  id: string,
  row: {
    state: 'passed' | 'failed' | 'suspected'
    kind?: ProofKind
    reference?: string | null
    detail: Buffer | null
    subject_hash?: Buffer | null
    seen_by: string | null
    settled_on: string
  },
) => trx.updateTable('proof').set(row).where('id', '=', id).execute()

export const dropProofs = (trx: Trx, ids: readonly string[]) => trx.deleteFrom('proof').where('id', 'in', ids).execute()

/** What was asked for and never answered, asked by this day. */
export const agedAsked = (db: Db, askedBy: string) =>
  db.selectFrom('proof').select('id').where('state', '=', 'asked').where('asked_on', '<=', askedBy).execute()

export const isBuried = async (db: Db, numberHash: Buffer, on: string): Promise<boolean> =>
  (await db.selectFrom('tombstone').select('until').where('number_hash', '=', numberHash).where('until', '>=', on).executeTakeFirst()) !==
  undefined

export const buryNumber = (trx: Trx, numberHash: Buffer, until: string) =>
  trx
    .insertInto('tombstone')
    .values({ number_hash: numberHash, until })
    .onConflict((conflict) => conflict.column('number_hash').doUpdateSet({ until }))
    .execute()

export const addTranscription = (trx: Trx, row: { application_id: string; staff_id: string; line: Buffer }) =>
  trx
    .insertInto('transcription')
    .values(row)
    .onConflict((conflict) => conflict.columns(['application_id', 'staff_id']).doUpdateSet({ line: row.line }))
    .execute()

export const transcriptionsOf = (db: Db, applicationId: string) =>
  db
    .selectFrom('transcription')
    .select(['staff_id as staffId', 'line'])
    .where('application_id', '=', applicationId)
    .orderBy('staff_id')
    .execute()

export const everyReader = (db: Db) =>
  db.selectFrom('transcription').select(['application_id as applicationId', 'staff_id as staffId']).execute()

export const dropTranscriptions = (trx: Trx, applicationId: string) =>
  trx.deleteFrom('transcription').where('application_id', '=', applicationId).execute()

export const addDeskTime = (trx: Trx, row: { id: string; kind: 'review' | 'wait'; on_day: string; seconds: number }) =>
  trx.insertInto('desk_time').values(row).execute()

/** Half of the reviews, or waits, since a day took no longer than this. */
export const medianSeconds = async (db: Db, kind: 'review' | 'wait', since: string): Promise<number | null> =>
  (
    await db
      .selectFrom('desk_time')
      .select(sql<number | null>`percentile_disc(0.5) within group (order by seconds)`.as('median'))
      .where('kind', '=', kind)
      .where('on_day', '>=', since)
      .executeTakeFirst()
  )?.median ?? null

export const dropDeskTimes = (db: Db, before: string) => db.deleteFrom('desk_time').where('on_day', '<', before).execute()
