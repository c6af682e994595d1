import type { Transaction } from 'kysely'
import type { TextLanguage } from '#contract/shapes.ts'
import { emit } from '../../platform/events.ts'
import type { Jobs } from '../../platform/jobs.ts'
import type { DB } from '../../platform/schema/community.generated.ts'
import { later } from '../../platform/time.ts'
import type { Deps } from '../deps.ts'
import { isStanding } from '../glossary/editions.ts'
import { bestEngineOf, bestMemory, composed, keyOf } from './memory.rules.ts'
import { type FoundMemory, findMemories, type KeptSentence, keepSentences, noEngine } from './sentences.sql.ts'
import { splitIntoPieces } from './sentences.ts'
import { type Stretch, stretchesOf, type WrittenIn } from './stretches.ts'
import type { Glossary } from './Translator.ts'
import { textSettled } from './texts.events.ts'
import { translateText as translateTextJob } from './texts.jobs.ts'
import { takenFor, waitAfterFailure } from './texts.rules.ts'
import { findWanted, keepTranslation, noteFailure, takeDueTranslations } from './texts.sql.ts'
import { type Segment, translateStretches } from './translateText.ts'

type Db = Deps['db'] | Transaction<DB>
type Needs = Pick<Deps, 'db' | 'clock' | 'translator' | 'glossary' | 'log'> & { readonly jobs: Pick<Jobs, 'ask'> }

/** Translates one text into one language, if that is still wanted; a failure is noted and tried again later. */
export const translateWanted = async (deps: Needs, textId: string, language: TextLanguage): Promise<void> => {
  const { db, clock, translator, glossary, log } = deps
  const wanted = await findWanted(db, textId, language)
  if (!wanted) return
  const { body, revision, attempts, specialty } = wanted
  const spans = (wanted.spans ?? []) as unknown as WrittenIn['spans']
  const stretches = stretchesOf(body, { language: wanted.from as TextLanguage, spans })
  // What became of a text and the word of it stand or fall together: a worker that dies between them would leave it unfound.
  const settle = (keep: (trx: Transaction<DB>) => Promise<unknown>) =>
    db.transaction().execute(async (trx) => {
      await keep(trx)
      await emit(deps, trx, textSettled, { textId })
    })
  const failed = () =>
    settle((trx) => noteFailure(trx, { textId, language, revision, dueAt: later(clock.now(), waitAfterFailure(attempts)) }))
  if (!translator) return failed()
  try {
    const terms = await glossary()
    const remembering = { glossary: terms, bestEngine: bestEngineOf(translator.name) }
    const recall = (from: Db) => remember(from, { id: textId, stretches, specialty }, language, remembering)
    const remembered = await recall(db)
    const known = new Map([...remembered].map(([source, { target }]) => [source, target]))
    const translated = await translateStretches({ translator, glossary: terms, specialty, known }, stretches, language)
    if (translated.state === 'failed') return await failed()
    const sentences = uniqueByKey(
      translated.segments
        .filter(({ already }) => !already)
        .map((segment) => kept(segment, remembered.get(segment.source), translator.name)),
    )
    await settle(async (trx) => {
      const isNow = terms.edition === null || (await isStanding(trx, terms.edition))
      const meanwhile = await recall(trx)
      // What was said with terms that have changed meanwhile is shown until it has been said with those that stand, which is due at once.
      const isOld = !isNow || sentences.some(({ source }) => remembered.has(source) && !meanwhile.has(source))
      const whole = {
        ...composed(body, sentences, { to: language, specialty, glossary: terms }),
        textId,
        language,
        revision,
        engine: translator.name,
        dueAt: isOld ? clock.now() : null,
      }
      if (!(await keepTranslation(trx, whole))) return
      // What a doctor put right while the engine worked stands; the text is asked for again.
      if (sentences.some(({ source, correctionId }) => correctionId !== (meanwhile.get(source)?.correctionId ?? null)))
        throw new Error('A sentence was corrected meanwhile')
      await keepSentences(trx, { textId, language }, isOld ? sentences.map((sentence) => ({ ...sentence, engine: noEngine })) : sentences)
    })
  } catch (error) {
    log.warn({ err: error }, 'translation failed')
    await failed()
  }
}

/** What the sentences of a text are known to become, from the text as it was and from others. */
const remember = async (
  db: Db,
  { id, stretches, specialty }: { id: string; stretches: readonly Stretch[]; specialty: string | null },
  to: TextLanguage,
  { glossary, bestEngine }: { glossary: Glossary; bestEngine: string },
): Promise<ReadonlyMap<string, FoundMemory>> => {
  const sentences = stretches
    .filter((stretch) => stretch.language !== to)
    .flatMap(({ text, language }) =>
      splitIntoPieces(text).flatMap(({ kind, text: source }) =>
        kind === 'sentence' ? [{ source, from: language, key: keyOf(source) }] : [],
      ),
    )
  const memories = await findMemories(db, { textId: id, to, keys: sentences.map(({ key }) => key) })
  return new Map(
    sentences.flatMap(({ source, from, key }) => {
      const best = bestMemory(
        memories.filter((memory) => memory.key.equals(key) && memory.writtenIn === from),
        { source, from, specialty, glossary, bestEngine },
      )
      return best ? [[source, best] as const] : []
    }),
  )
}

/** A sentence as it is kept: what is remembered of it, or what an engine has just said. */
const kept = (
  { source, target, held, proposed, by, writtenIn }: Segment & { writtenIn: TextLanguage },
  memory: FoundMemory | undefined,
  translatorName: string,
): KeptSentence & { readonly corrected: string | null } => {
  const key = keyOf(source)
  if (memory?.by === 'person') return { ...memory, key, source, writtenIn, corrected: target }
  return {
    key,
    source,
    writtenIn,
    machine: held === null ? target : (proposed ?? null),
    findings: held,
    engine: memory?.engine ?? by ?? translatorName,
    correctionId: null,
    corrected: null,
  }
}

const uniqueByKey = <S extends { readonly key: Buffer }>(sentences: readonly S[]): readonly S[] => [
  ...new Map(sentences.map((sentence) => [sentence.key.toString('hex'), sentence])).values(),
]

/** Asks again for what is due: failures whose wait is over, and texts whose worker was lost. */
export const dueTranslations = async ({ db, jobs }: Pick<Deps, 'db' | 'jobs'>, now: Date): Promise<void> => {
  const due = await takeDueTranslations(db, { now, putOffTo: later(now, takenFor), limit: 1_000 })
  for (const { textId, language } of due) await jobs.ask(db, translateTextJob, { textId, language }, { canWait: true })
}
