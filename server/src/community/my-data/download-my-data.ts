import { Readable } from 'node:stream'
import type { Member } from '../../access.ts'
import { Bytes } from '../../platform/bind.ts'
import type { SessionToken } from '../accounts/sessions.ts'
import { listDevices, showMe } from '../accounts/show-me.ts'
import { bylinesOf } from '../bylines/list-bylines.ts'
import type { Deps } from '../deps.ts'
import { readerOf } from '../discussion/reader.ts'
import { listDrafts } from '../drafts/keep-draft.ts'
import { showNotificationSettings } from '../notifications/change-settings.ts'
import { showMailAddress } from '../notifications/mail-address.ts'
import { showMyRings } from '../routing/my-rings.ts'
import { casesUnder, commentsUnder, correctionsUnder, termsUnder } from './my-data.sql.ts'

type Needs = Pick<Deps, 'db' | 'clock' | 'secrets' | 'manifest' | 'mail' | 'demo'>

/** Of how many threads is read at once: whoever has written for years holds no more memory than a newcomer. */
const atOnce = 50

const lists = { cases: casesUnder, comments: commentsUnder, corrections: correctionsUnder, terms: termsUnder } as const

/** Everything a member wrote and chose, as one file that is written while it is sent. */
export const downloadMyData = async (deps: Needs, member: Member, token: SessionToken): Promise<Bytes> => {
  const madeAt = deps.clock.now().toISOString()
  const [chosen, { items: drafts }, bylines] = await Promise.all([
    chosenBy(deps, member, token),
    listDrafts(deps, member),
    bylinesOf(deps.db, member.accountId),
  ])
  const head = { format: 'consilium.my-data.1', madeAt, ...chosen, drafts: drafts.map(({ savedAt, form }) => ({ savedAt, form })) }
  return new Bytes(Readable.from(written(deps, member, head, bylines)), {
    'content-type': 'application/json; charset=utf-8',
    'content-disposition': `attachment; filename="consilium-${madeAt.slice(0, 10)}.json"`,
    'cache-control': 'private, no-store',
  })
}

/** What a member has set, and where; of the rota only their own stretches. */
const chosenBy = async (deps: Needs, member: Member, token: SessionToken) => {
  const [me, devices, notifications, mail, rings] = await Promise.all([
    showMe(deps, token),
    listDevices(deps, token),
    showNotificationSettings(deps, member),
    showMailAddress(deps, member),
    showMyRings(deps, member),
  ])
  const { revision: _, ...settings } = me.settings
  const { revision: __, ...times } = notifications
  return {
    account: { label: me.label.carried.code, name: me.name, validThrough: me.validThrough, settings },
    devices: devices.items.map(({ name }) => name),
    notifications: { ...times, mail: mail.address },
    beingAsked: {
      topics: rings.topics,
      muted: rings.muted,
      pausedUntil: rings.pausedUntil,
      duties: rings.duties,
      rota: rings.rota?.stretches ?? [],
    },
  }
}

async function* written({ db }: Needs, member: Member, head: object, bylines: readonly string[]): AsyncGenerator<string> {
  yield JSON.stringify(head).slice(0, -1)
  for (const [name, under] of Object.entries(lists)) {
    yield `,\n"${name}":[`
    let separator = '\n'
    for (let from = 0; from < bylines.length; from += atOnce)
      for (const json of await under(db, bylines.slice(from, from + atOnce), readerOf(member))) {
        yield separator + json
        separator = ',\n'
      }
    yield ']'
  }
  yield '}\n'
}
