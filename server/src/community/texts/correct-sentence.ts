import type { Transaction } from 'kysely'
import type { TextLanguage } from '#contract/shapes.ts'
import { emit } from '../../platform/events.ts'
import type { Jobs } from '../../platform/jobs.ts'
import type { DB } from '../../platform/schema/community.generated.ts'
import type { Deps } from '../deps.ts'
import { decimalMarkOf, decimalSigns } from './figures.rules.ts'
import { type Finding, findingsIn } from './gate.rules.ts'
import { bestMemory, composed, keyOf, shownOf } from './memory.rules.ts'
import {
  addCorrection,
  findMemories,
  keepComposed,
  lockSentence,
  lockTextsSaying,
  type NewCorrection,
  sentencesOf,
  setCorrection,
  setCorrectionState,
} from './sentences.sql.ts'
import { splitIntoPieces } from './sentences.ts'
import type { Glossary } from './Translator.ts'
import { textSettled } from './texts.events.ts'
import { translateText } from './texts.jobs.ts'
import { wantTranslationAgain } from './texts.sql.ts'

// What a room above needs to decide who may correct what.
export { findCorrectionByKey, judgedWords, lockCorrection } from './sentences.sql.ts'

/** Tells where in its text a sentence is said, of texts given by id and body. */
export const placesOf = (bodies: readonly (readonly [textId: string, body: string])[]) => {
  const places = new Map(
    [...new Map(bodies)].map(([textId, body]) => [
      textId,
      new Map(
        splitIntoPieces(body)
          .map(({ text }, place) => [keyOf(text).toString('hex'), place] as const)
          .reverse(),
      ),
    ]),
  )
  return ({ textId, key }: { readonly textId: string; readonly key: string }): number => places.get(textId)?.get(key) ?? 0
}

type Needs = Pick<Deps, 'clock'> & { readonly jobs: Pick<Jobs, 'ask'> }

/** Where a sentence stands: a text, the language it was translated into, and what it is known by. */
export interface SentencePlace {
  readonly textId: string
  readonly language: TextLanguage
  readonly key: Buffer
}

/** A sentence as readers see it, and as it was said to whoever corrects it. */
export interface TakenSentence {
  readonly source: string
  readonly from: TextLanguage
  readonly shown: string
  /** Also where the gate holds it. */
  readonly said: string
  readonly textBody: string
  readonly specialty: string | null
}

/** A sentence, held for who corrects it; null when the text no longer says it. */
export const takeSentence = async (trx: Transaction<DB>, place: SentencePlace): Promise<TakenSentence | null> => {
  const found = await lockSentence(trx, place)
  if (!found) return null
  const { source, writtenIn, textBody, specialty } = found
  return { source, from: writtenIn, shown: shownOf(found), said: shownOf({ ...found, findings: null }), textBody, specialty }
}

/** What the gate objects to in a doctor's words for a sentence: for them to confirm, not for it to refuse. */
export const objectionsTo = (
  target: string,
  { source, from, textBody }: Pick<TakenSentence, 'source' | 'from' | 'textBody'>,
  { language, glossary }: { language: TextLanguage; glossary: Glossary },
): readonly Finding[] =>
  findingsIn(source, target, { from, to: language, mark: decimalSigns[from] === ',' ? decimalMarkOf(textBody) : null, glossary })

/** Puts a sentence right, at once and wherever the same is said. */
export const correctSentence = async (deps: Needs, trx: Transaction<DB>, correction: NewCorrection, glossary: Glossary): Promise<void> => {
  await addCorrection(trx, correction)
  await settleSentence(deps, trx, correction, glossary)
}

/** A correction is accepted, declined or taken back; what readers see follows, wherever the sentence is said. */
export const settleCorrection = async (
  deps: Needs,
  trx: Transaction<DB>,
  { id, ...place }: { id: string; language: TextLanguage; key: Buffer },
  settled: { state: 'accepted' | 'declined' | 'taken-back'; settledBy: 'author' | 'colleague' | null },
  glossary: Glossary,
): Promise<void> => {
  await setCorrectionState(trx, id, settled)
  await settleSentence(deps, trx, place, glossary)
}

/** Gives a sentence, in every text that says it, the correction that stands for it there; without one, what the engine said. */
const settleSentence = async (
  { clock, jobs }: Needs,
  trx: Transaction<DB>,
  { key, language }: { key: Buffer; language: TextLanguage },
  glossary: Glossary,
): Promise<void> => {
  for (const { textId, body, from, specialty, source, again, correctionId } of await lockTextsSaying(trx, { key, language })) {
    const corrections = (await findMemories(trx, { textId, to: language, keys: [key] })).filter(
      ({ by, writtenIn }) => by === 'person' && writtenIn === from,
    )
    const best = bestMemory(corrections, { source, from, specialty, glossary, bestEngine: '' })?.correctionId ?? null
    if (best === correctionId) continue
    await setCorrection(trx, { textId, language, key, correctionId: best })
    if (best === null && again) {
      await wantTranslationAgain(trx, { textId, language, dueAt: clock.now() })
      await jobs.ask(trx, translateText, { textId, language })
    } else {
      const sentences = await sentencesOf(trx, textId, language)
      await keepComposed(trx, { textId, language, ...composed(body, sentences, { to: language, specialty, glossary }) })
    }
    await emit({ jobs }, trx, textSettled, { textId })
  }
}
