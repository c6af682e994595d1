import { errors } from '../errors.en.ts'
import { ui } from '../ui.en.ts'
import { applying } from './applying.en.ts'
import { desk } from './desk.en.ts'
import { entering } from './entering.en.ts'

/** Every word of the registrar: a room adds its line. */
export const words = { ui, errors, applying, entering, desk }
