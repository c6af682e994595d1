import type { CountryCode } from '#atlas/countries.ts'
import type { DeskTask } from '#contract/registrar/decisions.ts'
import type { Language } from '#contract/shapes.ts'
import type { Staff } from '../../access.ts'
import { days, hours, later } from '../../platform/time.ts'
import { type DeskCase, listDeskCases, medianReview } from '../applications/desk-cases.ts'
import { readersOfMany } from '../applications/transcribe-line.ts'
import { note } from '../audit/note.ts'
import type { Deps } from '../deps.ts'
import { openText } from '../sealing/fields.ts'
import { readStaff } from '../staff/sign-in-staff.ts'
import { errandOf, mayHave, taskOf } from './decisions.rules.ts'
import { assign, assignments, dropAssignmentsBefore } from './decisions.sql.ts'

/** A case that lies before somebody for so long goes back. */
const givenFor = 4 * hours
/** Among how many of the oldest chance decides. */
const oldest = 5

type Needs = Pick<Deps, 'db' | 'clock' | 'secrets'>

interface Waiting extends DeskCase {
  readonly task: DeskTask
  readonly mine: boolean
  readonly open: boolean
}

/** What waits for the desk, as one member of staff sees it. */
const waitingFor = async (deps: Needs, { staffId, role }: Staff): Promise<Waiting[]> => {
  const on = deps.clock.now().toISOString().slice(0, 10)
  const [cases, given, readers, me] = await Promise.all([
    listDeskCases(deps),
    assignments(deps.db),
    readersOfMany(deps.db),
    readStaff(deps.db, staffId),
  ])
  const address = me ? openText(deps, 'email', me.email) : ''
  return cases.flatMap((one) => {
    const task = taskOf({ file: one.file, errands: one.asked.filter(errandOf).length, documents: one.documents, on })
    if (!task) return []
    const others = given.some((held) => held.applicationId === one.applicationId && held.staffId !== staffId)
    const mine = given.some((held) => held.applicationId === one.applicationId && held.staffId === staffId)
    const may = mayHave({ ...one, task, readers: readers.get(one.applicationId) ?? [] }, { staffId, lead: role === 'lead', address })
    // Two people read a register by hand at the same time; anything else lies before one.
    return [{ ...one, task, mine: mine && may, open: may && (!others || task === 'read-by-hand') }]
  })
}

/** Who waits, oldest first, without a name. */
export const listQueue = async (deps: Needs, staff: Staff) => ({
  items: (await waitingFor(deps, staff))
    .slice(0, 500)
    .map(({ applicationId, country, specialty, language, since, file, task, mine, open }) => ({
      applicationId,
      country,
      specialty,
      language,
      since: (since ?? new Date(file.since)).toISOString(),
      task,
      mine,
      open,
    })),
  medianReviewSeconds: await medianReview(
    deps.db,
    later(deps.clock.now(), -30 * days)
      .toISOString()
      .slice(0, 10),
  ),
})

/** Gives somebody one of the oldest cases they may have. Chance picks: nobody chooses whom they verify. */
export const drawApplication = async (
  deps: Needs & Pick<Deps, 'ids'>,
  staff: Staff,
  wanted: { country: CountryCode | null; language: Language | null },
): Promise<{ applicationId: string | null }> => {
  const free = (await waitingFor(deps, staff)).filter(
    ({ country, language, mine, open }) =>
      open &&
      !mine &&
      (wanted.country === null || country === wanted.country) &&
      (wanted.language === null || language === wanted.language),
  )
  const among = Math.min(oldest, free.length)
  const drawn = free[among === 0 ? 0 : deps.ids.bytes(4).readUInt32BE() % among]
  if (!drawn) return { applicationId: null }
  const { applicationId } = drawn
  await deps.db.transaction().execute(async (trx) => {
    await assign(trx, { application_id: applicationId, staff_id: staff.staffId, given_at: deps.clock.now() })
    await note(trx, deps, { actor: staff.staffId, action: 'case-drawn', subject: applicationId })
  })
  return { applicationId }
}

/** Takes back what has lain before somebody too long. */
export const takeBack = ({ db, clock }: Pick<Deps, 'db' | 'clock'>) => dropAssignmentsBefore(db, later(clock.now(), -givenFor))
