import type { CommentForm } from '#contract/community/discussion.ts'

/** An answer in English. */
export const anAnswer = (more: Partial<CommentForm> = {}): CommentForm => ({
  kind: 'answer',
  language: 'en',
  text: 'Plastic bronchitis until proven otherwise. Cardiology, now.',
  parentId: null,
  confidence: 'likely',
  seen: 'few',
  byline: 'anonymous',
  ...more,
})
