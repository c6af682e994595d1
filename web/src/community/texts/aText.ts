import type { ShownText } from '#contract/shapes.ts'

/** A text for tests, in the language it was written in. */
export const aText = (more: Partial<ShownText> = {}): ShownText => ({
  id: 'a',
  body: 'No antibiotic.',
  language: 'en',
  spans: [],
  state: 'original',
  by: null,
  original: null,
  held: [],
  terms: [],
  corrected: 0,
  edited: false,
  ...more,
})
