import { epochOf } from '#tickets/tickets.rules.ts'
import { announce } from '../../platform/announce.ts'
import { job } from '../../platform/jobs.ts'
import type { PushAddress } from '../../platform/push.ts'
import { open } from '../../platform/sealed.ts'
import { minutes, seconds } from '../../platform/time.ts'
import type { Deps } from '../deps.ts'
import { devicesOf, dropDevice, findDevice, takeRinging } from './notifications.sql.ts'
import { tellingOf } from './notify.ts'
import { pushAddress } from './push-to-device.ts'

/** One device is to be told that there is something. It carries a random id and nothing to tell. */
export const tellDevice = job<{ device: string; attempt: number }>('community.tell-device', { together: true })

const atOnce = 500
/** How long after each failure a device is tried again; after the last it hears with the next notification. */
const triedAgainAfter = [30 * seconds, 2 * minutes, 10 * minutes, 30 * minutes, 120 * minutes]

/**
 * Whatever may make itself known by now does: each device of its readers is told once, however much there is,
 * and pages that are open count what had waited for its hour.
 */
export const tellWhatRings = async ({ db, jobs }: Pick<Deps, 'db' | 'jobs'>, now: Date): Promise<void> => {
  for (let taken = atOnce; taken >= atOnce; )
    taken = await db.transaction().execute(async (trx) => {
      const ringing = await takeRinging(trx, now, atOnce)
      await announce(trx, tellingOf(ringing.filter(({ late }) => late).map(({ accountId }) => accountId)))
      const devices = await devicesOf(
        trx,
        ringing.map(({ accountId }) => accountId),
        epochOf(now),
      )
      for (const device of devices) await jobs.ask(trx, tellDevice, { device, attempt: 0 })
      return ringing.reduce((sum, each) => sum + each.taken, 0)
    })
}

/** Sends a device its word through the service of its browser's maker; a device that is gone is forgotten, one that cannot be reached tried again. */
export const tellOneDevice = async (
  { db, jobs, push, secrets }: Pick<Deps, 'db' | 'jobs' | 'push' | 'secrets'>,
  { device, attempt }: { device: string; attempt: number },
): Promise<void> => {
  const found = push && (await findDevice(db, device))
  if (!found) return
  const address = addressIn(secrets.bytes('field-key'), found.sealed)
  const pushed = address ? await push.send(address) : 'gone'
  if (pushed === 'gone') await dropDevice(db, device)
  const after = triedAgainAfter[attempt]
  if (pushed === 'later' && after !== undefined) await jobs.ask(db, tellDevice, { device, attempt: attempt + 1 }, { after })
}

/** Null when it was sealed by a key that is lost. */
const addressIn = (key: Buffer, sealed: Buffer): PushAddress | null => {
  try {
    return JSON.parse(open(key, pushAddress, sealed).toString())
  } catch {
    return null
  }
}
