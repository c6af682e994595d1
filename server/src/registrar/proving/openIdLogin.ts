import * as oidc from 'openid-client'
import type { LoginSetting } from '../../platform/config.ts'
import { seconds } from '../../platform/time.ts'
import { type Login, LoginRefused, LoginSilent } from './Login.ts'

const patience = 10 * seconds

export const openIdLogin = (setting: LoginSetting): Login => {
  const { code, name, country, claim, issuer, clientId, clientSecret, scopes } = setting
  let known: Promise<oidc.Configuration> | null = null
  const configuration = (): Promise<oidc.Configuration> => {
    known ??= discover(issuer, clientId, clientSecret).catch((error: unknown) => {
      known = null
      throw error
    })
    return known
  }
  return {
    code,
    name,
    country,
    claim,
    begin: ({ verifier, state, nonce }, returnTo) =>
      telling(async () => {
        const at = await configuration()
        return oidc.buildAuthorizationUrl(at, {
          redirect_uri: returnTo,
          scope: scopes,
          code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
          code_challenge_method: 'S256',
          state,
          nonce,
          // Whoever is signed in there on a shared computer need not be who sits here.
          prompt: 'login',
        }).href
      }),
    finish: ({ verifier, state, nonce }, answer) =>
      telling(async () => {
        const at = await configuration()
        const tokens = await oidc.authorizationCodeGrant(at, answer, {
          pkceCodeVerifier: verifier,
          expectedState: state,
          expectedNonce: nonce,
          idTokenExpected: true,
        })
        const told = tokens.claims() ?? refuseLogin('no ID token')
        const more = at.serverMetadata().userinfo_endpoint ? await oidc.fetchUserInfo(at, tokens.access_token, told.sub) : {}
        return { subject: `${told.iss}|${told.sub}`, claims: { ...more, ...told } }
      }),
  }
}

const discover = async (issuer: string, clientId: string, clientSecret: string | null): Promise<oidc.Configuration> => {
  const found = await oidc.discovery(new URL(issuer), clientId, undefined, oidc.None(), {
    timeout: patience / seconds,
    ...(issuer.startsWith('http://') ? { execute: [oidc.allowInsecureRequests] } : {}),
  })
  const metadata = found.serverMetadata()
  // What a provider does not say is the protocol's default: Basic.
  const posts = metadata.token_endpoint_auth_methods_supported?.includes('client_secret_basic') === false
  const signs = clientSecret === null ? oidc.None() : posts ? oidc.ClientSecretPost(clientSecret) : oidc.ClientSecretBasic(clientSecret)
  const client = new oidc.Configuration(metadata, clientId, undefined, signs)
  client.timeout = patience / seconds
  if (issuer.startsWith('http://')) oidc.allowInsecureRequests(client)
  return client
}

const refuseLogin = (why: string): never => {
  throw new LoginRefused(why)
}

/** Faults of the connection and of a provider that speaks something else; everything else is an answer, and it is no. */
const silences: ReadonlySet<string> = new Set(['OAUTH_TIMEOUT', 'OAUTH_RESPONSE_IS_NOT_CONFORM', 'OAUTH_PARSE_ERROR'])

const telling = async <Answer>(ask: () => Promise<Answer>): Promise<Answer> => {
  try {
    return await ask()
  } catch (error) {
    if (error instanceof LoginRefused) throw error
    if (error instanceof oidc.AuthorizationResponseError) throw new LoginRefused(error.error)
    // Not knowing us is between the provider and the operator.
    if (error instanceof oidc.ResponseBodyError && error.error !== 'invalid_client') throw new LoginRefused(error.error)
    if (error instanceof oidc.ClientError && !silences.has(error.code ?? '')) throw new LoginRefused(error.code ?? 'refused')
    throw new LoginSilent(error instanceof Error ? error.message : 'silent')
  }
}
