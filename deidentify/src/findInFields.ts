import { findIdentifiers } from './findIdentifiers.ts'
import type { Identifier, Language } from './Identifier.ts'

/** One text of a form, and where it stands. */
export interface Field {
  readonly path: string
  readonly text: string
}

/** A finding with the field it stands in; offsets are those of the field's own text. */
export interface FoundInField extends Identifier {
  readonly path: string
  /** The words that were found. */
  readonly words: string
}

const between = '\n\n'

/** Reads the fields of a form as one document, so that a name said in one is found in all. */
export const findInFields = (fields: readonly Field[], language: Language): readonly FoundInField[] => {
  const starts: number[] = []
  let whole = ''
  for (const { text } of fields) {
    starts.push(whole.length)
    whole += text + between
  }
  return findIdentifiers(whole, { language }).flatMap((found) => {
    const index = starts.findLastIndex((start) => start <= found.start)
    const field = fields[index]
    if (!field) return []
    const start = found.start - (starts[index] ?? 0)
    const end = Math.min(found.end - (starts[index] ?? 0), field.text.length)
    return end > start ? [{ ...found, path: field.path, start, end, words: field.text.slice(start, end) }] : []
  })
}
