import type { Base64url } from '#tickets/base64url.ts'
import { type Ceremony, type NewPasskey, passkeysFor } from '../../platform/passkeys.ts'
import { refuse } from '../../platform/refuse.ts'
import type { Deps } from '../deps.ts'

const passkeys = passkeysFor({ name: 'Consilium', userVerification: 'preferred' })

export const { creationOptions, requestOptions, isAnsweredBy } = passkeys

/** Reads a passkey a browser has just made for this challenge, or says no. */
export const readNewPasskey = async (deps: Pick<Deps, 'origin'>, challenge: Base64url, made: Ceremony): Promise<NewPasskey> =>
  (await passkeys.readNewPasskey(deps, challenge, made)) ?? refuse('account.passkey-refused')
