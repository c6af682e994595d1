import type { ClockShown } from '#contract/community/response-clock.ts'
import type { Member } from '../../access.ts'
import { Bytes } from '../../platform/bind.ts'
import { days as dayLong, later } from '../../platform/time.ts'
import type { Deps } from '../deps.ts'
import { readerOf } from '../discussion/reader.ts'
import { type CaseTimes, clockCsv, clockOf, timesOf } from './clock.rules.ts'
import { caseRows } from './response-clock.sql.ts'

type Needs = Pick<Deps, 'db' | 'clock'>

const timesFor = async ({ db, clock }: Needs, member: Member, days: number): Promise<readonly CaseTimes[]> => {
  const now = clock.now()
  return (await caseRows(db, readerOf(member), later(now, -days * dayLong))).map((row) => timesOf(row, now))
}

/** How long doctors who ask have to wait, over the cases of the last days that the reader may see. */
export const showClock = async (deps: Needs, member: Member, days: number): Promise<ClockShown> =>
  clockOf(await timesFor(deps, member, days), days)

/** What that is worked out from, as a table to take away. */
export const exportClock = async (deps: Needs, member: Member, days: number): Promise<Bytes> =>
  new Bytes(Buffer.from(clockCsv(await timesFor(deps, member, days))), {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': 'attachment; filename="consilium-clock.csv"',
    'cache-control': 'private, no-store',
  })
