import type { proposeTerm as promise, ShownProposal, TermName, TermPair } from '#contract/community/glossary.ts'
import type { BodyOf } from '#contract/endpoint.ts'
import type { Language } from '#contract/shapes.ts'
import type { Member } from '../../access.ts'
import { refuse, refuseIf } from '../../platform/refuse.ts'
import { requestHash } from '../../platform/requestHash.ts'
import { listSettings } from '../accounts/list-settings.ts'
import { takeBylineAsItIs } from '../bylines/take-byline.ts'
import type { Deps } from '../deps.ts'
import { changeGlossary } from './editions.ts'
import { glossarySignal } from './glossary.events.ts'
import { nameOf, pairOf, termsLike, whyNoProposal, whyNotSettle } from './glossary.rules.ts'
import { addChanges, findByKey, listChanges, lockProposal, setState } from './glossary.sql.ts'

type Needs = Pick<Deps, 'db' | 'clock' | 'ids' | 'jobs' | 'signals' | 'glossary'>

const shownAtOnce = 60

const readsBoth = async ({ db }: Pick<Deps, 'db'>, member: Member): Promise<boolean> =>
  ((await listSettings(db, member.accountId)).reads as Language[]).length > 1

/** The terms translations use now, found by words of either language. */
export const listTerms = async ({ glossary }: Pick<Deps, 'glossary'>, typed = ''): Promise<{ items: TermPair[]; total: number }> => {
  const found = termsLike((await glossary()).terms.map(pairOf), typed)
  return { items: found.slice(0, shownAtOnce), total: found.length }
}

/** What members have proposed, and what became of it. */
export const listProposals = async (
  deps: Pick<Deps, 'db'>,
  member: Member,
  after = '',
): Promise<{ items: ShownProposal[]; next: string | null }> => {
  const skip = /^\d{1,6}$/.test(after) ? Number(after) : 0
  const found = await listChanges(deps.db, member.accountId, { skip, limit: shownAtOnce + 1 })
  const both = await readsBoth(deps, member)
  return {
    items: found.slice(0, shownAtOnce).map(({ replaces, ...change }) => ({
      ...change,
      replaces: replaces === null ? null : termNamed(replaces),
      maySettle: whyNotSettle({ state: change.state, mine: change.byline.mine, readsBoth: both }) === null,
      mayTakeBack: ['proposed', 'accepted'].includes(change.state) && (change.byline.mine || (change.settledBy?.mine ?? false)),
    })),
    next: found.length > shownAtOnce ? String(skip + shownAtOnce) : null,
  }
}

const termNamed = (name: string): TermName => {
  const [kind, en = '', es = ''] = name.split('\t')
  return { class: kind as TermName['class'], en, es }
}

/** A member who reads both languages proposes a change of the glossary; the same key again finds the first. */
export const proposeTerm = async (
  deps: Needs,
  member: Member,
  { form, key }: { form: BodyOf<typeof promise>; key: string },
): Promise<{ proposalId: string }> => {
  if (!(await readsBoth(deps, member))) refuse('correction.one-language')
  const known = new Map((await deps.glossary()).terms.map(pairOf).map((term) => [nameOf(term), term]))
  const term = form.term && { ...form.term, en: form.term.en.trim(), es: form.term.es.trim() }
  const change = { term, replaces: form.replaces && nameOf(form.replaces) }
  return deps.db.transaction().execute(async (trx) => {
    const hash = requestHash(form)
    const before = await findByKey(trx, key, member.accountId)
    if (before) return before.hash.equals(hash) ? { proposalId: before.id } : refuse('request.repeat-differs')
    refuseIf(whyNoProposal(change, known))
    const at = deps.clock.now()
    const id = deps.ids.timed(at)
    const bylineId = await takeBylineAsItIs(deps, trx, member, id)
    await addChanges(trx, [{ id, ...change, state: 'proposed', at, bylineId, clientKey: key, requestHash: hash }])
    return { proposalId: id }
  })
}

/** A second who reads both languages accepts or declines a proposal; settled twice alike by the same is settled once. */
export const settleProposal = async (deps: Needs, member: Member, id: string, accept: boolean): Promise<{ proposalId: string }> => {
  const both = await readsBoth(deps, member)
  const known = (await deps.glossary()).terms.map(pairOf)
  await deps.db.transaction().execute(async (trx) => {
    const found = await lockProposal(trx, id, member.accountId)
    if (!found) return refuse('term.proposal-not-found')
    const state = accept ? 'accepted' : 'declined'
    if (found.state === state && found.settledByMe) return
    refuseIf(whyNotSettle({ ...found, readsBoth: both }))
    await setState(trx, id, state, await takeBylineAsItIs(deps, trx, member, id))
    if (accept) await changeGlossary(deps, trx, touchedBy(found, known))
  })
  await deps.signals.tell(glossarySignal)
  return { proposalId: id }
}

/** Who proposed a change, or accepted it, takes it back; taken back twice is taken back once. */
export const takeBackProposal = async (deps: Needs, member: Member, id: string): Promise<void> => {
  const known = (await deps.glossary()).terms.map(pairOf)
  await deps.db.transaction().execute(async (trx) => {
    const found = await lockProposal(trx, id, member.accountId)
    if (!found) return refuse('term.proposal-not-found')
    if (!found.mine && !found.settledByMe) refuse('correction.not-yours')
    if (found.state !== 'proposed' && found.state !== 'accepted') return
    await setState(trx, id, 'taken-back')
    if (found.state === 'accepted') await changeGlossary(deps, trx, touchedBy(found, known))
  })
  await deps.signals.tell(glossarySignal)
}

/** The terms a change concerns: its own, and the one it replaces. */
const touchedBy = ({ term, replaces }: { term: TermPair | null; replaces: string | null }, known: readonly TermPair[]): TermPair[] => {
  const replaced = replaces === null ? undefined : known.find((each) => nameOf(each) === replaces)
  const named =
    replaces === null
      ? []
      : [replaced ?? { ...termNamed(replaces), gender: null, plural: {}, onlyFrom: null, specialties: [], isDrug: false }]
  return [...(term ? [term] : []), ...named]
}
