import type { Evidence } from '#contract/registrar/applications.ts'
import type { Db, Trx } from '../deps.ts'

const columns = [
  'id',
  'state',
  'revision',
  'country',
  'specialty',
  'number',
  'name',
  'former_names as formerNames',
  'reason',
  'decided_on as decidedOn',
] as const

/** The application of a person that counts: the one under way, else the one decided last. */
export const findApplication = (db: Db, personId: string) =>
  db
    .selectFrom('application')
    .select([...columns, 'number_hash as numberHash'])
    .where('person_id', '=', personId)
    .orderBy(({ eb }) => eb('state', '=', 'declined'))
    .orderBy('decided_on', 'desc')
    .limit(1)
    .executeTakeFirst()

/** An application as a verifier reads it, with the language its applicant reads. */
export const findForDesk = (db: Db, id: string) =>
  db
    .selectFrom('application as a')
    .innerJoin('person as p', 'p.id', 'a.person_id')
    .leftJoin('waiting as w', 'w.application_id', 'a.id')
    .select([
      'a.id',
      'a.state',
      'a.revision',
      'a.country',
      'a.specialty',
      'a.number',
      'a.number_hash as numberHash',
      'a.name',
      'a.former_names as formerNames',
      'a.reason',
      'a.decided_on as decidedOn',
      'a.person_id as personId',
      'p.language',
      'w.since',
    ])
    .where('a.id', '=', id)
    .executeTakeFirst()

/** An application nobody else may decide until this transaction ends. */
export const lockApplication = (trx: Trx, id: string) =>
  trx.selectFrom('application').select('id').where('id', '=', id).forUpdate().executeTakeFirst()

interface Typed {
  country: string | null
  specialty: string | null
  number: Buffer | null
  number_hash: Buffer | null
  name: Buffer | null
  former_names: Buffer
}

export const addApplication = (trx: Trx, row: Typed & { id: string; person_id: string; revision: number; shuffle: number }) =>
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

/** Begins a new application with what the last one said. */
export const copyApplication = (trx: Trx, fromId: string, row: { id: string; shuffle: number }) =>
  trx
    .insertInto('application')
    .columns(['id', 'shuffle', 'state', 'person_id', 'country', 'specialty', 'number', 'number_hash', 'name', 'former_names'])
    .expression(({ selectFrom, val }) =>
      selectFrom('application')
        .select([
          val(row.id).$castTo<string>().as('id'),
          val(row.shuffle).$castTo<number>().as('shuffle'),
          val('draft').$castTo<string>().as('state'),
          'person_id',
          'country',
          'specialty',
          'number',
          'number_hash',
          'name',
          'former_names',
        ])
        .where('id', '=', fromId),
    )
    .execute()

export const startWaiting = async (trx: Trx, id: string, since: Date): Promise<void> => {
  await trx
    .updateTable('application')
    .set(({ eb }) => ({ state: 'submitted', reason: null, revision: eb('revision', '+', 1) }))
    .where('id', '=', id)
    .execute()
  await trx.insertInto('waiting').values({ application_id: id, since }).execute()
}

export const endWaiting = async (
  trx: Trx,
  id: string,
  settled: { state: 'approved' | 'declined' | 'more-wanted'; reason: Buffer | null; decided_on: string | null },
): Promise<void> => {
  await trx
    .updateTable('application')
    .set(({ eb }) => ({ ...settled, revision: eb('revision', '+', 1) }))
    .where('id', '=', id)
    .execute()
  await trx.deleteFrom('waiting').where('application_id', '=', id).execute()
}

/** Where an application stands in the queue, 1 being next, and how many wait. */
export const placeOf = async (db: Db, id: string): Promise<{ place: number | null; waiting: number }> => {
  const queue = await db.selectFrom('waiting').select('application_id as id').orderBy('since').orderBy('application_id').execute()
  const at = queue.findIndex((waiting) => waiting.id === id)
  return { place: at < 0 ? null : at + 1, waiting: queue.length }
}

export const queue = (db: Db) =>
  db
    .selectFrom('waiting as w')
    .innerJoin('application as a', 'a.id', 'w.application_id')
    .innerJoin('person as p', 'p.id', 'a.person_id')
    .select(['a.id as applicationId', 'a.country', 'a.specialty', 'p.language', 'w.since'])
    .orderBy('w.since')
    .orderBy('w.application_id')
    .limit(500)
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

export const evidenceOf = async (db: Db, applicationId: string): Promise<(Evidence & { uploadKey: string })[]> =>
  (await db
    .selectFrom('evidence')
    .select(['id', 'kind', 'media_type as mediaType', 'bytes', 'upload_key as uploadKey'])
    .where('application_id', '=', applicationId)
    .orderBy('kind')
    .orderBy('id')
    .execute()) as (Evidence & { uploadKey: string })[]

export const addEvidenceRow = (
  trx: Trx,
  row: { id: string; application_id: string; kind: string; media_type: string; bytes: number; upload_key: string; shuffle: number },
) => trx.insertInto('evidence').values(row).execute()

export const dropEvidenceRow = (trx: Trx, id: string) => trx.deleteFrom('evidence').where('id', '=', id).execute()

export const applicationsOf = (db: Db, personId: string) =>
  db.selectFrom('application').select('id').where('person_id', '=', personId).execute()

export const dropApplicationRows = (trx: Trx, personId: string) => trx.deleteFrom('application').where('person_id', '=', personId).execute()
