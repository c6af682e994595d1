import type { TextLanguage } from '#contract/shapes.ts'
import { siteLanguages } from '../../platform/siteLanguages.ts'
import { hours, minutes } from '../../platform/time.ts'

export const otherLanguages = (language: TextLanguage): readonly TextLanguage[] => siteLanguages.filter((other) => other !== language)

const waits = [1 * minutes, 5 * minutes, 30 * minutes]

/** How long after a failure the next try is due, in milliseconds: 1, 5, 30 minutes, then every six hours. */
export const waitAfterFailure = (attempts: number): number => waits[attempts] ?? 6 * hours

/** How long a worker has before a text it took counts as due again. */
export const takenFor = 2 * minutes
