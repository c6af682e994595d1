import { event } from '../../platform/events.ts'

/** A text reads in a further language now, or will for a while only in its own. */
export const textSettled = event<{ textId: string }>('community.text-settled')
