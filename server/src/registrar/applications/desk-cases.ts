import type { CountryCode } from '#atlas/countries.ts'
import type { SpecialtyCode } from '#atlas/specialties.ts'
import type { ApplicationForm, Evidence } from '#contract/registrar/applications.ts'
import type { Language } from '#contract/shapes.ts'
import type { Db, Deps, Trx } from '../deps.ts'
import { findHolder, readPerson } from '../persons/know-person.ts'
import { openText } from '../sealing/fields.ts'
import {
  addDeskTime,
  casesOf,
  countOthersWith,
  deskCases,
  evidenceKindsOfMany,
  evidenceOf,
  findCase,
  findCaseByNumber,
  medianSeconds,
  type ProofRow,
  proofsOfMany,
  transcriptionsOf,
  waitingSince,
} from './applications.sql.ts'
import { fileOf, formOf, type KeptLine, lineOf, openCase } from './case-file.ts'
import { poseOf } from './show-application.ts'
import { type CaseFile, isInside } from './verification.rules.ts'

/** A case the desk might have to do with, without a name. */
export interface DeskCase {
  readonly applicationId: string
  readonly personId: string
  readonly country: CountryCode
  readonly specialty: SpecialtyCode
  readonly language: Language
  /** Where its applicant reads their letters: no reviewer of the same institution sees it. */
  readonly address: string
  readonly since: Date | null
  readonly file: CaseFile
  readonly asked: readonly ProofRow[]
  readonly documents: ReadonlySet<Evidence['kind']>
}

/** Everything the desk might have to do with, oldest first. */
export const listDeskCases = async (deps: Pick<Deps, 'db' | 'secrets'>): Promise<DeskCase[]> => {
  const rows = await deskCases(deps.db)
  const ids = rows.map(({ id }) => id)
  const [proofs, documents] = await Promise.all([proofsOfMany(deps.db, ids), evidenceKindsOfMany(deps.db, ids)])
  const proofsById = Map.groupBy(proofs, ({ applicationId }) => applicationId)
  const documentsById = Map.groupBy(documents, ({ applicationId }) => applicationId)
  return rows.map((row) => {
    const theirs = proofsById.get(row.id) ?? []
    return {
      applicationId: row.id,
      personId: row.personId,
      country: row.country as CountryCode,
      specialty: row.specialty as SpecialtyCode,
      language: row.language as Language,
      address: openText(deps, 'email', row.email) ?? '',
      since: row.waitsSince,
      file: fileOf(row, theirs),
      asked: theirs.filter(({ state }) => state === 'asked'),
      documents: new Set((documentsById.get(row.id) ?? []).map(({ kind }) => kind as Evidence['kind'])),
    }
  })
}

/** A case as somebody who decides it has to see it. */
export interface CaseForDesk {
  readonly id: string
  readonly personId: string
  readonly form: ApplicationForm
  readonly language: Language
  readonly since: Date | null
  readonly file: CaseFile
  readonly proofs: readonly ProofRow[]
  readonly line: KeptLine | null
  readonly evidence: readonly Evidence[]
  readonly pose: string
  readonly reason: string | null
  readonly appeal: string | null
  readonly numberSeen: 'first' | 'applied-twice' | 'bound'
  /** Who has read the register by hand. */
  readonly readers: readonly string[]
}

export const openForDesk = async (db: Db, deps: Pick<Deps, 'secrets'>, id: string): Promise<CaseForDesk | null> => {
  const row = await findCase(db, id)
  const person = row && (await readPerson(db, deps, row.personId))
  if (!row || !person) return null
  const { file, proofs } = await openCase(db, row)
  const holder = row.numberHash && (await findHolder(db, row.numberHash))
  const others = row.numberHash ? await countOthersWith(db, row.numberHash, row.personId) : 0
  return {
    id,
    personId: row.personId,
    form: formOf(deps, row),
    language: person.language,
    since: await waitingSince(db, id),
    file,
    proofs,
    line: lineOf(deps, row),
    evidence: (await evidenceOf(db, id)).map(({ uploadKey: _, lookedOn: __, ...document }) => document),
    pose: poseOf(deps, id),
    reason: openText(deps, 'reason', row.reason),
    appeal: openText(deps, 'appeal', row.appeal),
    numberSeen: holder && holder !== row.personId ? 'bound' : others > 0 ? 'applied-twice' : 'first',
    readers: (await transcriptionsOf(db, id)).map(({ staffId }) => staffId),
  }
}

/** One case, for those who prove something in it. */
export const readCase = (db: Db, id: string) => findCase(db, id)

/** The day somebody who is inside was first verified; null for anybody else. */
export const verifiedSince = async (db: Db, personId: string): Promise<string | null> =>
  (await casesOf(db, personId))
    .filter(({ state }) => isInside(state as CaseFile['state']))
    .flatMap(({ verifiedOn }) => verifiedOn ?? [])
    .sort()[0] ?? null

/** The case of the doctor a licence number is bound to. */
export const findCaseOfHolder = async (db: Db, numberHash: Buffer): Promise<string | null> => {
  const holder = await findHolder(db, numberHash)
  return holder ? ((await findCaseByNumber(db, numberHash, holder))?.id ?? null) : null
}

/** Keeps how long one review took; of which case is not kept. */
export const keepReviewTime = (trx: Trx, deps: Pick<Deps, 'ids' | 'clock'>, seconds: number) =>
  addDeskTime(trx, { id: deps.ids.random(), kind: 'review', on_day: deps.clock.now().toISOString().slice(0, 10), seconds })

export const medianReview = (db: Db, since: string): Promise<number | null> => medianSeconds(db, 'review', since)
