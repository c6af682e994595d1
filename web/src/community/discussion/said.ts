import type { ShownComment } from '#contract/community/discussion.ts'
import { aText } from '../texts/aText.ts'

/** A comment by one cardiologist, said so many minutes past three. */
export const said = (id: string, minute: number, more: Partial<ShownComment> = {}): ShownComment => ({
  id,
  parentId: null,
  kind: 'answer',
  byline: {
    id: `by-${id}`,
    kind: 'anonymous',
    name: null,
    handle: 'k7m2x',
    label: { code: 'cardiology.ES', specialty: 'cardiology', group: false, place: 'ES' },
    mine: false,
  },
  byAsker: false,
  text: aText({ id: `text-${id}`, body: id }),
  confidence: null,
  seen: null,
  at: new Date(Date.UTC(2026, 0, 1, 3, minute)).toISOString(),
  beforeUpdate: false,
  helped: false,
  pins: [],
  editableUntil: null,
  ...more,
})
