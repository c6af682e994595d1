import { signIn, startSignIn } from '#contract/community/accounts.ts'
import { call } from '../../platform/call.ts'
import { usePasskey } from './passkey.ts'
import { unwrapSeed } from './wrapSeed.ts'

/** The device or the doctor said no; nothing was sent. */
export class PasskeyNotUsed extends Error {}

/** Signs in with a passkey the doctor picks; gives the seed where the passkey keeps one. */
export const signInWithPasskey = async (): Promise<Uint8Array | null> => {
  const { challengeId, options } = await call(startSignIn)
  const { ceremony, prf } = await usePasskey(options).catch(() => {
    throw new PasskeyNotUsed()
  })
  const { wrappedSeed } = await call(signIn, { body: { challengeId, passkey: ceremony } })
  return unwrapSeed(wrappedSeed, prf)
}

export const canUsePasskeys = (): boolean => 'PublicKeyCredential' in window
