import { type Static, Type } from 'typebox'

/** Why what the guard found names nobody: a term of medicine, an everyday word, or something public that leads to no patient. */
export const harmless = Type.Enum(['medicine', 'everyday', 'public'])
export type Harmless = Static<typeof harmless>

/** The author's judgement on words the guard found; it holds wherever these very words stand in what is sent. */
export const notIdentifier = Type.Object(
  { words: Type.String({ minLength: 1, maxLength: 300 }), reason: harmless },
  { additionalProperties: false },
)
export type NotIdentifier = Static<typeof notIdentifier>

export const notIdentifiers = Type.Optional(Type.Array(notIdentifier, { maxItems: 200 }))
