import { coveredBy, findSpecialty } from '#atlas/specialties.ts'
import type { listCases as listCasesPromise } from '#contract/community/cases.ts'
import type { QueryOf } from '#contract/endpoint.ts'
import { parseLabel } from '#tickets/labels.ts'
import type { Member } from '../../access.ts'
import { JsonText } from '../../platform/bind.ts'
import { Refusal } from '../../platform/refuse.ts'
import { listSettings } from '../accounts/list-settings.ts'
import type { Deps } from '../deps.ts'
import { readerOf } from '../discussion/reader.ts'
import { countDrafts, findLastDraft } from '../drafts/begun.ts'
import { casesJson, countList, listJson, myOpenJson } from './cases.sql.ts'

const attestedSpecialty = (labelCode: string): string | null => {
  const label = parseLabel(labelCode)
  if (!label || label.rung === 'region' || label.rung === 'doctor') return null
  return label.rung === 'group-country' ? label.group : label.specialty
}

/** What concerns a member: their attested specialty and their interests, each with its group and what is in it. */
const concernsOf = (member: Member, interests: readonly string[]): readonly string[] => {
  const attested = attestedSpecialty(member.label)
  return [...new Set([...(attested ? [attested] : []), ...interests].filter((code) => findSpecialty(code)).flatMap(coveredBy))]
}

const writeCursor = (place: readonly [number, string, string]): string => Buffer.from(JSON.stringify(place)).toString('base64url')

const readCursor = (text: string): readonly [number, string, string] => {
  try {
    const place: unknown = JSON.parse(Buffer.from(text, 'base64url').toString())
    if (
      Array.isArray(place) &&
      place.length === 3 &&
      typeof place[0] === 'number' &&
      !Number.isNaN(Date.parse(String(place[1]))) &&
      /^[0-9a-f-]{36}$/.test(String(place[2]))
    )
      return place as unknown as readonly [number, string, string]
  } catch {
    // Falls through to the refusal: a cursor is only ever one we gave.
  }
  throw new Refusal('request.invalid', {}, { fields: [{ path: 'query/after', reason: 'unknown' }] })
}

/** One page of one of the lists of home. */
export const listCases = async ({ db }: Pick<Deps, 'db'>, member: Member, asked: QueryOf<typeof listCasesPromise>): Promise<JsonText> => {
  const { interests, reads } = await listSettings(db, member.accountId)
  const limit = asked.limit ?? 30
  const rows = await listJson(
    db,
    {
      list: asked.list,
      concerns: concernsOf(member, interests),
      reads,
      specialties: asked.specialty ? coveredBy(asked.specialty) : null,
      published: asked.published ?? 'with',
      after: asked.after ? readCursor(asked.after) : null,
      limit,
    },
    readerOf(member),
  )
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  const next = rows.length > limit && last ? writeCursor([last.rank, last.at, last.id]) : null
  return new JsonText(`{"items":[${page.map(({ json }) => json).join(',')}],"next":${JSON.stringify(next)}}`)
}

/** Some cases by their ids, as far as the reader may see them. */
export const findCases = async ({ db }: Pick<Deps, 'db'>, member: Member, ids: readonly string[]): Promise<JsonText> =>
  new JsonText(`{"items":[${(await casesJson(db, ids, readerOf(member))).join(',')}]}`)

/** What stands beside the lists: how many cases wait, and the reader's own. */
export const showHome = async ({ db }: Pick<Deps, 'db'>, member: Member): Promise<JsonText> => {
  const { interests } = await listSettings(db, member.accountId)
  const concerns = concernsOf(member, interests)
  const reader = readerOf(member)
  const [forYou, unanswered, mine, drafts, lastDraft] = await Promise.all([
    countList(db, { list: 'for-you', concerns }, reader),
    countList(db, { list: 'unanswered', concerns }, reader),
    myOpenJson(db, reader),
    countDrafts(db, member.accountId),
    findLastDraft(db, member.accountId),
  ])
  const counts = JSON.stringify({ forYou, unanswered })
  return new JsonText(`{"counts":${counts},"mine":[${mine.join(',')}],"drafts":${drafts},"lastDraft":${JSON.stringify(lastDraft)}}`)
}
