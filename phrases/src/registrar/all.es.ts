import { errors } from '../errors.es.ts'
import { ui } from '../ui.es.ts'
import type { words as en } from './all.en.ts'

export const words: typeof en = { ui, errors }
