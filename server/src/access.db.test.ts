import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { json } from 'node:stream/consumers'
import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import type { FastifyInstance } from 'fastify'
import type { TSchema } from 'typebox'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { communityEndpoints } from '#contract/community/all.ts'
import type { AnyEndpoint, Half, Who } from '#contract/endpoint.ts'
import { type ErrorCode, errors } from '#contract/errors.ts'
import { registrarEndpoints } from '#contract/registrar/all.ts'
import { memberOf } from '#server/community/accounts/memberOf.ts'
import { cookieName as communityCookie, startSession as startCommunitySession } from '#server/community/accounts/sessions.ts'
import { communityRoutes } from '#server/features.ts'
import { buildHalfApp } from '#server/halfApp.ts'
import { registrarCallerOf, registrarRoutes } from '#server/registrar/features.ts'
import { publishKeys } from '#server/registrar/issuing/publish-keys.ts'
import { cookieName as registrarCookie, startSession as startRegistrarSession } from '#server/registrar/sessions/sessions.ts'
import { aCommunity } from '#server/testing/aCommunity.ts'
import { aRegistrar } from '#server/testing/aRegistrar.ts'

const community = await aCommunity()
const registrar = await aRegistrar()
const contract = { community: communityEndpoints, registrar: registrarEndpoints } as const
const halves = ['community', 'registrar'] as const

/** Everybody there is, and the half they belong to. */
const kinds = {
  nobody: null,
  member: 'community',
  'lapsed member': 'community',
  moderator: 'community',
  'lapsed moderator': 'community',
  registrant: 'registrar',
  'verified registrant': 'registrar',
  verifier: 'registrar',
  lead: 'registrar',
  operator: 'registrar',
} as const satisfies Record<string, Half | null>
type Kind = keyof typeof kinds

/** Who may, and with which words those are sent away who may not; anybody not named here is forbidden. */
const may: Record<Who, readonly Kind[]> = {
  anyone: Object.keys(kinds) as Kind[],
  member: ['member', 'moderator'],
  'member-or-lapsed': ['member', 'lapsed member', 'moderator', 'lapsed moderator'],
  moderator: ['moderator'],
  registrant: ['registrant', 'verified registrant'],
  verifier: ['verifier', 'lead'],
  lead: ['lead'],
  operator: ['operator'],
}
const whyNot = (half: Half, { who, errors: promised }: { who: Who; errors: readonly ErrorCode[] }, kind: Kind): ErrorCode | null => {
  if (who === 'anyone') return null
  if (kinds[kind] !== half) return 'session.needed'
  if (kind === 'registrant' && may[who].includes(kind) && promised.includes('issuing.not-verified')) return 'issuing.not-verified'
  if (may[who].includes(kind)) return null
  return kind.startsWith('lapsed') && who === 'member' ? 'session.lapsed' : 'session.forbidden'
}

const apps = {} as Record<Half, FastifyInstance>
/** Signs in anew each time, so that whoever signs out is still somebody at the next call. */
const signIn = {} as Record<Kind, () => Promise<Record<string, string>>>

beforeAll(async () => {
  const { deps } = community
  await publishKeys(registrar.deps)
  const common = { webFolder: null, trustProxy: false, pageData: async () => ({}) } as const
  const binding = { readOnly: () => false, defaultLimit: 10_000 }
  const { origin, log } = deps
  const callerOf = memberOf(deps)
  apps.community = await buildHalfApp({
    ...common,
    half: 'community',
    origin,
    log,
    routes: communityRoutes(deps),
    binding: { ...binding, callerOf },
  })
  apps.registrar = await buildHalfApp({
    ...common,
    half: 'registrar',
    origin: registrar.deps.origin,
    log: registrar.deps.log,
    routes: registrarRoutes(registrar.deps),
    binding: { ...binding, callerOf: registrarCallerOf(registrar.deps) },
  })
  const account = async (change: { moderator?: boolean; valid_through?: number }) => {
    const { accountId } = await community.aDoctor()
    await deps.db
      .updateTable('account')
      .set({ moderator: false, ...change })
      .where('id', '=', accountId)
      .execute()
    return async () => ({ [communityCookie]: await startCommunitySession(deps, accountId, null) })
  }
  const person = (whom: { personId: string } | { staffId: string }) => async () => ({
    [registrarCookie]: await startRegistrarSession(registrar.deps, whom),
  })
  const staff = async (role: 'verifier' | 'lead' | 'operator') => {
    const { staffId } = await registrar.aVerifier()
    await registrar.deps.db.updateTable('staff').set({ role }).where('id', '=', staffId).execute()
    return person({ staffId })
  }
  signIn.nobody = async () => ({})
  signIn.member = await account({})
  signIn['lapsed member'] = await account({ valid_through: 0 })
  signIn.moderator = await account({ moderator: true })
  signIn['lapsed moderator'] = await account({ moderator: true, valid_through: 0 })
  signIn.registrant = person(await registrar.anApplicant('applicant@example.org'))
  signIn['verified registrant'] = person(await registrar.aVerifiedDoctor('doctor@example.org'))
  for (const role of ['verifier', 'lead', 'operator'] as const) signIn[role] = await staff(role)
})
afterAll(async () => {
  for (const half of halves) await apps[half].close()
})

const ajv = addFormats.default(new Ajv({ strict: false }))
const words = ['x', 'AAAA', '123456', 'A'.repeat(43), '2026-11-24T03:00:00Z', 'a'.repeat(22)]

/** Something of this shape, as small as may be: what is refused for who asks is then not refused for what is asked. */
const sample = (schema: TSchema): unknown => {
  const known = schema as TSchema & {
    type?: string
    const?: unknown
    enum?: readonly unknown[]
    anyOf?: readonly TSchema[]
    properties?: Record<string, TSchema>
    required?: readonly string[]
    minimum?: number
    minItems?: number
    items?: TSchema
  }
  if ('const' in known) return known.const
  if (known.enum) return known.enum[0]
  if (known.anyOf) return ajv.validate(schema, null) ? null : sample(known.anyOf[0] as TSchema)
  switch (known.type) {
    case 'object':
      return Object.fromEntries((known.required ?? []).map((name) => [name, sample(known.properties?.[name] as TSchema)]))
    case 'array':
      return Array.from({ length: known.minItems ?? 0 }, () => sample(known.items as TSchema))
    case 'string':
      return [crypto.randomUUID(), ...words].find((word) => ajv.validate(schema, word))
    case 'integer':
    case 'number':
      return known.minimum ?? 1
    case 'boolean':
      return false
    default:
      return null
  }
}

const ask = async (half: Half, { method, path, params, query, body, upload, produces }: AnyEndpoint, cookies: Record<string, string>) => {
  const named = (params ? sample(params) : {}) as Record<string, string>
  const asked = query ? `?${new URLSearchParams(sample(query) as Record<string, string>)}` : ''
  const response = await apps[half].inject({
    method: method as 'GET',
    url: path.replace(/\{(\w+)\}/g, (_, name: string) => named[name] ?? '') + asked,
    headers: { 'idempotency-key': crypto.randomUUID() },
    cookies,
    ...(body && !upload ? { payload: sample(body) as object } : {}),
    // A reply that goes on is not waited for.
    ...(produces === 'text/event-stream' ? { payloadAsStream: true } : {}),
  })
  const isProblem = response.headers['content-type']?.toString().startsWith('application/problem+json') ?? false
  if (!isProblem) return { status: response.statusCode, code: null }
  const problem = (produces === 'text/event-stream' ? await json(response.stream()) : response.json()) as { code: ErrorCode }
  return { status: response.statusCode, code: problem.code }
}

describe.each(halves)('who may not, over the whole contract of the %s', (half) => {
  test('every file of the contract is in its list', async () => {
    const folder = join(import.meta.dirname, '../../contract/src', half)
    const rooms = (await readdir(folder)).filter((file) => file !== 'all.ts' && !file.endsWith('.test.ts'))
    const holding: string[] = []
    for (const file of rooms) {
      const parts: object = await import(join(folder, file))
      if (Object.values(parts).some((part) => typeof part === 'object' && part !== null && 'who' in part)) holding.push(file.slice(0, -3))
    }
    expect([...new Set(contract[half].map(({ room }) => room))].sort()).toEqual(holding.sort())
  })

  for (const { name, endpoint } of contract[half])
    test(`${name}: for ${endpoint.who}`, async () => {
      for (const kind of Object.keys(kinds) as Kind[]) {
        const code = whyNot(half, endpoint, kind)
        const { status, code: said } = await ask(half, endpoint, await signIn[kind]())
        if (code) expect([kind, status, said]).toEqual([kind, errors[code], code])
        // Whoever may call gets what is promised, or a refusal that is promised too.
        else if (said) expect([...endpoint.errors, 'request.invalid', 'request.too-many'], `${name} as ${kind}`).toContain(said)
        else expect([kind, status]).toEqual([kind, endpoint.status])
      }
    })

  test('knows no path of the other half', async () => {
    const other = half === 'community' ? 'registrar' : 'community'
    for (const { name, endpoint } of contract[other])
      expect([name, await ask(half, endpoint, {})]).toEqual([name, { status: 404, code: 'request.unknown-path' }])
  })
})
