import { createHash } from 'node:crypto'
import type { ExplainedTerm } from '#contract/shapes.ts'
import { explainedTermsIn, type Told } from './explainedTerms.rules.ts'
import type { Finding } from './gate.rules.ts'
import { joinPieces, splitIntoPieces } from './sentences.ts'
import type { Glossary, Language, Term } from './Translator.ts'

/** What a sentence is known by: the same words are the same sentence, however they are spaced. */
export const keyOf = (sentence: string): Buffer => createHash('sha256').update(sentence.trim().replace(/\s+/g, ' ')).digest()

/** A sentence of a text, what an engine made of it, and what a doctor did. */
export interface RememberedSentence {
  readonly source: string
  readonly writtenIn: Language
  readonly machine: string | null
  readonly findings: readonly Finding[] | null
  readonly corrected: string | null
}

/** What a reader sees of a sentence: a doctor's words before the engine's, and the original while the gate holds those back. */
export const shownOf = ({ source, machine, findings, corrected }: RememberedSentence): string =>
  corrected ?? (findings === null ? (machine ?? source) : source)

/** A translation as it is kept for readers. */
export interface Composed {
  readonly body: string
  readonly held: readonly string[]
  readonly terms: readonly ExplainedTerm[]
  readonly corrected: number
}

/** A text put together from what its sentences became, and which terms it explains; a sentence nothing is known of stands as it was written. */
export const composed = (body: string, sentences: readonly RememberedSentence[], told: Omit<Told, 'from'>): Composed => {
  const byKey = new Map(sentences.map((sentence) => [keyOf(sentence.source).toString('hex'), sentence]))
  const terms: ExplainedTerm[] = []
  const toldOnce = new Set<Term>()
  let at = 0
  const pieces = splitIntoPieces(body).map((piece) => {
    const known = piece.kind === 'sentence' ? byKey.get(keyOf(piece.text).toString('hex')) : undefined
    const text = known ? shownOf(known) : piece.text
    if (known && text !== known.source)
      for (const { start, end, ...term } of explainedTermsIn(known.source, text, { ...told, from: known.writtenIn }, toldOnce))
        terms.push({ start: at + start, end: at + end, ...term })
    at += text.length
    return { ...piece, text }
  })
  return {
    body: joinPieces(pieces),
    held: sentences.filter(({ findings, corrected }) => findings !== null && corrected === null).map(({ source }) => source),
    terms,
    corrected: sentences.filter(({ corrected }) => corrected !== null).length,
  }
}

/** What a sentence became somewhere: in the text itself, or in another that everybody may read. */
export interface Memory {
  readonly target: string
  readonly by: 'machine' | 'person'
  readonly engine: string
  readonly fromItsOwnText: boolean
  /** What the text it comes from was written as. */
  readonly specialty: string | null
}

/** Where a sentence is said again. */
export interface SaidAgain {
  readonly source: string
  readonly from: Language
  readonly specialty: string | null
  readonly glossary: Glossary
  /** The engine that is asked first now: what a lesser one said is not worth keeping. */
  readonly bestEngine: string
}

/** How a figure such as 1.500 is read depends on the whole text it stands in. */
const dependsOnItsText = (source: string): boolean => /\d[.,]\d/.test(source)

/** Whether what a sentence became may stand for it here too. */
export const mayServe = (memory: Memory, { source, from, specialty, glossary, bestEngine }: SaidAgain): boolean => {
  if (memory.by === 'machine' && memory.engine !== bestEngine) return false
  if (memory.fromItsOwnText) return memory.by === 'person' || !dependsOnItsText(source)
  return !dependsOnItsText(source) && readTheSame(source, from, glossary, memory.specialty, specialty)
}

/** Whether two specialties read every abbreviation of a sentence alike. */
const readTheSame = (source: string, from: Language, glossary: Glossary, one: string | null, other: string | null): boolean => {
  if (one === other) return true
  const readingOf = (specialty: string | null) =>
    glossary
      .find(source, from, specialty)
      .map(({ start, term }) => `${start} ${term.en} ${term.es}`)
      .join('\n')
  return readingOf(one) === readingOf(other)
}

/** A person before an engine, the text's own words before another's, else the newest, which comes first. */
export const bestMemory = <M extends Memory>(memories: readonly M[], said: SaidAgain): M | undefined => {
  const serving = memories.filter((memory) => mayServe(memory, said))
  const rank = (memory: M) => (memory.by === 'person' ? 2 : 0) + (memory.fromItsOwnText ? 1 : 0)
  return serving.toSorted((one, other) => rank(other) - rank(one))[0]
}

/** Of several engines in their order, the one asked first. */
export const bestEngineOf = (translatorName: string): string => translatorName.split(', ')[0] ?? translatorName
