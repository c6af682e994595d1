import { isSurelyIn } from './detectLanguage.ts'
import { type DecimalMark, decimalMarkOf, decimalSigns } from './figures.rules.ts'
import { type Finding, findingsIn } from './gate.rules.ts'
import { localiseNumbers } from './localiseNumbers.ts'
import { protect, restore } from './protect.ts'
import { joinPieces, splitIntoPieces } from './sentences.ts'
import type { Stretch } from './stretches.ts'
import type { Glossary, Language, ProtectedSentence, TranslatedSentence, Translator } from './Translator.ts'

/**
 * One sentence and what it became: translated, held back by the gate (`held`), or failed (`error`); the last two keep the original.
 * `proposed` is what the engine said of a sentence that is held, `by` which of several engines it was; `already` stands in the reader's language.
 */
export type Segment = {
  source: string
  target: string
  held: readonly Finding[] | null
  proposed?: string
  by?: string
  error?: string
  already?: true
}

export type TranslatedText = { body: string; segments: readonly Segment[]; state: 'ready' | 'failed' }

type Direction = { from: Language; to: Language; mark: DecimalMark | null; glossary?: Glossary; specialty: string | null }

/** What a text is translated with. */
export type Means = {
  translator: Translator
  glossary?: Glossary
  specialty?: string | null
  /** What sentences are known to become; the engine is not asked for these. */
  known?: ReadonlyMap<string, string>
}

/**
 * Translates a plain text sentence by sentence.
 *
 * A sentence whose translation does not keep numbers, doses, denials, orders or sides stands in the original, and so does one the engine
 * could not do; with one of the latter the whole is `failed` and worth another try.
 */
export async function translateText(
  { translator, glossary, specialty = null, known = new Map() }: Means,
  body: string,
  from: Language,
  to: Language,
): Promise<TranslatedText> {
  const pieces = splitIntoPieces(body)
  const direction = { from, to, mark: decimalSigns[from] === ',' ? decimalMarkOf(body) : null, ...(glossary && { glossary }), specialty }
  const sources = pieces.filter(({ kind }) => kind === 'sentence').map(({ text }) => text)
  const segments = await translateSentences(translator, sources, direction, known)
  const inOrder = segments.values()
  return {
    body: joinPieces(pieces.map((piece) => (piece.kind === 'sentence' ? { ...piece, text: inOrder.next().value!.target } : piece))),
    segments,
    state: segments.some(({ error }) => error !== undefined) ? 'failed' : 'ready',
  }
}

/** Translates a text that may be written in several languages; a stretch that is in the reader's already stays as it is. */
export async function translateStretches(
  means: Means,
  stretches: readonly Stretch[],
  to: Language,
): Promise<Pick<TranslatedText, 'state'> & { segments: readonly (Segment & { writtenIn: Language })[] }> {
  const parts = await Promise.all(
    stretches.map(({ text, language }): TranslatedText | Promise<TranslatedText> =>
      language === to ? { body: text, segments: [], state: 'ready' } : translateText(means, text, language, to),
    ),
  )
  return {
    segments: parts.flatMap(({ segments }, i) => segments.map((segment) => ({ ...segment, writtenIn: stretches[i]!.language }))),
    state: parts.some(({ state }) => state === 'failed') ? 'failed' : 'ready',
  }
}

async function translateSentences(
  translator: Translator,
  sources: readonly string[],
  direction: Direction,
  known: ReadonlyMap<string, string>,
): Promise<readonly Segment[]> {
  const { to } = direction
  // Colleagues quote and thank in each other's language; what the reader can read already is not put through an engine.
  const foreign = sources.map((source) => (known.has(source) || isSurelyIn(to, source) ? null : protect(source, direction)))
  const asked = foreign.filter((sentence) => sentence !== null)
  const answers = asked.length === 0 ? [] : await answersFrom(translator, asked, direction)
  const inOrder = answers.values()
  return sources.map((source, i) => {
    const sentence = foreign[i]
    if (sentence) return segment(source, sentence, inOrder.next().value!, direction)
    const target = known.get(source)
    return target === undefined ? { source, target: source, held: null, already: true } : { source, target, held: null }
  })
}

/** An engine that throws, or loses count of its sentences, has failed every one of them. */
async function answersFrom(
  translator: Translator,
  sentences: readonly ProtectedSentence[],
  { from, to }: Direction,
): Promise<readonly TranslatedSentence[]> {
  const failed = (error: string) => sentences.map(() => ({ error }))
  try {
    const answers = await translator.translate(sentences, from, to)
    return answers.length === sentences.length
      ? answers
      : failed(`${translator.name} answered ${answers.length} of ${sentences.length} sentences`)
  } catch (error) {
    return failed(error instanceof Error ? error.message : String(error))
  }
}

function segment(source: string, sentence: ProtectedSentence, answer: TranslatedSentence, direction: Direction): Segment {
  if ('error' in answer) return { source, target: source, held: null, error: answer.error }
  const spans = sentence.spans.map((span) => (span.kind === 'figure' ? { ...span, target: localiseNumbers(span.target, direction) } : span))
  const restored = restore(localiseNumbers(tidied(answer.text, sentence.text), direction), spans)
  if (restored === null) return { source, target: source, held: [{ kind: 'placeholder', expected: sentence.text, found: answer.text }] }
  const target = beginningLike(source, restored)
  const findings = findingsIn(source, target, direction)
  const by = answer.by === undefined ? {} : { by: answer.by }
  return findings.length === 0 ? { source, target, held: null, ...by } : { source, target: source, proposed: target, held: findings, ...by }
}

/** A sentence that begins with a capital does so in every language, whatever was put in the place of its first word. */
const beginningLike = (source: string, target: string): string =>
  /^[\s"“«([¿¡]*\p{Lu}/u.test(source)
    ? target.replace(/^([\s"“«([¿¡]*)(\p{Ll})(?!\p{L}?[\p{Lu}\d])/u, (_, before: string, letter: string) => before + letter.toUpperCase())
    : target

/** Engines leave a space where a word fell away. */
function tidied(translated: string, source: string): string {
  const trimmed = translated.trim()
  return / {2}/.test(source) ? trimmed : trimmed.replace(/ {2,}/g, ' ')
}
