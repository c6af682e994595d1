import type { PushForm, showPush as showPromise } from '#contract/community/notifications.ts'
import type { ReplyOf } from '#contract/endpoint.ts'
import { refuse } from '../../platform/refuse.ts'
import { seal } from '../../platform/sealed.ts'
import { hashOf, type SessionToken } from '../accounts/sessions.ts'
import type { Deps } from '../deps.ts'
import { dropDeviceOf, hasDevice, keepDevice } from './notifications.sql.ts'

/** What the addresses of devices are sealed for. */
export const pushAddress = 'push address'

/** Whether the browser of a session is told on its screen, and by which key it may be. */
export const showPush = async ({ db, push }: Pick<Deps, 'db' | 'push'>, token: SessionToken): Promise<ReplyOf<typeof showPromise>> => ({
  publicKey: push?.publicKey ?? null,
  on: push !== null && (await hasDevice(db, hashOf(token))),
})

/** The browser of a session wants to be told; asked again, its newest address counts. */
export const keepPush = async (
  { db, push, ids, secrets }: Pick<Deps, 'db' | 'push' | 'ids' | 'secrets'>,
  token: SessionToken,
  form: PushForm,
): Promise<void> => {
  if (!push) return refuse('push.off')
  if (!push.allows(form.endpoint)) refuse('push.address-refused')
  await keepDevice(db, {
    id: ids.random(),
    session_hash: hashOf(token),
    sealed: seal(secrets.bytes('field-key'), pushAddress, Buffer.from(JSON.stringify(form)), ids.bytes(12)),
    shuffle: ids.bytes(4).readUInt32BE() / 2 ** 32,
  })
}

/** It wants to be told no more. */
export const dropPush = async ({ db }: Pick<Deps, 'db'>, token: SessionToken): Promise<void> => void (await dropDeviceOf(db, hashOf(token)))
