import { findCountry } from '#atlas/countries.ts'
import type { Deps, Trx } from '../deps.ts'
import { findHolder } from '../persons/know-person.ts'
import { type FoundInRegister, findInRegister } from '../registers/findInRegister.ts'
import { matchWrittenName } from '../registers/names/matchNames.rules.ts'
import type { PersonName, RegisterRecord } from '../registers/RegisterAdapter.ts'
import { casesIn, findCase, isBuried, proofsOf, staleCases } from './applications.sql.ts'
import { formOf, type KeptLine, namesOf } from './case-file.ts'
import { type MoveDeps, moveCase } from './move-case.ts'
import { type CaseState, type Finding, isTieDue, type Match, type Standing } from './verification.rules.ts'

type ReadDeps = MoveDeps & Pick<Deps, 'registers' | 'log' | 'trainees' | 'retired'>

const dayOf = (instant: Date): string => instant.toISOString().slice(0, 10)

/** Reads the register for a case that waits for it, or whose doctor is inside; asked again, it is read again. */
export const lookUpCase = async (deps: ReadDeps, applicationId: string): Promise<void> => {
  const row = await findCase(deps.db, applicationId)
  if (!row?.numberHash) return
  const { country, number, legalName } = formOf(deps, row)
  if (!country || !number || !legalName || !readable.has(row.state as CaseState)) return
  const found = await findInRegister(deps, { country, number })
  await deps.db.transaction().execute((trx) => keepAnswer(trx, deps, applicationId, found))
}

/** Moves a case by what its register answered; one that waits for no answer any more stays where it is. */
export const keepAnswer = async (trx: Trx, deps: ReadDeps, applicationId: string, found: FoundInRegister): Promise<void> => {
  const row = await findCase(trx, applicationId)
  if (!row?.numberHash || !readable.has(row.state as CaseState)) return
  const { finding, line } = findingOf(deps, found, namesOf(formOf(deps, row)))
  const holder = await findHolder(trx, row.numberHash)
  await moveCase(trx, deps, applicationId, {
    event: {
      type: 'look-up',
      finding,
      boundToAnother: holder !== null && holder !== row.personId,
      tombstoned: await isBuried(trx, row.numberHash, dayOf(deps.clock.now())),
    },
    actor: 'program',
    ...(line ? { line } : {}),
  })
}

const readable: ReadonlySet<CaseState> = new Set([
  'matching',
  'match-review',
  'verified',
  'verified-restricted',
  'recheck-due',
  'suspended',
])

/** What an answer of a register means for somebody who goes by these names. */
const findingOf = (
  settings: Pick<Deps, 'trainees' | 'retired'>,
  { outcome, record, asOf, namesakes, birthDateMatched, adapter }: FoundInRegister,
  names: readonly string[],
): { finding: Finding; line: KeptLine | null } => {
  if (outcome === 'manual') return { finding: { outcome: 'by-hand' }, line: null }
  if (outcome === 'unavailable' || !adapter) return { finding: { outcome: 'unavailable' }, line: null }
  if (outcome === 'miss' || !record || !asOf) return { finding: { outcome: 'miss', authoritative: adapter.authoritativeMiss }, line: null }
  const read = { record, asOf, freshForHours: adapter.freshForHours, by: 'register' as const, namesakes }
  const { match, score } = matchOf(settings, read, names)
  return { finding: { outcome: 'hit', match }, line: { ...keptLine(record, asOf), score, birthDateMatched } }
}

/** How a line agrees with the names somebody goes by. */
export const matchOf = (
  settings: Pick<Deps, 'trainees' | 'retired'>,
  read: { record: RegisterRecord; asOf: Date; freshForHours: number; by: Match['by']; namesakes: number | null },
  names: readonly string[],
): { match: Match; score: number } => {
  const { record, asOf, freshForHours, by, namesakes } = read
  const best = names.map((name) => matchWrittenName(name, record.names)).toSorted((one, other) => other.score - one.score)[0]
  return {
    score: best?.score ?? 0,
    match: {
      by,
      standing: standingHere(settings, record.standing),
      name: best?.decision ?? 'mismatch',
      flags: [
        ...((namesakes ?? 0) > 0 ? (['shared-name'] as const) : []),
        ...(record.flags.length > 0 ? (['not-surely-physician'] as const) : []),
        ...(record.eligible === 'review' ? (['standing'] as const) : []),
      ],
      freshUntil: dayOf(new Date(asOf.getTime() + freshForHours * 3_600_000)),
    },
  }
}

/** What this instance makes of doctors in training and of those who no longer practise. */
const standingHere = ({ trainees, retired }: Pick<Deps, 'trainees' | 'retired'>, standing: Standing): Standing =>
  standing === 'training' && !trainees ? 'not-practising' : standing === 'not-practising' && retired ? 'restricted' : standing

const written = ({ given, family }: PersonName): string => `${given} ${family}`.trim()

export const keptLine = (record: RegisterRecord, asOf: Date): Omit<KeptLine, 'score' | 'birthDateMatched'> => ({
  names: record.names.map(written),
  standing: record.standing,
  rawStatus: record.rawStatus,
  specialties: [...record.specialtyRaw],
  remarks: [record.credential, ...record.licences, record.validUntil].filter((remark): remark is string => Boolean(remark)),
  asOf: dayOf(asOf),
  contact: record.contact,
})

/** A register of degrees, which nobody takes back: the doctor shows once a year that the line is still theirs. */
const showsNoStanding = (country: string | null): boolean => country === 'MX'

/** Reads again whatever is due: doctors whose line has grown old, cases that wait for a register that was silent, and time that ran out. */
export const passDay = async (deps: ReadDeps): Promise<void> => {
  const on = dayOf(deps.clock.now())
  for (const { id, state, country } of [...(await casesIn(deps.db, ['proving'])), ...(await staleCases(deps.db, on))]) {
    if (state !== 'proving' && findCountry(country ?? '')) await lookUpCase(deps, id)
    await deps.db.transaction().execute(async (trx) => {
      const possessionAnew =
        showsNoStanding(country) &&
        isTieDue(
          (await proofsOf(trx, id)).filter((proof) => proof.state === 'passed'),
          on,
        )
      await moveCase(trx, deps, id, { event: { type: 'day-passed', possessionAnew }, actor: 'program' })
    })
  }
}

/** Asks again where a register was silent or the program stopped half-way. */
export const lookUpWaiting = async (deps: ReadDeps): Promise<void> => {
  for (const { id } of await casesIn(deps.db, ['matching'])) await lookUpCase(deps, id)
  for (const { id } of await casesIn(deps.db, ['match-review'])) {
    const row = await findCase(deps.db, id)
    const { reasons = [] } = (row?.course ?? {}) as { reasons?: readonly string[] }
    if (reasons.includes('register-silent')) await lookUpCase(deps, id)
  }
}
