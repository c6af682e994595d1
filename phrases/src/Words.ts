// Every word the product says, in two files per room that lie side by side:
//
//   cases.en.ts   export const cases = { title: 'Cases', answers: (n: number) => count(n, 'answer', 'answers') }
//   cases.es.ts   export const cases: typeof en = { ... }        typed by the first: a missing phrase does not compile
//
// Plain strings, or functions where a number or a name comes in; numbers and their nouns through `counted(locale)`.
// `community/all.en.ts` and `registrar/all.en.ts` collect the rooms of a half: a room adds one line to each language.
// A browser loads only the reader's language. A further language is a further set of files.

import type { ErrorCode, ParamsOfError } from '#contract/errors.ts'

/** One sentence for each expected "no": what happened, then what to do. */
export type ErrorPhrases = {
  readonly [C in ErrorCode]: undefined extends ParamsOfError<C> ? string : (params: ParamsOfError<C>) => string
}
