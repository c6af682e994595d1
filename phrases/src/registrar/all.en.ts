import { errors } from '../errors.en.ts'
import { ui } from '../ui.en.ts'

/** Every word of the registrar: a room adds its line. */
export const words = { ui, errors }
