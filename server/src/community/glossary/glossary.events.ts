import type { TermPair } from '#contract/community/glossary.ts'
import { event } from '../../platform/events.ts'

/** The glossary says something else of these terms now: as they were, and as they are. */
export const glossaryChanged = event<{ terms: readonly TermPair[] }>('community.glossary-changed')

/** The word every process hears when the glossary has changed. */
export const glossarySignal = 'community_glossary_changed'
