import type { LanguageSpan } from '#contract/shapes.ts'
import { languageOf } from './detectLanguage.ts'
import { splitIntoPieces } from './sentences.ts'
import type { Language } from './Translator.ts'

/** The language a text is written in, and the stretches of it that are in another. */
export interface WrittenIn {
  readonly language: Language
  readonly spans: readonly LanguageSpan[]
}

/** A stretch of a text in one language, with its words. */
export interface Stretch extends LanguageSpan {
  readonly text: string
}

/**
 * In which language what of a text is written: paragraph by paragraph, and within one any sentence that is clearly in another.
 * What the words do not tell (`BP 120/80, HR 72.`) is in the language of whoever composed it.
 */
export function findLanguages(body: string, composedIn: Language): WrittenIn {
  let at = 0
  const stretches = merged(
    body.split(/(?<=\n)/).flatMap((line) => {
      const from = at
      at += line.length
      return inLine(line, from, composedIn)
    }),
  )
  const letters = new Map<Language, number>()
  for (const { start, end, language } of stretches)
    letters.set(language, (letters.get(language) ?? 0) + (body.slice(start, end).match(/\p{L}/gu)?.length ?? 0))
  const language = [...letters].toSorted(([, one], [, other]) => other - one)[0]?.[0] ?? composedIn
  return { language, spans: stretches.filter((stretch) => stretch.language !== language) }
}

function inLine(line: string, from: number, composedIn: Language): readonly LanguageSpan[] {
  const ofLine = languageOf(line) ?? composedIn
  let at = from
  return splitIntoPieces(line).map(({ kind, text }) => {
    const start = at
    at += text.length
    return { start, end: at, language: (kind === 'sentence' ? languageOf(text) : null) ?? ofLine }
  })
}

/** Neighbours in one language are one stretch. */
function merged(spans: readonly LanguageSpan[]): readonly LanguageSpan[] {
  const all: { start: number; end: number; language: Language }[] = []
  for (const span of spans) {
    const last = all.at(-1)
    if (last?.language === span.language) last.end = span.end
    else all.push({ ...span })
  }
  return all
}

/** The whole of a text as stretches of one language each, in order. */
export function stretchesOf(body: string, { language, spans }: WrittenIn): readonly Stretch[] {
  const all: LanguageSpan[] = []
  let at = 0
  for (const span of spans) {
    if (span.start > at) all.push({ start: at, end: span.start, language })
    all.push(span)
    at = span.end
  }
  if (at < body.length || all.length === 0) all.push({ start: at, end: body.length, language })
  return all.map((span) => ({ ...span, text: body.slice(span.start, span.end) }))
}

/** The languages a text must be translated into: those of the site in which it does not stand whole. */
export const wantedLanguages = ({ language, spans }: WrittenIn, site: readonly Language[]): readonly Language[] =>
  site.filter((other) => other !== language || spans.length > 0)
