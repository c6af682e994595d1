import type { Transaction } from 'kysely'
import type { TextLanguage } from '#contract/shapes.ts'
import type { Jobs } from '../../platform/jobs.ts'
import type { DB } from '../../platform/schema/community.generated.ts'
import { siteLanguages } from '../../platform/siteLanguages.ts'
import { later } from '../../platform/time.ts'
import type { Deps } from '../deps.ts'
import { explainedTermsIn } from './explainedTerms.rules.ts'
import type { Passed } from './Passed.ts'
import { bundledGlossary } from './readGlossary.ts'
import { findLanguages, wantedLanguages } from './stretches.ts'
import { translateText } from './texts.jobs.ts'
import { otherLanguages, takenFor } from './texts.rules.ts'
import {
  addHumanTranslation,
  addJudgements,
  addText,
  dropJudgements,
  lockText,
  replaceText,
  setLanguage,
  wantTranslations,
} from './texts.sql.ts'

type Asking = { readonly jobs: Pick<Jobs, 'ask'> }
type Needs = Pick<Deps, 'clock' | 'ids'> & Asking

/** Where a text is written, as far as its translation depends on it. */
export interface Setting {
  /** The specialty its byline shows, which tells how an abbreviation is meant. */
  readonly specialty: string | null
  /** Whether everybody may read it, so that what its sentences became may serve other texts. */
  readonly lends: boolean
  /** Somebody has said which language it is in, and is believed whatever its words look like. */
  readonly languageSaid?: boolean
}

export interface Wording {
  /** The language its author composes in; what the words say otherwise counts before it. */
  readonly language: TextLanguage
  readonly body: string
  /** That the guard has read it, with its author's judgements. */
  readonly passed: Passed
  readonly setting: Setting
  /** The same said in other languages by a person; nothing is asked of an engine for these. */
  readonly alsoIn?: Readonly<Partial<Record<TextLanguage, string>>>
}

/** Writes a text down and asks for it in every other language, in the same transaction. Answers its id. */
export const writeText = async (
  { clock, ids, jobs }: Needs,
  trx: Transaction<DB>,
  { language, body, passed, setting: { languageSaid = false, ...setting }, alsoIn = {} }: Wording,
): Promise<string> => {
  const now = clock.now()
  const id = ids.timed(now)
  // What a person has said in both languages is in the language they said it was.
  const isSaid = languageSaid || Object.keys(alsoIn).length > 0
  const written = isSaid ? { language, spans: [] } : findLanguages(body.trim(), language)
  await addText(trx, { id, ...written, language_by: languageSaid ? 'author' : 'words', body: body.trim(), ...setting })
  await addJudgements(trx, id, passed.judgementsOn(body))
  for (const other of wantedLanguages(written, siteLanguages)) {
    const human = alsoIn[other]
    if (human !== undefined) {
      const said = human.trim()
      const told = { from: written.language, to: other, specialty: setting.specialty, glossary: await bundledGlossary() }
      const terms = explainedTermsIn(body.trim(), said, told)
      await addHumanTranslation(trx, { textId: id, language: other, revision: 1, body: said, terms })
    } else await wantTranslation({ jobs }, trx, id, other, 1, now)
  }
  return id
}

/** Writes a text if there is something to write. */
export const writeTextIfAny = (deps: Needs, trx: Transaction<DB>, wording: Wording): Promise<string | null> =>
  wording.body.trim() === '' ? Promise.resolve(null) : writeText(deps, trx, wording)

/** Changes what a text says; its translations are made anew. */
export const rewriteText = async (
  { clock, jobs }: Pick<Deps, 'clock'> & Asking,
  trx: Transaction<DB>,
  textId: string,
  { language, body, passed }: Omit<Wording, 'setting' | 'alsoIn'>,
): Promise<void> => {
  const old = await lockText(trx, textId)
  if (!old) return
  await dropJudgements(trx, textId)
  await addJudgements(trx, textId, passed.judgementsOn(body))
  if (old.body === body.trim()) return
  const written = old.languageBy === 'author' ? { language: old.language as TextLanguage, spans: [] } : findLanguages(body.trim(), language)
  const now = clock.now()
  await replaceText(trx, old, { ...written, body: body.trim(), now })
  for (const other of wantedLanguages(written, siteLanguages)) await wantTranslation({ jobs }, trx, textId, other, old.revision + 1, now)
}

/** The author says which language a text is in, whatever its words look like; its translations are made anew. */
export const sayWrittenIn = async (
  { clock, jobs }: Pick<Deps, 'clock'> & Asking,
  trx: Transaction<DB>,
  textId: string,
  language: TextLanguage,
): Promise<void> => {
  const old = await lockText(trx, textId)
  if (!old || (old.language === language && old.spans === null)) return
  await setLanguage(trx, textId, language)
  for (const other of otherLanguages(language)) await wantTranslation({ jobs }, trx, textId, other, old.revision + 1, clock.now())
}

const wantTranslation = async (
  { jobs }: Asking,
  trx: Transaction<DB>,
  textId: string,
  language: TextLanguage,
  revision: number,
  now: Date,
): Promise<void> => {
  // The job is for at once; should its worker die or the queue be lost, the row is due again a little later.
  await wantTranslations(trx, [{ textId, language, revision, dueAt: later(now, takenFor) }])
  await jobs.ask(trx, translateText, { textId, language })
}
