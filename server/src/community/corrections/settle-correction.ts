import type { Member } from '../../access.ts'
import { refuse, refuseIf } from '../../platform/refuse.ts'
import type { Deps } from '../deps.ts'
import { readerOf } from '../discussion/reader.ts'
import { lockCorrection, settleCorrection as settleIt } from '../texts/correct-sentence.ts'
import { readsBoth, whyNotSettle } from './corrections.rules.ts'
import { findCorrection } from './corrections.sql.ts'
import { readsOf } from './list-sentences.ts'

type Needs = Pick<Deps, 'db' | 'clock' | 'jobs' | 'glossary'>

/** The author, or a second who reads both languages, accepts a correction; or the author declines it. Settled twice alike is settled once. */
export const settleCorrection = async (deps: Needs, member: Member, id: string, accept: boolean): Promise<{ correctionId: string }> => {
  const glossary = await deps.glossary()
  return deps.db.transaction().execute(async (trx) => {
    const locked = await lockCorrection(trx, id)
    const found = locked && (await findCorrection(trx, id, readerOf(member)))
    if (!locked || !found) return refuse('correction.not-found')
    const { sourceLanguage, language, isAuthor, byline } = found
    const knows = readsBoth(await readsOf({ db: trx }, member), sourceLanguage, language)
    refuseIf(whyNotSettle({ state: locked.state, isAuthor, isCorrector: byline.mine, readsBoth: knows }, accept))
    const state = accept ? 'accepted' : 'declined'
    if (locked.state === state) return { correctionId: id }
    await settleIt(deps, trx, { id, language, key: locked.key }, { state, settledBy: isAuthor ? 'author' : 'colleague' }, glossary)
    return { correctionId: id }
  })
}

/** A doctor takes their own correction back; taken back twice is taken back once. */
export const takeBackCorrection = async (deps: Needs, member: Member, id: string): Promise<void> => {
  const glossary = await deps.glossary()
  await deps.db.transaction().execute(async (trx) => {
    const locked = await lockCorrection(trx, id)
    const found = locked && (await findCorrection(trx, id, readerOf(member)))
    if (!locked || !found) return refuse('correction.not-found')
    if (!found.byline.mine) refuse('correction.not-yours')
    if (locked.state === 'taken-back') return
    await settleIt(deps, trx, { id, language: locked.language, key: locked.key }, { state: 'taken-back', settledBy: null }, glossary)
  })
}
