import { errors } from '../errors.en.ts'
import { ui } from '../ui.en.ts'
import { accounts } from './accounts.en.ts'
import { ask } from './ask.en.ts'
import { bylines } from './bylines.en.ts'
import { cases } from './cases.en.ts'
import { clock } from './clock.en.ts'
import { corrections } from './corrections.en.ts'
import { deidentify } from './deidentify.en.ts'
import { discussion } from './discussion.en.ts'
import { feed } from './feed.en.ts'
import { media } from './media.en.ts'
import { notifications } from './notifications.en.ts'
import { routing } from './routing.en.ts'
import { search } from './search.en.ts'
import { specialties } from './specialties.en.ts'
import { texts } from './texts.en.ts'

/** Every word of the community: a room adds its line. */
export const words = {
  errors,
  ui,
  accounts,
  ask,
  bylines,
  cases,
  clock,
  corrections,
  deidentify,
  discussion,
  feed,
  media,
  notifications,
  routing,
  search,
  specialties,
  texts,
}
