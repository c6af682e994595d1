import { changedChannel } from '../../platform/announce.ts'
import { days, later } from '../../platform/time.ts'
import type { Deps } from '../deps.ts'
import { sendLetter } from './mails.jobs.ts'
import { dropAbout, dropOlderThan, shuffleSettings } from './notifications.sql.ts'
import { dueMails, forgetMails, sendMail, sendWaitingMails } from './send-mails.ts'
import { tellDevice, tellOneDevice, tellWhatRings } from './tell-devices.ts'

const keptFor = 30 * days

/** What this room does by itself: tells devices, writes to those who want it, forgets what is a month old, and leaves no order in which anybody chose. */
export const startNotificationsJobs = async (deps: Deps): Promise<void> => {
  const { db, clock, jobs, log, signals } = deps
  const tell = inTurn(() => tellWhatRings(deps, clock.now()).catch((error: unknown) => log.error({ err: error }, 'devices were not told')))
  await jobs.work(tellDevice, (told) => tellOneDevice(deps, told))
  // At once when somebody is told something; by the minute for what had waited for its hour.
  signals.hear(changedChannel, (word) => word?.startsWith('told ') && tell())
  await jobs.every('community.what-rings', '* * * * *', tell)
  await jobs.work(sendLetter, ({ key }) => sendMail(deps, key))
  await jobs.every('community.due-mails', '* * * * *', () => dueMails(deps, clock.now()))
  await jobs.every('community.waiting-mails', '*/10 * * * *', () => sendWaitingMails(deps))
  await jobs.every('community.old-mails', '43 2 * * *', () => forgetMails(deps))
  await jobs.every('community.old-notifications', '41 2 * * *', () => dropOldNotifications({ db }, clock.now()))
  await jobs.every('community.shuffle-notifications', '20 3 * * *', () => shuffleSettings(db))
}

/** Never twice at a time; asked meanwhile, once more after it. */
const inTurn = (call: () => Promise<void>): (() => Promise<void>) => {
  let running: Promise<void> | null = null
  let asked = false
  const run = async (): Promise<void> => {
    do {
      asked = false
      await call()
    } while (asked)
    running = null
  }
  return () => {
    asked = true
    running ??= run()
    return running
  }
}

export const dropOldNotifications = async ({ db }: Pick<Deps, 'db'>, now: Date): Promise<void> =>
  void (await dropOlderThan(db, later(now, -keptFor)))

/** A thread is gone: nobody is told of it any more. */
export const forgetNotificationsAbout = async ({ db }: Pick<Deps, 'db'>, threadId: string): Promise<void> =>
  void (await dropAbout(db, threadId))
