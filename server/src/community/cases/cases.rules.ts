import type { CaseForm, CaseState } from '#contract/community/cases.ts'
import { limits } from '#contract/community/cases.ts'
import type { ErrorCode } from '#contract/errors.ts'
import type { ThreadState } from '../discussion/discussion.rules.ts'

/** How a thread stands while its case is in this state. */
export const threadStateOf = (state: CaseState): ThreadState => {
  switch (state) {
    case 'open':
    case 'needs-information':
    case 'working-diagnosis':
      return 'open'
    case 'resolved':
    case 'case-study':
      return 'settled'
    case 'withdrawn':
      return 'closed'
    case 'hidden':
      return 'hidden'
  }
}

const open: readonly CaseState[] = ['open', 'needs-information', 'working-diagnosis']

export type AskersStep = 'update' | 'working-diagnosis' | 'close' | 'reopen' | 'withdraw'

/** Why the asker cannot take this step in this state, or null when they can. */
export const whyNoStep = (state: CaseState, step: AskersStep): ErrorCode | null => {
  const allowed: Readonly<Record<AskersStep, readonly CaseState[]>> = {
    update: [...open, 'resolved'],
    'working-diagnosis': open,
    close: open,
    reopen: ['resolved'],
    withdraw: [...open, 'resolved', 'case-study'],
  }
  return allowed[step].includes(state) ? null : 'case.state-forbids'
}

/** The state after an update: it answers the question that was back. */
export const stateAfterUpdate = (state: CaseState): CaseState => (state === 'needs-information' ? 'open' : state)

/** The state after a doctor other than the asker has asked back. */
export const stateAfterQuestionBack = (state: CaseState): CaseState => (state === 'open' ? 'needs-information' : state)

/** Every text of a form and where it stands. */
export const textsOf = (form: CaseForm): readonly { path: string; text: string; max: number }[] => [
  { path: 'question', text: form.question, max: limits.question },
  ...Object.entries(form.sections).map(([name, text]) => ({ path: `sections/${name}`, text: text ?? '', max: limits.section })),
  ...form.images.map(({ caption }, index) => ({ path: `images/${index}/caption`, text: caption, max: limits.caption })),
  ...form.labs.map(({ name }, index) => ({ path: `labs/${index}/name`, text: name, max: 120 })),
  ...form.suspicions.map((text, index) => ({ path: `suspicions/${index}`, text, max: limits.suspicion })),
  ...(form.outcome
    ? fieldsOfOutcome(form.outcome).map((field) => ({ ...field, max: field.path === 'outcome/finalDiagnosis' ? 2_000 : limits.section }))
    : []),
]

/** Everything of a form that a reader will see, for the privacy guard: the texts, and what stands beside a value. */
export const fieldsOf = (form: CaseForm): readonly { path: string; text: string }[] => [...textsOf(form), ...fieldsOfLabs(form.labs)]

/** Whether what stands beside a value says something in words (`negativo`, `células/campo`) and not in figures and units alone. */
export const saysWords = (typed: string): boolean =>
  (typed.match(/\p{L}*\p{Ll}{3,}/gu) ?? []).some((word) => !/^(?:[mnpuµμ]?mol|m?osm|osmol|mosmol|min|mcg|seg|sec|bar|mmHg)$/iu.test(word))

/** What is typed beside a value; its name is a text of its own. */
export const fieldsOfLabs = (labs: CaseForm['labs']): readonly { path: string; text: string }[] =>
  labs.flatMap(({ value, unit, range }, index) => [
    { path: `labs/${index}/value`, text: value },
    { path: `labs/${index}/unit`, text: unit },
    { path: `labs/${index}/range`, text: range ?? '' },
  ])

/** The texts of an outcome. */
export const fieldsOfOutcome = ({ finalDiagnosis, course, learningPoint }: NonNullable<CaseForm['outcome']>) => [
  { path: 'outcome/finalDiagnosis', text: finalDiagnosis },
  { path: 'outcome/course', text: course },
  { path: 'outcome/learningPoint', text: learningPoint },
]

export interface FormRefusal {
  readonly code: ErrorCode
  readonly params?: Readonly<Record<string, number>>
  readonly fields: readonly { path: string; reason: string }[]
}

/** Why a form cannot be posted as a case, with every place that has to be mended; null when it can. */
export const whyNoCase = (form: CaseForm): FormRefusal | null => {
  const missing = [
    ...(form.question.trim() === '' ? ['question'] : []),
    ...(form.specialties.length === 0 && !form.notSure ? ['specialties'] : []),
    ...(form.urgency === null && form.mode === 'ask' ? ['urgency'] : []),
    ...(form.mode === 'share' && form.outcome === null ? ['outcome'] : []),
  ]
  if (missing.length > 0) return { code: 'case.question-missing', fields: missing.map((path) => ({ path, reason: 'missing' })) }
  const question = form.question.trim()
  if (question.length > limits.question)
    return {
      code: 'case.question-too-long',
      params: { max: limits.question, length: question.length },
      fields: [{ path: 'question', reason: 'too-long' }],
    }
  const long = textsOf(form).filter(({ text, max }) => text.trim().length > max)
  if (long[0])
    return {
      code: 'comment.too-long',
      params: { max: long[0].max, length: long[0].text.trim().length },
      fields: long.map(({ path }) => ({ path, reason: 'too-long' })),
    }
  const halfLabs = form.labs.flatMap(({ name, value }, index) => [
    ...(name.trim() === '' ? [`labs/${index}/name`] : []),
    ...(value.trim() === '' ? [`labs/${index}/value`] : []),
  ])
  if (halfLabs.length > 0) return { code: 'case.labs-incomplete', fields: halfLabs.map((path) => ({ path, reason: 'missing' })) }
  if (form.suspicions.length > limits.suspicions)
    return {
      code: 'case.suspicions-too-many',
      params: { max: limits.suspicions },
      fields: [{ path: `suspicions/${limits.suspicions}`, reason: 'too-many' }],
    }
  if (form.images.length > limits.images)
    return { code: 'case.images-too-many', params: { max: limits.images }, fields: [{ path: 'images', reason: 'too-many' }] }
  if (form.images.length > 0 && form.consent === null)
    return { code: 'case.consent-needed', fields: [{ path: 'consent', reason: 'missing' }] }
  return null
}

/** A view counts again for the same member after so long. */
export const viewCountsAgainAfter = 30 * 60_000

/** The key that tells a case's viewers apart is dropped after so many days. */
export const viewKeyKeptFor = 30
