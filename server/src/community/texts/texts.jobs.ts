import type { TextLanguage } from '#contract/shapes.ts'
import { job } from '../../platform/jobs.ts'

/** A text is wanted in a language, now. */
export const translateText = job<{ textId: string; language: TextLanguage }>('community.translate')
