import { describe, expect, test } from 'vitest'
import type { Member } from '#server/access.ts'
import { openJobs } from '#server/platform/jobs.ts'
import { openPusher } from '#server/platform/push.ts'
import { hours, minutes } from '#server/platform/time.ts'
import { aCommunity } from '#server/testing/aCommunity.ts'
import { aForm } from '#server/testing/aForm.ts'
import { aPushService } from '#server/testing/aPushService.ts'
import { endSession, startSession } from '../accounts/sessions.ts'
import { postCase } from '../cases/post-case.ts'
import type { Deps } from '../deps.ts'
import { readNotifications, showAlert } from './list-notifications.ts'
import { startNotificationsJobs } from './notifications.jobs.ts'
import { shuffleSettings } from './notifications.sql.ts'
import { notify } from './notify.ts'
import { dropPush, keepPush, showPush } from './push-to-device.ts'
import { tellOneDevice, tellWhatRings } from './tell-devices.ts'

const community = await aCommunity()
const service = await aPushService()
const push = openPusher({
  key: community.deps.secrets.key('vapid'),
  subject: 'https://community.example.org',
  services: [service.host],
  request: service.request,
})
/** What was asked for, to be done by the test in its own time. */
const asked: { device: string; attempt: number; after: number }[] = []
const deps: Deps = {
  ...community.deps,
  push,
  jobs: {
    ...community.deps.jobs,
    ask: async (_trx, { queue }, data, { after = 0 } = {}) => {
      if (queue === 'community.tell-device') asked.push({ ...(data as never as { device: string; attempt: number }), after })
    },
  },
}
const { moveClock, aDoctor } = community
const now = () => deps.clock.now()

const aDevice = async (member: Member) => {
  const token = await startSession(deps, member.accountId, null)
  const browser = service.aBrowser(push.publicKey)
  const { leave, ...form } = browser
  await keepPush(deps, token, form)
  return { token, leave, form, heard: () => service.received.filter(({ endpoint }) => endpoint === browser.endpoint).length }
}

let keys = 0
const tell = (member: Member, kind: 'answer' | 'outcome' = 'answer', about = aCase) =>
  deps.db.transaction().execute((trx) => {
    keys += 1
    return notify(deps, trx, [{ to: { account: member.accountId }, kind, about, key: `test:${keys}` }])
  })

/** Does what was asked for, as the workers would. */
const work = async (): Promise<readonly number[]> => {
  await tellWhatRings(deps, now())
  const taken = asked.splice(0)
  for (const told of taken) await tellOneDevice(deps, told)
  return taken.map(({ after }) => after)
}

const aCase = (await postCase(deps, await aDoctor(), { form: aForm(), draftId: null, key: crypto.randomUUID() })).id
asked.length = 0

describe('a device that wants to be told', () => {
  test('is told once of whatever there is, and only while it is unread', async () => {
    const member = await aDoctor('cardiology.GB')
    const [phone, desk] = [await aDevice(member), await aDevice(member)]
    const other = await aDevice(await aDoctor('cardiology.GB'))
    await tell(member)
    await tell(member)
    await work()
    await work()
    expect([phone.heard(), desk.heard(), other.heard()]).toEqual([1, 1, 0])
    expect(await showAlert(deps, member)).toEqual({ unread: 1, newest: { kind: 'answer', about: aCase, times: 2 }, language: 'en' })
    await tell(member)
    await readNotifications(deps, member, null)
    await work()
    expect(phone.heard()).toBe(1)
    expect(await showAlert(deps, member)).toMatchObject({ unread: 0, newest: null })
  })

  test('hears at night only what may ring at night; the rest when its reader wakes', async () => {
    const member = await aDoctor('cardiology.ES')
    const phone = await aDevice(member)
    // Three in the morning UTC.
    await tell(member, 'outcome')
    await work()
    expect(phone.heard()).toBe(0)
    await tell(member, 'answer')
    await work()
    expect(phone.heard()).toBe(1)
    moveClock(5 * hours)
    await work()
    expect(phone.heard()).toBe(2)
    moveClock(-5 * hours)
  })

  test('is forgotten when its service says that it is gone', async () => {
    const member = await aDoctor('cardiology.GB')
    const phone = await aDevice(member)
    phone.leave()
    await tell(member)
    await work()
    expect(await showPush(deps, phone.token)).toEqual({ publicKey: push.publicKey, on: false })
  })

  test('is tried again, later each time, while its service does not answer; then it waits for the next notification', async () => {
    const member = await aDoctor('cardiology.GB')
    const phone = await aDevice(member)
    await tell(member)
    service.answer(503)
    const waits: number[] = []
    for (let time = 0; time < 7; time += 1) waits.push(...(await work()))
    expect(waits).toEqual([0, ...waits.slice(1).toSorted((one, next) => one - next)])
    expect(waits).toHaveLength(6)
    expect(waits.at(-1)).toBe(120 * minutes)
    service.answer(201)
    expect(phone.heard()).toBe(0)
    await tell(member)
    await work()
    expect(phone.heard()).toBe(1)
  })

  test('leaves nothing when its member signs out, says no, is banned or erased', async () => {
    const member = await aDoctor('cardiology.GB')
    const [signedOut, off, banned] = [await aDevice(member), await aDevice(member), await aDevice(member)]
    await endSession(deps, signedOut.token)
    await dropPush(deps, off.token)
    await tell(member)
    await work()
    expect([signedOut.heard(), off.heard(), banned.heard()]).toEqual([0, 0, 1])
    await tell(member)
    await deps.db.updateTable('account').set({ banned: true }).where('id', '=', member.accountId).execute()
    await work()
    expect(banned.heard()).toBe(1)
    await deps.db.deleteFrom('account').where('id', '=', member.accountId).execute()
    expect(await showPush(deps, banned.token)).toMatchObject({ on: false })
  })

  test('asked to at every open, has one address: the newest', async () => {
    const member = await aDoctor('cardiology.GB')
    const phone = await aDevice(member)
    const { leave: _, ...moved } = service.aBrowser(push.publicKey)
    await keepPush(deps, phone.token, moved)
    await keepPush(deps, phone.token, moved)
    await tell(member)
    await work()
    expect(phone.heard()).toBe(0)
    expect(service.received.filter(({ endpoint }) => endpoint === moved.endpoint)).toHaveLength(1)
  })
})

describe('who may not', () => {
  test('an address of any other service is refused, and where push is off every one', async () => {
    const member = await aDoctor('cardiology.GB')
    const { form, token } = await aDevice(member)
    for (const endpoint of ['https://169.254.169.254/', 'https://localhost/x', `http://${service.host}/x`, 'https://example.org/'])
      await expect(keepPush(deps, token, { ...form, endpoint })).rejects.toMatchObject({ code: 'push.address-refused' })
    await expect(keepPush({ ...deps, push: null }, token, form)).rejects.toMatchObject({ code: 'push.off' })
  })

  test('what is kept names no account, address, key or instant, and lies in no order', async () => {
    const member = await aDoctor('cardiology.GB')
    const { form } = await aDevice(member)
    const rows = await deps.db.selectFrom('push_subscription').selectAll().execute()
    const text = JSON.stringify(
      rows.map((row) => ({ ...row, sealed: row.sealed.toString('latin1'), hash: row.session_hash.toString('hex') })),
    )
    expect(Object.keys(rows[0] ?? {}).sort()).toEqual(['id', 'sealed', 'session_hash', 'shuffle'])
    for (const secret of [member.accountId, service.host, form.endpoint, form.auth]) expect(text).not.toContain(secret)
    await shuffleSettings(deps.db)
    const after = await deps.db.selectFrom('push_subscription').select('shuffle').execute()
    expect(after.map(({ shuffle }) => shuffle)).toEqual(after.map(({ shuffle }) => shuffle).toSorted((one, other) => one - other))
  })

  test('two workers tell each device once', async () => {
    const members = await Promise.all(Array.from({ length: 12 }, () => aDoctor('cardiology.GB')))
    const devices = await Promise.all(members.map(aDevice))
    for (const member of members) await tell(member)
    await Promise.all([tellWhatRings(deps, now()), tellWhatRings(deps, now()), tellWhatRings(deps, now())])
    await work()
    for (const told of asked.splice(0)) await tellOneDevice(deps, told)
    await Promise.all(devices.map(({ heard }) => expect.poll(heard).toBe(1)))
  })
})

test('with its workers running, a device is told as soon as somebody is', async () => {
  const jobs = await openJobs(community.url, deps.log, { workers: true })
  try {
    await startNotificationsJobs({ ...deps, jobs })
    const member = await aDoctor('cardiology.GB')
    const phone = await aDevice(member)
    await tell(member)
    await expect.poll(phone.heard, { timeout: 20_000 }).toBe(1)
  } finally {
    await jobs.stop()
  }
})
