import { errors } from '../errors.es.ts'
import { ui } from '../ui.es.ts'
import { accounts } from './accounts.es.ts'
import type { words as en } from './all.en.ts'
import { ask } from './ask.es.ts'
import { bylines } from './bylines.es.ts'
import { cases } from './cases.es.ts'
import { clock } from './clock.es.ts'
import { corrections } from './corrections.es.ts'
import { deidentify } from './deidentify.es.ts'
import { discussion } from './discussion.es.ts'
import { feed } from './feed.es.ts'
import { media } from './media.es.ts'
import { notifications } from './notifications.es.ts'
import { routing } from './routing.es.ts'
import { search } from './search.es.ts'
import { specialties } from './specialties.es.ts'
import { texts } from './texts.es.ts'

export const words: typeof en = {
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
