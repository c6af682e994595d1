import type { Harmless, NotIdentifier } from '#contract/community/privacy.ts'
import { type TextLanguage, wordsFor } from '#contract/shapes.ts'
import { type Field, type FoundInField, findInFields } from '#deidentify/findInFields.ts'
import { mustBeResolved } from '#deidentify/Identifier.ts'
import { Refusal } from '../../platform/refuse.ts'
import { siteLanguages } from '../../platform/siteLanguages.ts'

/** What the guard found in one text and its author judged to name nobody. */
export interface Judgement {
  readonly start: number
  readonly end: number
  readonly kind: string
  readonly reason: Harmless
}

/** The proof that the privacy guard has read what is about to be written: no text is written without one, and only this file makes one. */
export class Passed {
  readonly #fields: readonly Field[]
  readonly #found: readonly FoundInField[]
  readonly #judged: ReadonlyMap<string, Harmless>

  private constructor(fields: readonly Field[], found: readonly FoundInField[], judged: ReadonlyMap<string, Harmless>) {
    this.#fields = fields
    this.#found = found
    this.#judged = judged
  }

  /** Reads everything a member sends; refuses with every place that could name a patient and that its author has not judged. */
  static guard(
    fields: readonly Field[],
    { language, notIdentifiers = [] }: { language: TextLanguage; notIdentifiers?: readonly NotIdentifier[] | undefined },
  ): Passed {
    const judged = new Map(notIdentifiers.map(({ words, reason }) => [words, reason]))
    const found = findInFields(fields, wordsFor[language]).filter(mustBeResolved)
    const open = found.filter(({ words }) => !judged.has(words))
    if (open.length > 0)
      throw new Refusal(
        'privacy.identifier',
        { count: open.length },
        { fields: open.map(({ path, kind, start, end }) => ({ path, reason: kind, start, end })) },
      )
    return new Passed(fields, found, judged)
  }

  /** Unpacks the guard's dictionaries, so that the first member who writes does not wait for them. */
  static unpack(): void {
    for (const language of siteLanguages) findInFields([{ path: '', text: 'Mrs. / Sra.' }], wordsFor[language])
  }

  /** A report that a journal has published: who could be named was the journal's to decide, and the source is shown. */
  static published(): Passed {
    return new Passed([], [], new Map())
  }

  /** The judgements on one of the texts that were read, with offsets in it as it is written down: without space around it. */
  judgementsOn(text: string): readonly Judgement[] {
    const path = this.#fields.find((field) => field.text === text)?.path
    const lead = text.length - text.trimStart().length
    return this.#found.flatMap((found) => {
      const reason = this.#judged.get(found.words)
      return found.path === path && reason ? [{ start: found.start - lead, end: found.end - lead, kind: found.kind, reason }] : []
    })
  }
}
