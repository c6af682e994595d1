import { errors } from '../errors.es.ts'
import { ui } from '../ui.es.ts'
import type { words as en } from './all.en.ts'
import { applying } from './applying.es.ts'
import { desk } from './desk.es.ts'
import { entering } from './entering.es.ts'

export const words: typeof en = { ui, errors, applying, entering, desk }
