import { days, later } from '../../platform/time.ts'
import type { Deps } from '../deps.ts'
import { sendLetter } from './mails.jobs.ts'
import { dropAbout, dropOlderThan, shuffleSettings } from './notifications.sql.ts'
import { dueMails, forgetMails, sendMail, sendWaitingMails } from './send-mails.ts'

const keptFor = 30 * days

/** What this room does by itself: writes to those who want it, forgets what is a month old, and leaves no order in which anybody chose. */
export const startNotificationsJobs = async (deps: Deps): Promise<void> => {
  const { db, clock, jobs } = deps
  await jobs.work(sendLetter, ({ key }) => sendMail(deps, key))
  await jobs.every('community.due-mails', '* * * * *', () => dueMails(deps, clock.now()))
  await jobs.every('community.waiting-mails', '*/10 * * * *', () => sendWaitingMails(deps))
  await jobs.every('community.old-mails', '43 2 * * *', () => forgetMails(deps))
  await jobs.every('community.old-notifications', '41 2 * * *', () => dropOldNotifications({ db }, clock.now()))
  await jobs.every('community.shuffle-notifications', '20 3 * * *', () => shuffleSettings(db))
}

export const dropOldNotifications = async ({ db }: Pick<Deps, 'db'>, now: Date): Promise<void> =>
  void (await dropOlderThan(db, later(now, -keptFor)))

/** A thread is gone: nobody is told of it any more. */
export const forgetNotificationsAbout = async ({ db }: Pick<Deps, 'db'>, threadId: string): Promise<void> =>
  void (await dropAbout(db, threadId))
