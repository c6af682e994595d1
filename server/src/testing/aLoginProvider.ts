import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Provider } from 'oidc-provider'
import { afterAll } from 'vitest'
import type { LoginSetting } from '#server/platform/config.ts'

/** Somebody with an account there, and what the provider says of them. */
export type Account = Readonly<Record<string, unknown>>

export interface TestLoginProvider {
  readonly setting: Pick<LoginSetting, 'issuer' | 'clientId' | 'clientSecret' | 'scopes'>
  /** Who has an account, by a name of the test's. */
  readonly accounts: Map<string, Account>
  /** Walks the sign-in as a browser would; gives back what the browser comes back with. */
  readonly signIn: (url: string, account: string) => Promise<string>
  /** Walks it up to the form and says no. */
  readonly walkAway: (url: string) => Promise<string>
}

/** A real OpenID provider on this machine, with claims of a health service in its user info. */
export const aLoginProvider = async (returnTo: string): Promise<TestLoginProvider> => {
  const accounts = new Map<string, Account>()
  const setting = { clientId: 'consilium', clientSecret: 'a-secret-of-this-test', scopes: 'openid profile professional' }
  let listener: (request: IncomingMessage, response: ServerResponse) => void = () => {}
  const server = createServer((request, response) => listener(request, response))
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  afterAll(() => new Promise((closed) => server.close(closed)))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const provider = new Provider(issuer, {
    clients: [{ client_id: setting.clientId, client_secret: setting.clientSecret, redirect_uris: [returnTo] }],
    claims: { openid: ['sub'], profile: ['given_name', 'family_name', 'name'], professional: ['licences'] },
    scopes: ['openid', 'profile', 'professional'],
    features: { devInteractions: { enabled: false } },
    ttl: { AccessToken: 60, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
    pkce: { required: () => true },
    cookies: { keys: ['a key of this test'] },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    findAccount: (_, id) => ({ accountId: id, claims: async () => ({ sub: id, ...accounts.get(id) }) }),
  })
  const walk = provider.callback()
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const { prompt, session, params } = await provider.interactionDetails(request, response)
    const account = String(request.headers['x-account'] ?? '')
    if (account === '') return provider.interactionFinished(request, response, { error: 'access_denied' })
    if (prompt.name === 'login') return provider.interactionFinished(request, response, { login: { accountId: account } })
    const grant = new provider.Grant({ accountId: session?.accountId ?? account, clientId: String(params['client_id']) })
    grant.addOIDCScope(setting.scopes)
    return provider.interactionFinished(request, response, { consent: { grantId: await grant.save() } })
  }
  listener = (request, response) => {
    if (request.url?.startsWith('/interaction/')) void answer(request, response)
    else void walk(request, response)
  }
  const follow = async (from: string, account: string): Promise<string> => {
    const jar = new Map<string, string>()
    let at = from
    while (!at.startsWith(returnTo)) {
      const reply = await fetch(at, {
        redirect: 'manual',
        headers: { 'x-account': account, cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
      })
      for (const cookie of reply.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
        jar.set(name, value)
      }
      const next = reply.headers.get('location')
      if (!next) throw new Error(`The provider stopped with ${reply.status}: ${await reply.text()}`)
      at = new URL(next, at).href
    }
    return new URL(at).search
  }
  return {
    setting: { issuer, ...setting },
    accounts,
    signIn: follow,
    walkAway: (url) => follow(url, ''),
  }
}
