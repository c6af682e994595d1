import type { LoginSetting } from '../../platform/config.ts'

/** What a provider says about somebody who signed in. */
export type Claims = Readonly<Record<string, unknown>>

/** What only this login knows between going there and coming back; kept sealed. */
export interface LoginKept {
  readonly provider: string
  readonly verifier: string
  readonly state: string
  readonly nonce: string
}

/** Who signed in, as their provider says. */
export interface LoggedIn {
  /** The same for the same account, at whatever instance. */
  readonly subject: string
  readonly claims: Claims
}

/** The provider did not sign this person in, or what came back does not hold. */
export class LoginRefused extends Error {}
/** The provider does not answer, or not in its own protocol. */
export class LoginSilent extends Error {}

/** A provider whose login says which licence is whose: OpenID Connect, code flow, PKCE. */
export interface Login extends Pick<LoginSetting, 'code' | 'name' | 'country' | 'claim'> {
  readonly begin: (kept: LoginKept, returnTo: string) => Promise<string>
  readonly finish: (kept: LoginKept, answer: URL) => Promise<LoggedIn>
}
