import { blankCase, type CaseForm } from '#contract/community/cases.ts'
import type { TextLanguage } from '#contract/shapes.ts'
import { labsFrom } from '../cases/labs.rules.ts'

/** What is being written: its ids are made once, so that a repeat is the same draft and the same post. */
export interface Draft {
  readonly draftId: string
  readonly postKey: string
  readonly form: CaseForm
}

/** A form with nothing in it. */
export const emptyForm = (language: TextLanguage): CaseForm => ({ ...blankCase, language })

/** Whether the three required things are there. */
export const isComplete = ({ question, specialties, notSure, urgency }: CaseForm): boolean =>
  question.trim() !== '' && (specialties.length > 0 || notSure) && urgency !== null

/** Whether there is anything worth keeping. */
export const isBegun = (form: CaseForm): boolean =>
  JSON.stringify(form) !== JSON.stringify({ ...emptyForm(form.language), byline: form.byline })

/** A figure in a field: empty takes the sign away, a decimal comma is read as a point. */
export const withVital = (vitals: CaseForm['vitals'], code: CaseForm['vitals'][number]['code'], typed: string): CaseForm['vitals'] => {
  const value = typed.trim().replace(',', '.')
  const others = vitals.filter((vital) => vital.code !== code)
  return /^-?\d{1,5}(\.\d{0,3})?$/.test(value) ? [...others, { code, value: value.replace(/\.$/, '') }] : others
}

/** Whether pregnancy is a question: not of a man or a boy, and only at an age that bears children or one not told. */
export const asksPregnancy = ({ ageBand, sex }: CaseForm['patient']): boolean => {
  if (sex === null || sex === 'male') return false
  if (ageBand === null) return true
  const from = /^\d/.test(ageBand) ? Number.parseInt(ageBand, 10) : 0
  return from >= 10 && from < 60
}

/** A patient after a change: what is no longer asked is no longer said. */
export const withPatient = (patient: CaseForm['patient'], part: Partial<CaseForm['patient']>): CaseForm['patient'] => {
  const next = { ...patient, ...part }
  return asksPregnancy(next) ? next : { ...next, pregnant: null }
}

/** A form as it is posted: laboratory values taken apart and set against their ranges, where they are whole. */
export const readyToPost = (form: CaseForm): CaseForm => ({ ...form, labs: labsFrom(form.labs) ?? form.labs })

/** The ranked list behind a text of one diagnosis a line, however many. */
export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

const sorted = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(sorted)
    : value !== null && typeof value === 'object'
      ? Object.fromEntries(
          Object.entries(value)
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([key, inner]) => [key, sorted(inner)]),
        )
      : value

/** Whether two forms say the same, in whatever order their parts come back from the server. */
export const sameForm = (one: CaseForm, other: CaseForm): boolean => JSON.stringify(sorted(one)) === JSON.stringify(sorted(other))
