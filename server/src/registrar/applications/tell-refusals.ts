import { canWrite } from '../../platform/letters.ts'
import { hours, later } from '../../platform/time.ts'
import type { Deps } from '../deps.ts'
import { writeMail } from '../mails/write-mail.ts'
import { readPerson } from '../persons/know-person.ts'
import { addDeskTime, endWaiting, lockCase, markTold, untold } from './applications.sql.ts'
import { dropDocuments } from './drop-documents.ts'

/** As long as a person would need at least: who tries numbers learns nothing from a refusal that comes at once. */
const heldBack = 24 * hours

/** Tells applicants of refusals the program made a day ago or longer. */
export const tellRefusals = async (
  deps: Pick<Deps, 'db' | 'clock' | 'ids' | 'jobs' | 'secrets' | 'mail' | 'demo' | 'origin'>,
): Promise<void> => {
  const now = deps.clock.now()
  const dayOf = (instant: Date): string => instant.toISOString().slice(0, 10)
  for (const { id } of await untold(deps.db, dayOf(later(now, heldBack)))) {
    await deps.db.transaction().execute(async (trx) => {
      const row = await lockCase(trx, id)
      if (!row || row.told || row.since > dayOf(later(now, -heldBack))) return
      await markTold(trx, id)
      const since = await endWaiting(trx, id)
      if (since)
        await addDeskTime(trx, {
          id: deps.ids.random(),
          kind: 'wait',
          on_day: dayOf(now),
          seconds: Math.round((now.getTime() - since.getTime()) / 1_000),
        })
      await dropDocuments(trx, deps, id)
      const person = await readPerson(trx, deps, row.personId)
      if (person && canWrite(deps))
        await writeMail(trx, deps, `case/${id}/${row.revision}/told`, {
          to: person.email,
          language: person.language,
          kind: 'declined',
          given: { link: `${deps.origin}/` },
        })
    })
  }
}
