import type { Transaction } from 'kysely'
import type { CaseForm } from '#contract/community/cases.ts'
import type { TextLanguage } from '#contract/shapes.ts'
import { emit } from '../../platform/events.ts'
import type { Jobs } from '../../platform/jobs.ts'
import type { DB } from '../../platform/schema/community.generated.ts'
import { days, later } from '../../platform/time.ts'
import type { Deps } from '../deps.ts'
import type { Passed } from '../texts/Passed.ts'
import { type Setting, writeText, writeTextIfAny } from '../texts/write-text.ts'
import { casePosted } from './cases.events.ts'
import { saysWords, viewKeyKeptFor } from './cases.rules.ts'
import { addCase, addLab, addOutcome, addSection, addSuspicion, addTransition, addViewKey, addVital, type NewCase } from './cases.sql.ts'

type Needs = Pick<Deps, 'clock' | 'ids'> & { readonly jobs: Pick<Jobs, 'ask'> }

/** The same words in the other language, written by a person, where there are any: by the original wording. */
export type HumanWords = ReadonlyMap<string, Partial<Record<TextLanguage, string>>>

/** What goes with every wording of one sending. */
export interface Said {
  readonly passed: Passed
  readonly setting: Setting
  readonly human?: HumanWords | undefined
}

/** A wording with what a person has written of it in other languages. */
export const worded = (language: TextLanguage, body: string, { passed, setting, human }: Said) => {
  const alsoIn = human?.get(body)
  return { language, body, passed, setting, ...(alsoIn ? { alsoIn } : {}) }
}

/** Writes down everything a case says, as asked now or, when it was published elsewhere, then. The thread of the same id stands already. */
export const keepCase = async (
  deps: Needs,
  trx: Transaction<DB>,
  form: CaseForm,
  row: Pick<NewCase, 'id' | 'post_tag' | 'request_hash' | 'source' | 'doi' | 'url' | 'licence' | 'external_id'> & { asked_at?: Date },
  said: Said,
): Promise<void> => {
  const now = deps.clock.now()
  const at = row.asked_at ?? now
  const write = (body: string) => writeText(deps, trx, worded(form.language, body, said))
  const { id } = row
  const solved = form.mode === 'share'
  await addCase(trx, {
    ...row,
    mode: form.mode,
    state: solved ? 'case-study' : 'open',
    question_text_id: await write(form.question),
    question_types: form.questionTypes,
    urgency: form.urgency,
    patient_leaves_at: form.patientLeavesAt === null ? null : new Date(form.patientLeavesAt),
    age_band: form.patient.ageBand,
    sex: form.patient.sex,
    pregnant: form.patient.pregnant,
    consent: form.consent,
    asked_at: at,
    resolved_at: solved ? at : null,
  })
  for (const [name, text] of Object.entries(form.sections)) {
    const textId = await writeTextIfAny(deps, trx, worded(form.language, text ?? '', said))
    if (textId) await addSection(trx, { case_id: id, name, text_id: textId })
  }
  for (const [position, { code, value }] of form.vitals.entries()) await addVital(trx, { case_id: id, position, code, value })
  await keepLabs(deps, trx, { caseId: id, updateId: null }, form, said)
  // Nobody else reads what the asker thinks while the case is open.
  const toOneself = { ...said, setting: { ...said.setting, lends: false } }
  for (const [index, text] of form.suspicions.entries())
    await addSuspicion(trx, { case_id: id, rank: index + 1, text_id: await writeText(deps, trx, worded(form.language, text, toOneself)) })
  if (form.outcome) await keepOutcome(deps, trx, id, form.language, form.outcome, said)
  await addTransition(trx, {
    id: deps.ids.timed(now),
    case_id: id,
    from_state: null,
    to_state: solved ? 'case-study' : 'open',
    made_at: at,
    made_by: row.external_id === undefined ? 'asker' : 'system',
  })
  const dropped = later(now, viewKeyKeptFor * days)
  await addViewKey(trx, { case_id: id, key: deps.ids.bytes(32), dropped_on: dropped.toISOString().slice(0, 10) })
  await emit(deps, trx, casePosted, { caseId: id, imported: row.external_id !== undefined })
}

/** Writes down the laboratory values of a story, or of one update. */
export const keepLabs = async (
  deps: Needs,
  trx: Transaction<DB>,
  { caseId, updateId }: { caseId: string; updateId: string | null },
  { language, labs }: Pick<CaseForm, 'language' | 'labs'>,
  said: Said,
): Promise<void> => {
  const write = (body: string) => writeText(deps, trx, worded(language, body, said))
  const inWords = (typed: string | null) => (typed !== null && saysWords(typed) ? write(typed) : null)
  for (const [position, { name, hoursBefore = null, ...figures }] of labs.entries())
    await addLab(trx, {
      case_id: caseId,
      update_id: updateId,
      position,
      name_text_id: await write(name),
      value_text_id: await inWords(figures.value),
      unit_text_id: await inWords(figures.unit),
      range_text_id: await inWords(figures.range),
      ...figures,
      hours_before: hoursBefore,
    })
}

/** Writes down what a case turned out to be. */
export const keepOutcome = async (
  deps: Needs,
  trx: Transaction<DB>,
  caseId: string,
  language: TextLanguage,
  outcome: NonNullable<CaseForm['outcome']>,
  said: Said,
): Promise<void> =>
  void (await addOutcome(trx, {
    case_id: caseId,
    final_diagnosis_text_id: await writeText(deps, trx, worded(language, outcome.finalDiagnosis, said)),
    confirmed_by: outcome.confirmedBy,
    course_text_id: await writeTextIfAny(deps, trx, worded(language, outcome.course, said)),
    learning_point_text_id: await writeTextIfAny(deps, trx, worded(language, outcome.learningPoint, said)),
    closed_at: deps.clock.now(),
  }))
