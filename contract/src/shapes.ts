// Shapes that several rooms share.
import { type Static, type TSchema, Type } from 'typebox'
import { ageBands as bands } from '#atlas/ageBands.ts'
import { type CountryCode, countries } from '#atlas/countries.ts'
import { type SpecialtyCode, specialties } from '#atlas/specialties.ts'

/** A thing's id: a time-ordered UUID (v7), or v4 where it stands for a person. */
export const id = Type.String({ format: 'uuid' })

/** RFC 3339 in UTC. */
export const instant = Type.String({ format: 'date-time' })

/** The languages the product's own words are in. */
export const language = Type.Enum(['en', 'es'])
export type Language = Static<typeof language>

/** The languages members may write and read in; which of them a community speaks is its operator's choice. */
export const textLanguages = ['en', 'es', 'ca'] as const
export const textLanguage = Type.Enum([...textLanguages])
export type TextLanguage = Static<typeof textLanguage>

/** In which language the product speaks to a reader: their own, or the nearest it has words in. */
export const wordsFor: Readonly<Record<TextLanguage, Language>> = { en: 'en', es: 'es', ca: 'es' }

export const countryCode = Type.Enum(countries.map((country) => country.code) as [CountryCode, ...CountryCode[]])
export const specialtyCode = Type.Enum(specialties.map((specialty) => specialty.code) as [SpecialtyCode, ...SpecialtyCode[]])
export const ageBand = Type.Enum(bands as [string, ...string[]])

export const orNull = <S extends TSchema>(schema: S) => Type.Union([schema, Type.Null()])

/** A list read page by page: `next` goes into `?after=` of the following call, null at the end. */
export const pageOf = <S extends TSchema>(item: S) =>
  Type.Object({ items: Type.Array(item), next: orNull(Type.String()) }, { additionalProperties: false })

export const paging = {
  after: Type.Optional(Type.String({ maxLength: 200 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 30 })),
}

/** A stretch of a text in another language than the rest, as UTF-16 offsets. */
export const languageSpan = Type.Object(
  { start: Type.Integer(), end: Type.Integer(), language: textLanguage },
  { additionalProperties: false },
)
export type LanguageSpan = Static<typeof languageSpan>

/** A term of the glossary where a translation says it first, as UTF-16 offsets: its words in the original, `language` theirs, and what an abbreviation stands for. */
export const explainedTerm = Type.Object(
  { start: Type.Integer(), end: Type.Integer(), source: Type.String(), language: textLanguage, reading: orNull(Type.String()) },
  { additionalProperties: false },
)
export type ExplainedTerm = Static<typeof explainedTerm>

/**
 * A user's text as this reader gets it.
 * `body` is in `language`; `original` is there when it is a translation. `by` tells who translated.
 * `spans` are the stretches of it that are in another language: colleagues mix them.
 * `state`: original (nothing to translate), ready, pending (original shown meanwhile), failed (original shown, retried).
 * `held` are sentences the clinical gate would not let through: they stand in the original inside `body`.
 * `terms` are those of the glossary within a translation.
 * `corrected` is how many sentences a doctor who reads both languages has put right.
 */
export const shownText = Type.Object(
  {
    id,
    body: Type.String(),
    language: textLanguage,
    spans: Type.Array(languageSpan),
    state: Type.Enum(['original', 'ready', 'pending', 'failed']),
    by: orNull(Type.Enum(['machine', 'person'])),
    original: orNull(
      Type.Object({ body: Type.String(), language: textLanguage, spans: Type.Array(languageSpan) }, { additionalProperties: false }),
    ),
    held: Type.Array(Type.String()),
    terms: Type.Array(explainedTerm),
    corrected: Type.Integer(),
    edited: Type.Boolean(),
  },
  { additionalProperties: false },
)
export type ShownText = Static<typeof shownText>

/**
 * What the registrar attests, as far as a byline may say it.
 * `code` is the canonical form of tickets/labels; specialty and place are null where the label is coarser.
 */
export const label = Type.Object(
  {
    code: Type.String(),
    specialty: orNull(Type.String()),
    /** True when the label names the specialty's whole group. */
    group: Type.Boolean(),
    place: orNull(Type.String({ description: 'Country code, or a region (africa, americas, europe, oceania).' })),
  },
  { additionalProperties: false },
)
export type Label = Static<typeof label>

/** How an author appears. `handle` is random and new in every thread; `name` only where the doctor shows it. */
export const byline = Type.Object(
  {
    id,
    kind: Type.Enum(['anonymous', 'name']),
    name: orNull(Type.String()),
    handle: Type.String(),
    label,
    mine: Type.Boolean(),
  },
  { additionalProperties: false },
)
export type Byline = Static<typeof byline>

/** DICOM's codes for devices that make pictures. */
export const modality = Type.Enum([
  ...(['CR', 'CT', 'DX', 'ES', 'GM', 'IO', 'IVUS', 'MG', 'MR', 'NM', 'OCT', 'OP', 'OPT'] as const),
  ...(['OT', 'PT', 'PX', 'RF', 'RG', 'SC', 'SM', 'US', 'XA', 'XC'] as const),
])

/** Frames of one size that are looked at one after the other, with their values as they were measured, and what is needed to show them. */
export const stack = Type.Object(
  {
    frames: Type.Integer(),
    rows: Type.Integer(),
    columns: Type.Integer(),
    /** Red, green and blue, a byte each; else grey values of so many bits, the lower byte first. */
    colour: Type.Boolean(),
    bits: Type.Enum([8, 16]),
    signed: Type.Boolean(),
    /** The largest values are black. */
    inverse: Type.Boolean(),
    modality: orNull(modality),
    /** What makes a written value a measured one: once for all frames, or once for each. */
    rescale: Type.Array(Type.Object({ slope: Type.Number(), intercept: Type.Number() }, { additionalProperties: false })),
    /** Measured values that are shown from black to white, as the device proposes. */
    window: orNull(Type.Object({ centre: Type.Number(), width: Type.Number() }, { additionalProperties: false })),
    /** Least and largest measured value of all frames. */
    range: Type.Object({ least: Type.Number(), most: Type.Number() }, { additionalProperties: false }),
    /** Millimetres from row to row and from column to column, in the patient or, where that is not known, on the detector. */
    spacing: orNull(
      Type.Object(
        { row: Type.Number(), column: Type.Number(), plane: Type.Enum(['patient', 'detector']) },
        { additionalProperties: false },
      ),
    ),
    /** Frames a second, where the device says it. */
    rate: orNull(Type.Number()),
  },
  { additionalProperties: false },
)
export type Stack = Static<typeof stack>

/** An image as this reader may see it: its variants' addresses follow from the id. */
export const shownImage = Type.Object(
  {
    id,
    width: Type.Integer(),
    height: Type.Integer(),
    kind: Type.Enum(['photo', 'radiology', 'ecg', 'pathology', 'drawing', 'other']),
    caption: orNull(shownText),
    /** Where it is more than a photo: the frames behind it. */
    stack: orNull(stack),
  },
  { additionalProperties: false },
)
export type ShownImage = Static<typeof shownImage>

/** A letter the demo has written instead of sending it. */
export const demoLetter = Type.Object(
  { id, to: Type.String(), subject: Type.String(), body: Type.String(), arrivedAt: instant },
  { additionalProperties: false },
)
export type DemoLetter = Static<typeof demoLetter>
