import { passkeysFor } from '../../platform/passkeys.ts'

/** Whoever opens the desk has shown the device who they are. */
export const { creationOptions, requestOptions, readNewPasskey, isAnsweredBy } = passkeysFor({
  name: 'Consilium registrar',
  userVerification: 'required',
})
