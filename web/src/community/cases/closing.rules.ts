import type { OutcomeForm, ShownCase } from '#contract/community/cases.ts'
import type { ShownText } from '#contract/shapes.ts'

export type HowIs = 'well' | 'better' | 'worse' | 'died'

/** What closing a case is filled in with, tap by tap. */
export interface Closing {
  /** A proposed diagnosis, by its text's id; or written by hand; or not known. */
  readonly what: string | 'other' | 'not-known' | null
  readonly written: string
  readonly helped: readonly string[]
  readonly howIs: HowIs | null
  readonly confirmedBy: OutcomeForm['confirmedBy']
  readonly course: string
  readonly learned: string
}

export const closingToStart: Closing = {
  what: null,
  written: '',
  helped: [],
  howIs: null,
  confirmedBy: 'clinical-course',
  course: '',
  learned: '',
}

/** Diagnoses the asker has named already, in the words they wrote: the working one first, then their own list. */
export const proposals = (
  shown: Pick<ShownCase, 'workingDiagnosis' | 'suspicions'>,
): readonly { readonly id: string; readonly body: string }[] => {
  const inOwnWords = (text: ShownText) => ({ id: text.id, body: (text.original ?? text).body.trim() })
  const named = [...(shown.workingDiagnosis ? [shown.workingDiagnosis] : []), ...(shown.suspicions ?? [])].map(inOwnWords)
  return named
    .filter(({ body }, index) => named.findIndex((other) => other.body.toLowerCase() === body.toLowerCase()) === index)
    .slice(0, 4)
}

/** Answers that can have helped: those of others that still stand. */
export const answersToThank = (shown: Pick<ShownCase, 'comments'>) =>
  shown.comments.filter(({ kind, byAsker, text }) => kind === 'answer' && !byAsker && text !== null)

export interface ClosingPhrases {
  readonly notKnownText: string
  readonly howIsText: Readonly<Record<HowIs, string>>
}

/** The outcome to send, or null while the diagnosis is missing; how the patient is begins the course. */
export const outcomeFrom = (
  closing: Closing,
  shown: Pick<ShownCase, 'workingDiagnosis' | 'suspicions'>,
  phrases: ClosingPhrases,
): OutcomeForm | null => {
  const finalDiagnosis =
    closing.what === 'not-known'
      ? phrases.notKnownText
      : closing.what === 'other'
        ? closing.written.trim()
        : (proposals(shown).find(({ id }) => id === closing.what)?.body ?? '')
  if (finalDiagnosis === '') return null
  return {
    finalDiagnosis,
    confirmedBy: closing.confirmedBy,
    course: [closing.howIs && phrases.howIsText[closing.howIs], closing.course.trim()].filter(Boolean).join(' '),
    learningPoint: closing.learned.trim(),
    helped: [...closing.helped],
  }
}
