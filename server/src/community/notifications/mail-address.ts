import { timingSafeEqual } from 'node:crypto'
import type { MailAddress } from '#contract/community/notifications.ts'
import type { DemoLetter } from '#contract/shapes.ts'
import type { Member } from '../../access.ts'
import { askForLetter, canWrite, mailboxOf } from '../../platform/letters.ts'
import { codeFrom, codeLife, mostTries, readAddress } from '../../platform/mailedCode.rules.ts'
import { refuse } from '../../platform/refuse.ts'
import { keyedHash, open, seal } from '../../platform/sealed.ts'
import { later, minutes } from '../../platform/time.ts'
import type { Deps } from '../deps.ts'
import { sendLetter } from './mails.jobs.ts'
import { mostCodes, type Writing } from './mails.rules.ts'
import { dropAddress, endCode, findAddress, findCode, keepAddress, keepCode, tryCode } from './notifications.sql.ts'
import { readStopToken } from './stopToken.ts'

type Needs = Pick<Deps, 'db' | 'clock' | 'ids' | 'jobs' | 'secrets' | 'mail' | 'demo'>

const purpose = 'mail-address'

export const openAddress = ({ secrets }: Pick<Deps, 'secrets'>, sealed: Buffer): string =>
  open(secrets.bytes('field-key'), purpose, sealed).toString()

const codeHash = ({ secrets }: Pick<Deps, 'secrets'>, accountId: string, code: string): Buffer =>
  keyedHash(secrets.bytes('field-key'), 'mail-code', `${accountId}|${code}`)

/** Where a member lets themselves be written to, as they see it. */
export const showMailAddress = async (
  deps: Pick<Deps, 'db' | 'clock' | 'secrets' | 'mail' | 'demo'>,
  member: Member,
): Promise<MailAddress> => {
  const toDemo = deps.mail === null && deps.demo
  if (!canWrite(deps)) return { state: 'off', address: null, toDemo }
  const [kept, code] = await Promise.all([findAddress(deps.db, member.accountId), findCode(deps.db, member.accountId)])
  if (code && code.expiresAt > deps.clock.now()) return { state: 'waiting', address: openAddress(deps, code.address), toDemo }
  if (!kept) return { state: 'none', address: null, toDemo }
  return { state: kept.refused ? 'refused' : 'confirmed', address: openAddress(deps, kept.address), toDemo }
}

/** Sends a code to an address a member wants to be written to. */
export const giveMailAddress = async (deps: Needs, member: Member, typed: string, key: string): Promise<MailAddress> => {
  const { clock, ids, secrets } = deps
  if (!canWrite(deps)) refuse('mail.off')
  const address = readAddress(typed) ?? refuse('mail.address-invalid')
  const code = codeFrom(ids.bytes(4))
  await deps.db.transaction().execute(async (trx) => {
    if ((await findCode(trx, member.accountId, { lock: true }))?.clientKey === key) return
    const sent = await keepCode(trx, {
      accountId: member.accountId,
      address: seal(secrets.bytes('field-key'), purpose, Buffer.from(address), ids.bytes(12)),
      codeHash: codeHash(deps, member.accountId, code),
      expiresAt: later(clock.now(), codeLife),
      now: clock.now(),
      key,
    })
    if (sent > mostCodes) refuse('mail.too-many')
    const writing: Writing = { kind: 'code', to: address, language: member.language, code, minutes: codeLife / minutes }
    await askForLetter(trx, deps, sendLetter, `code/${ids.random()}`, writing)
  })
  return showMailAddress(deps, member)
}

/** The code was typed: from now on the member is told by mail too. */
export const confirmMailAddress = async (deps: Needs, member: Member, code: string, key: string): Promise<MailAddress> => {
  if ((await findCode(deps.db, member.accountId))?.clientKey === key) return showMailAddress(deps, member)
  const found = await tryCode(deps.db, member.accountId, deps.clock.now())
  if (!found || found.tries > mostTries) return refuse('mail.code-expired')
  if (!timingSafeEqual(found.codeHash, codeHash(deps, member.accountId, code))) refuse('mail.code-wrong')
  await deps.db.transaction().execute(async (trx) => {
    await keepAddress(trx, member.accountId, found.address, deps.ids.bytes(4).readUInt32BE() / 2 ** 32)
    await endCode(trx, member.accountId, deps.clock.now(), key)
  })
  return showMailAddress(deps, member)
}

/** Nobody writes to them any more, and the address is forgotten. */
export const dropMailAddress = async ({ db, clock }: Pick<Deps, 'db' | 'clock'>, member: Member): Promise<void> => {
  await endCode(db, member.accountId, clock.now(), null)
  await dropAddress(db, member.accountId)
}

/** Whoever holds a letter stops the letters to that address; told again, they stay stopped. */
export const stopMail = async (deps: Pick<Deps, 'db' | 'secrets'>, token: string): Promise<void> => {
  const read = readStopToken(deps, token) ?? refuse('mail.link-unknown')
  const kept = await findAddress(deps.db, read.accountId)
  if (kept && read.isFor(openAddress(deps, kept.address))) await dropAddress(deps.db, read.accountId)
}

/** The demo's letters. */
export const listDemoLetters = async (
  { db, demo, mail }: Pick<Deps, 'db' | 'demo' | 'mail'>,
  to: string | undefined,
): Promise<{ items: DemoLetter[] }> => {
  if (!demo || mail) return refuse('demo.off')
  const letters = await mailboxOf(db, to?.trim().toLowerCase() ?? null)
  return { items: letters.map(({ recipient, arrivedAt, ...letter }) => ({ ...letter, to: recipient, arrivedAt: arrivedAt.toISOString() })) }
}
