import type { Problem } from '#contract/problem.ts'
import { isOffline, problemOf } from './call.ts'
import type { CommonWords } from './useWords.ts'

type Sentence = string | ((params: Problem['params']) => string)

/** What happened and what to do, in the reader's language, whatever went wrong. */
export const errorSentence = (error: unknown, { errors, ui }: CommonWords): string => {
  if (isOffline(error)) return ui.offline.sentence
  const problem = problemOf(error)
  if (!problem) return ui.failed.sentence
  const phrases: Readonly<Record<string, Sentence | undefined>> = errors as never
  const phrase = phrases[problem.code]
  if (phrase === undefined) return problem.detail
  return typeof phrase === 'function' ? phrase(problem.params) : phrase
}
