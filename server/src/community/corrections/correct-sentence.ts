import type { correctSentence as promise } from '#contract/community/corrections.ts'
import { limits } from '#contract/community/corrections.ts'
import type { Harmless } from '#contract/community/privacy.ts'
import type { BodyOf, ReplyOf } from '#contract/endpoint.ts'
import type { Member } from '../../access.ts'
import { refuse, refuseIf } from '../../platform/refuse.ts'
import { requestHash } from '../../platform/requestHash.ts'
import { takeBylineAsItIs } from '../bylines/take-byline.ts'
import type { Deps } from '../deps.ts'
import { readerOf } from '../discussion/reader.ts'
import { pairOf } from '../glossary/glossary.rules.ts'
import { notify } from '../notifications/notify.ts'
import { correctSentence as correctIt, findCorrectionByKey, judgedWords, objectionsTo, takeSentence } from '../texts/correct-sentence.ts'
import { Passed } from '../texts/Passed.ts'
import { type ReplacedTerm, replacedTerm } from '../texts/replacedTerm.rules.ts'
import { readsBoth, whyNoWords } from './corrections.rules.ts'
import { findPlace } from './corrections.sql.ts'
import { readsOf } from './list-sentences.ts'

type Needs = Pick<Deps, 'db' | 'clock' | 'ids' | 'jobs' | 'glossary'>

/**
 * A doctor who reads both languages puts a sentence right; its author is told.
 * While the gate objects and the doctor has not confirmed, nothing is done and the objections are answered.
 */
export const correctSentence = async (
  deps: Needs,
  member: Member,
  textId: string,
  { form, key: clientKey }: { form: BodyOf<typeof promise>; key: string },
): Promise<ReplyOf<typeof promise>> => {
  const glossary = await deps.glossary()
  return deps.db.transaction().execute(async (trx) => {
    const place = await findPlace(trx, textId, readerOf(member))
    if (!place) return refuse('text.not-found')
    const key = Buffer.from(form.key, 'hex')
    const { language } = form
    const sentence = (await takeSentence(trx, { textId, language, key })) ?? refuse('sentence.gone')
    if (!readsBoth(await readsOf({ db: trx }, member), sentence.from, language)) refuse('correction.one-language')
    const bylineId = await takeBylineAsItIs(deps, trx, member, place.caseId)
    const hash = requestHash(form)
    const before = await findCorrectionByKey(trx, bylineId, clientKey)
    if (before)
      return before.request_hash.equals(hash) ? { correctionId: before.id, objections: [], change: null } : refuse('request.repeat-differs')
    const target = form.target.trim()
    const why = whyNoWords(target, sentence.shown)
    if (why === 'correction.too-long') refuse('correction.too-long', { max: limits.sentence, length: target.length })
    refuseIf(why)
    // What the author has judged to name nobody in the original names nobody in its translation.
    const judged = (await judgedWords(trx, textId)).map(({ words, reason }) => ({ words, reason: reason as Harmless }))
    Passed.guard([{ path: 'target', text: target }], { language, notIdentifiers: [...judged, ...(form.notIdentifiers ?? [])] })
    const objections = [...objectionsTo(target, sentence, { language, glossary })]
    if (objections.length > 0 && !form.confirmed) return { correctionId: null, objections, change: null }
    const now = deps.clock.now()
    const id = deps.ids.timed(now)
    await correctIt(
      deps,
      trx,
      {
        id,
        textId,
        language,
        key,
        source: sentence.source,
        before: sentence.shown,
        target,
        findings: objections,
        bylineId,
        state: place.isAuthor ? 'accepted' : 'proposed',
        settledBy: place.isAuthor ? 'author' : null,
        at: now,
        clientKey,
        requestHash: hash,
      },
      glossary,
    )
    if (place.authorBylineId !== null && !place.isAuthor)
      await notify(deps, trx, [{ to: { byline: place.authorBylineId }, kind: 'correction', about: place.caseId, key: `correction:${id}` }])
    const term = replacedTerm(
      { source: sentence.source, before: sentence.said, target },
      { from: sentence.from, to: language, specialty: sentence.specialty, glossary },
    )
    return { correctionId: id, objections, change: term && changeOf(term) }
  })
}

/** What is offered to the glossary once a sentence is put right. */
const changeOf = ({ term, replaces }: ReplacedTerm): ReplyOf<typeof promise>['change'] => ({
  term: pairOf(term),
  replaces: replaces && { class: replaces.class, en: replaces.en, es: replaces.es },
})
