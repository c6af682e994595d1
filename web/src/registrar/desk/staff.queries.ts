import { startAuthentication, startRegistration } from '@simplewebauthn/browser'
import { useMutation } from '@tanstack/react-query'
import * as promises from '#contract/registrar/staff.ts'
import type { Language } from '#contract/shapes.ts'
import { call } from '../../platform/call.ts'
import { useRegistrarSessionChanged } from '../session/session.queries.ts'

/** The device or its owner said no; nothing was sent. */
export class PasskeyNotUsed extends Error {}

const onDevice = <T>(ceremony: Promise<T>): Promise<T> =>
  ceremony.catch(() => {
    throw new PasskeyNotUsed()
  })

type AuthenticationOptions = Parameters<typeof startAuthentication>[0]['optionsJSON']
type RegistrationOptions = Parameters<typeof startRegistration>[0]['optionsJSON']

/** Signs a member of staff in with a passkey they pick. */
export const useSignInStaff = () => {
  const changed = useRegistrarSessionChanged()
  return useMutation({
    mutationFn: async () => {
      const { challengeId, options } = await call(promises.startStaffSignIn)
      const passkey = await onDevice(startAuthentication({ optionsJSON: options as unknown as AuthenticationOptions }))
      return call(promises.signInStaff, { body: { challengeId, passkey: { ...passkey } } })
    },
    onSuccess: changed,
  })
}

export const useOpenInvitation = () =>
  useMutation({ mutationFn: (body: { invitation: string; language: Language }) => call(promises.openInvitation, { body }) })

export const useConfirmInvitation = () =>
  useMutation({ mutationFn: (body: { invitation: string; codeId: string; code: string }) => call(promises.confirmInvitation, { body }) })

/** Makes a passkey on this device and takes the invitation up with it. */
export const useEnrolStaff = () => {
  const changed = useRegistrarSessionChanged()
  return useMutation({
    mutationFn: async ({
      challengeId,
      options,
      language,
    }: {
      challengeId: string
      options: Record<string, unknown>
      language: Language
    }) => {
      const passkey = await onDevice(startRegistration({ optionsJSON: options as unknown as RegistrationOptions }))
      return call(promises.enrolStaff, { body: { challengeId, passkey: { ...passkey }, language } })
    },
    onSuccess: changed,
  })
}
