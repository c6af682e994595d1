import type { Transaction } from 'kysely'
import type { CaseForm, CaseState } from '#contract/community/cases.ts'
import { limits } from '#contract/community/cases.ts'
import type { TextLanguage } from '#contract/shapes.ts'
import type { Member } from '../../access.ts'
import { emit } from '../../platform/events.ts'
import { refuse, refuseIf } from '../../platform/refuse.ts'
import { requestHash } from '../../platform/requestHash.ts'
import type { DB } from '../../platform/schema/community.generated.ts'
import type { Deps } from '../deps.ts'
import { type Reader, readerOf } from '../discussion/reader.ts'
import { settingOf } from '../discussion/setting.rules.ts'
import { noteUpdate, setThreadState } from '../discussion/threads.ts'
import { removeImages } from '../media/show-images-in-thread.ts'
import { dropTexts, emptyText } from '../texts/drop-texts.ts'
import { Passed } from '../texts/Passed.ts'
import { writeText, writeTextIfAny } from '../texts/write-text.ts'
import { caseMoved, caseUpdated } from './cases.events.ts'
import {
  type AskersStep,
  fieldsOfLabs,
  fieldsOfOutcome,
  stateAfterQuestionBack,
  stateAfterUpdate,
  threadStateOf,
  whyNoStep,
} from './cases.rules.ts'
import {
  addHelped,
  addTransition,
  addUpdate as addUpdateRow,
  askedBy,
  dropOutcome,
  emptyCase,
  findCase,
  findUpdateByKey,
  lockState,
  setState,
  setWorkingDiagnosis as setWorkingDiagnosisText,
  textsOfCase,
} from './cases.sql.ts'
import { type HumanWords, keepLabs, keepOutcome, worded } from './keep-case.ts'

type Needs = Pick<Deps, 'db' | 'clock' | 'ids' | 'jobs'>

/** The case of this asker, locked, in a state that allows the step. */
const lockForStep = async (trx: Transaction<DB>, reader: Reader, caseId: string, step: AskersStep) => {
  const found = await findCase(trx, caseId, reader, { lock: true })
  if (!found) return refuse('case.not-found')
  if (found.state === 'withdrawn') refuse('case.gone')
  if (!found.isAsker) refuse('case.not-yours')
  refuseIf(whyNoStep(found.state, step))
  return found
}

/** Moves a case to another state, as a row of its clock. */
const move = async (
  deps: Pick<Deps, 'clock' | 'ids' | 'jobs'>,
  trx: Transaction<DB>,
  caseId: string,
  from: CaseState,
  to: CaseState,
  by: 'asker' | 'system' = 'asker',
): Promise<void> => {
  if (from === to) return
  const now = deps.clock.now()
  await setState(trx, caseId, to, to === 'resolved' ? now : null)
  await setThreadState(trx, caseId, threadStateOf(to))
  await addTransition(trx, { id: deps.ids.timed(now), case_id: caseId, from_state: from, to_state: to, made_at: now, made_by: by })
  await emit(deps, trx, caseMoved, { caseId, from, to, by })
}

/** The asker adds text, new values or both; what was answered before is marked so. */
export const addUpdate = async (
  deps: Needs,
  member: Member,
  caseId: string,
  {
    form,
    key,
    human,
  }: {
    form: { language: TextLanguage; text: string; labs: CaseForm['labs']; notIdentifiers?: CaseForm['notIdentifiers'] }
    key: string
    human?: HumanWords
  },
): Promise<{ id: string }> => {
  if (form.text.trim() === '' && form.labs.length === 0) refuse('comment.empty')
  if (form.text.length > limits.section) refuse('comment.too-long', { max: limits.section, length: form.text.length })
  const texts = [{ path: 'text', text: form.text }, ...form.labs.map(({ name }, index) => ({ path: `labs/${index}/name`, text: name }))]
  const passed = Passed.guard([...texts, ...fieldsOfLabs(form.labs)], form)
  return deps.db.transaction().execute(async (trx) => {
    const found = await lockForStep(trx, readerOf(member), caseId, 'update')
    const hash = requestHash(form)
    const before = await findUpdateByKey(trx, caseId, key)
    if (before) {
      if (!before.request_hash.equals(hash)) refuse('request.repeat-differs')
      return { id: before.id }
    }
    const said = { passed, human, setting: settingOf(member.shown, found.audience) }
    const now = deps.clock.now()
    const id = deps.ids.timed(now)
    const textId = await writeTextIfAny(deps, trx, worded(form.language, form.text, said))
    await addUpdateRow(trx, { id, case_id: caseId, text_id: textId, added_at: now, client_key: key, request_hash: hash })
    await keepLabs(deps, trx, { caseId, updateId: id }, form, said)
    await noteUpdate(trx, caseId, now)
    await emit(deps, trx, caseUpdated, { caseId })
    await move(deps, trx, caseId, found.state, stateAfterUpdate(found.state))
    return { id }
  })
}

/** The asker states a working diagnosis. */
export const setWorkingDiagnosis = async (
  deps: Needs,
  member: Member,
  caseId: string,
  {
    language,
    text,
    notIdentifiers,
    human,
  }: { language: TextLanguage; text: string; notIdentifiers?: CaseForm['notIdentifiers']; human?: HumanWords },
): Promise<{ state: CaseState }> => {
  const passed = Passed.guard([{ path: 'text', text }], { language, notIdentifiers })
  return deps.db.transaction().execute(async (trx) => {
    const found = await lockForStep(trx, readerOf(member), caseId, 'working-diagnosis')
    const said = { passed, human, setting: settingOf(member.shown, found.audience) }
    await setWorkingDiagnosisText(trx, caseId, await writeText(deps, trx, worded(language, text, said)))
    await move(deps, trx, caseId, found.state, 'working-diagnosis')
    return { state: 'working-diagnosis' as const }
  })
}

/** The asker closes a case with what it turned out to be. Closed twice with the same outcome is closed once. */
export const closeCase = async (
  deps: Needs,
  member: Member,
  caseId: string,
  {
    language,
    outcome,
    notIdentifiers,
    human,
  }: { language: TextLanguage; outcome: NonNullable<CaseForm['outcome']>; notIdentifiers?: CaseForm['notIdentifiers']; human?: HumanWords },
): Promise<{ state: CaseState }> => {
  const passed = Passed.guard(fieldsOfOutcome(outcome), { language, notIdentifiers })
  return deps.db.transaction().execute(async (trx) => {
    const found = await lockForStep(trx, readerOf(member), caseId, 'close')
    await keepOutcome(deps, trx, caseId, language, outcome, { passed, human, setting: settingOf(member.shown, found.audience) })
    if ((await addHelped(trx, caseId, outcome.helped)) !== new Set(outcome.helped).size) refuse('comment.not-found')
    await move(deps, trx, caseId, found.state, 'resolved')
    return { state: 'resolved' as const }
  })
}

/** The asker opens a resolved case again; its outcome is taken away. */
export const reopenCase = (deps: Needs, member: Member, caseId: string): Promise<{ state: CaseState }> =>
  deps.db.transaction().execute(async (trx) => {
    const found = await lockForStep(trx, readerOf(member), caseId, 'reopen')
    await dropTexts(trx, await dropOutcome(trx, caseId))
    await move(deps, trx, caseId, found.state, 'open')
    return { state: 'open' as const }
  })

/** The asker withdraws a case for good: story and images go, for all. */
export const withdrawCase = (deps: Needs & Pick<Deps, 'files'>, member: Member, caseId: string): Promise<{ state: CaseState }> =>
  withdraw(deps, readerOf(member), caseId)

/** Whoever leaves withdraws the cases whose answers nobody would read; with `all`, the resolved ones too. */
export const withdrawCasesOf = async (deps: Needs & Pick<Deps, 'files'>, leaving: Reader, { all }: { all: boolean }): Promise<void> => {
  for (const { id, state } of await askedBy(deps.db, leaving.accountId))
    if (whyNoStep(state, 'withdraw') === null && (all || threadStateOf(state) === 'open')) await withdraw(deps, leaving, id)
}

const withdraw = (deps: Needs & Pick<Deps, 'files'>, asker: Reader, caseId: string): Promise<{ state: CaseState }> =>
  deps.db.transaction().execute(async (trx) => {
    const found = await lockForStep(trx, asker, caseId, 'withdraw')
    const texts = await textsOfCase(trx, caseId)
    const question = await emptyCase(trx, caseId)
    // The case still refers to its question: the row stays, without its words.
    await emptyText(trx, question)
    await dropTexts(
      trx,
      texts.filter((id) => id !== question),
    )
    await removeImages(deps, trx, caseId, 'case')
    await move(deps, trx, caseId, found.state, 'withdrawn')
    return { state: 'withdrawn' as const }
  })

/** After somebody else has asked back, an open case needs information; told again, nothing more happens. */
export const noteQuestionBack = (deps: Needs, caseId: string): Promise<void> =>
  deps.db.transaction().execute(async (trx) => {
    const state = await lockState(trx, caseId)
    if (state) await move(deps, trx, caseId, state, stateAfterQuestionBack(state), 'system')
  })
