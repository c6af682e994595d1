import type { listHeldSentences as listHeldSentencesPromise, ShownCorrection, ShownSentence } from '#contract/community/corrections.ts'
import type { QueryOf } from '#contract/endpoint.ts'
import type { TextLanguage } from '#contract/shapes.ts'
import type { Member } from '../../access.ts'
import { refuse } from '../../platform/refuse.ts'
import { listSettings } from '../accounts/list-settings.ts'
import type { Deps } from '../deps.ts'
import { readerOf } from '../discussion/reader.ts'
import { placesOf } from '../texts/correct-sentence.ts'
import { readsBoth, whyNotSettle } from './corrections.rules.ts'
import { correctionsOf, type FoundCorrection, type FoundSentence, heldSentences, sentencesIn } from './corrections.sql.ts'

type Needs = Pick<Deps, 'db'>

const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/

/** Which languages a member reads without translation. */
export const readsOf = async ({ db }: Needs, member: Member): Promise<readonly TextLanguage[]> =>
  (await listSettings(db, member.accountId)).reads as TextLanguage[]

/** A correction as one member may see and settle it. */
export const shownTo =
  (reads: readonly TextLanguage[]) =>
  ({ key: _, cursor: __, isAuthor, ...found }: FoundCorrection): ShownCorrection => {
    const settling = {
      state: found.state,
      isAuthor,
      isCorrector: found.byline.mine,
      readsBoth: readsBoth(reads, found.sourceLanguage, found.language),
    }
    return {
      ...found,
      mayAccept: found.state !== 'accepted' && whyNotSettle(settling, true) === null,
      mayDecline: found.state !== 'declined' && !settling.isCorrector && whyNotSettle(settling, false) === null,
    }
  }

/** The sentences of some texts beside what readers of the member's language see of them, in the order they are said. */
export const listSentences = async (deps: Needs, member: Member, texts: string): Promise<{ items: ShownSentence[] }> => {
  const ids = texts.split(',').filter((id) => uuid.test(id))
  const found = await sentencesIn(deps.db, ids, member.language, readerOf(member))
  const place = placesOf(found.map(({ textId, body }) => [textId, body]))
  const ordered = found
    .toSorted((one, other) => ids.indexOf(one.textId) - ids.indexOf(other.textId) || place(one) - place(other))
    .map(({ body: _, ...sentence }) => sentence)
  return { items: await withCorrections(deps, member, await readsOf(deps, member), ordered) }
}

/** Sentences that wait for a human, for a member who reads both their languages. */
export const listHeldSentences = async (
  deps: Needs,
  member: Member,
  { after, limit = 30 }: QueryOf<typeof listHeldSentencesPromise>,
): Promise<{ items: ShownSentence[]; next: string | null }> => {
  const reads = await readsOf(deps, member)
  if (reads.length < 2) refuse('correction.one-language')
  const skip = /^\d{1,6}$/.test(after ?? '') ? Number(after) : 0
  const found = await heldSentences(deps.db, readerOf(member), { reads, skip, limit: limit + 1 })
  return {
    items: await withCorrections(deps, member, reads, found.slice(0, limit)),
    next: found.length > limit ? String(skip + limit) : null,
  }
}

const withCorrections = async (
  deps: Needs,
  member: Member,
  reads: readonly TextLanguage[],
  found: readonly FoundSentence[],
): Promise<ShownSentence[]> => {
  const corrections = await correctionsOf(deps.db, [...new Set(found.map(({ textId }) => textId))], null, readerOf(member))
  return found.map(({ objections, ...sentence }) => ({
    ...sentence,
    objections: sentence.held ? (objections ?? []) : [],
    corrections: corrections
      .filter(({ textId, key, language }) => textId === sentence.textId && key === sentence.key && language === sentence.language)
      .map(shownTo(reads)),
  }))
}
