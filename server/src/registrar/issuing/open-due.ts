import type { LabelCode } from '#tickets/labels.ts'
import { blindSign } from '#tickets/sign.ts'
import { epochOf, epochStart, periodToSign, quarterOf } from '#tickets/tickets.rules.ts'
import { canWrite } from '../../platform/letters.ts'
import type { Deps, Trx } from '../deps.ts'
import { writeMail } from '../mails/write-mail.ts'
import { readPerson } from '../persons/know-person.ts'
import { labelsOf } from '../persons/persons.rules.ts'
import { markRootsIssued } from '../persons/roots.ts'
import { readCrowds } from './crowds.ts'
import { finerThan, groupKey, groupsOf, isLabelUsable, opensNow, planLabels } from './issuing.rules.ts'
import {
  dropCoarser,
  holdOpening,
  keepOpening,
  readEntries,
  signRequests,
  type Waiting,
  waitingLabels,
  waitingRenewals,
  waitingRoots,
  waitingToEnter,
} from './issuing.sql.ts'
import { ticketKey } from './keys.ts'

type Needs = Pick<
  Deps,
  'db' | 'clock' | 'ids' | 'secrets' | 'crowdMinimum' | 'props' | 'groupMinimum' | 'jobs' | 'mail' | 'demo' | 'communityOrigin'
>

/**
 * What a full hour brings, in one transaction for everybody: those who wait enter when they are enough or have waited a day; renewals that are due
 * are signed for all in good standing, present or not; and once an epoch, two days ahead, whole crowds that have grown get their finer label.
 */
export const openDue = async (deps: Needs): Promise<void> => {
  const { db, clock, groupMinimum } = deps
  const now = clock.now()
  const epoch = epochOf(now)
  const ahead = periodToSign('renewal', now)
  await db.transaction().execute(async (trx) => {
    const opening = await holdOpening(trx, epoch)
    const waiting = await waitingToEnter(trx)
    const opens = opensNow(waiting.length, groupMinimum, opening.by, now)
    const entering = opens ? waiting : []
    const isEpochsTurn = ahead > opening.epoch
    const labels = await labelsDue(trx, deps, [
      ...(opens ? [{ quarter: quarterOf(now), epoch, whose: entering }] : []),
      ...(isEpochsTurn ? [{ quarter: quarterOf(epochStart(ahead)), epoch: ahead, whose: 'everybody' as const }] : []),
    ])
    const due = [...(await waitingRoots(trx, entering)), ...(await waitingRenewals(trx, epoch, ahead, entering)), ...labels.due]
    await dropCoarser(trx, labels.coarser)
    await signRequests(trx, await sign(deps, due))
    await markRootsIssued(trx, entering)
    if (opens || isEpochsTurn) await keepOpening(trx, { by: opens ? null : opening.by, epoch: Math.max(ahead, opening.epoch) })
    for (const personId of entering) await tellEntered(trx, deps, personId)
  })
}

const tellEntered = async (trx: Trx, deps: Needs, personId: string): Promise<void> => {
  const person = await readPerson(trx, deps, personId)
  if (!person || !canWrite(deps)) return
  await writeMail(trx, deps, `opened/${personId}`, {
    to: person.email,
    language: person.language,
    kind: 'opened',
    given: { link: `${deps.communityOrigin}/join` },
  })
}

/** The labels that are signed now: for each doctor the finest that `k` hold once all of them have it, where it is finer than what they carry. */
const labelsDue = async (
  trx: Trx,
  deps: Pick<Deps, 'clock' | 'crowdMinimum' | 'props'>,
  turns: readonly { quarter: number; epoch: number; whose: readonly string[] | 'everybody' }[],
) => {
  const due: Waiting[] = []
  const coarser: { personId: string; period: number; rung: string }[] = []
  const entries = turns.length > 0 ? await readEntries(trx) : []
  for (const { quarter, epoch, whose } of turns) {
    const rows = new Map<string, Awaited<ReturnType<typeof waitingLabels>>>()
    for (const row of await waitingLabels(trx, quarter, epoch, whose)) {
      const before = due.some(({ personId, period }) => personId === row.personId && period === quarter)
      if (!before) rows.set(row.personId, [...(rows.get(row.personId) ?? []), row])
    }
    const choices = [...rows].map(([personId, mine]) => {
      const [first] = mine
      const held = first?.held ?? null
      const codes = first ? finerThan(labelsOf(first), held) : []
      const open = codes.filter((code) => mine.some(({ rung }) => rung === code) && isLabelUsable(entries, code, quarter, deps.clock.now()))
      return { personId, held, mine, codes: open, named: first?.named ?? false }
    })
    const holders = await readCrowds(trx, deps, { from: quarter, to: quarter })
    const plan = planLabels(groupsOf(choices), holders, deps.crowdMinimum)
    for (const { personId, held, mine, codes } of choices) {
      const given: LabelCode | undefined = plan.get(groupKey(codes))
      const row = mine.find(({ rung }) => rung === given)
      if (!row) continue
      due.push(row)
      if (held !== null) coarser.push({ personId, period: quarter, rung: held })
    }
  }
  return { due, coarser }
}

/** How many signatures are made before others get their turn: about 20 ms. */
const atOnce = 50

const sign = async (deps: Pick<Deps, 'secrets'>, due: readonly Waiting[]) => {
  const signed: Parameters<typeof signRequests>[1][number][] = []
  for (const [at, { personId, kind, period, rung, blinded }] of due.entries()) {
    if (at % atOnce === atOnce - 1) await new Promise((resolve) => setImmediate(resolve))
    const key = await ticketKey(deps, kind, period, rung === '' ? null : rung)
    signed.push({ personId, kind, period, rung, signature: Buffer.from(blindSign(key, blinded)) })
  }
  return signed
}
