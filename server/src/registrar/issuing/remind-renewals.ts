import { epochOf, epochStart } from '#tickets/tickets.rules.ts'
import { canWrite } from '../../platform/letters.ts'
import { days, later } from '../../platform/time.ts'
import type { Deps } from '../deps.ts'
import { writeMail } from '../mails/write-mail.ts'
import { readPerson } from '../persons/know-person.ts'
import { withoutRenewal } from './issuing.sql.ts'

/** So long before an epoch begins, whoever has handed nothing in for it is told. */
const ahead = 4 * days

/** Tells doctors who have entered that what they handed in has run out: once for an epoch, and nothing of who has an account where. */
export const remindRenewals = async (
  deps: Pick<Deps, 'db' | 'clock' | 'ids' | 'jobs' | 'secrets' | 'mail' | 'demo' | 'communityOrigin'>,
): Promise<void> => {
  const { db, clock, communityOrigin } = deps
  const next = epochOf(clock.now()) + 1
  if (!canWrite(deps) || later(clock.now(), ahead) < epochStart(next)) return
  for (const personId of await withoutRenewal(db, next))
    await db.transaction().execute(async (trx) => {
      const person = await readPerson(trx, deps, personId)
      if (!person?.doctor) return
      await writeMail(trx, deps, `renewal/${personId}/${next}`, {
        to: person.email,
        language: person.language,
        kind: 'renewalDue',
        given: { link: `${communityOrigin}/renew` },
      })
    })
}
