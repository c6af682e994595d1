import { describe, expect, test } from 'vitest'
import { minutes } from '#server/platform/time.ts'
import { aLoginProvider } from '#server/testing/aLoginProvider.ts'
import { aRegistrar } from '#server/testing/aRegistrar.ts'
import { codeOf } from '#server/testing/codeOf.ts'
import type { Registrant } from '../../access.ts'
import { showApplication } from '../applications/show-application.ts'
import { forgetChallenges } from './challenges.ts'
import { finishLogin, startLogin } from './logins.ts'
import { openIdLogin } from './openIdLogin.ts'

const registrar = await aRegistrar()
const { aWaitingApplicant, inRegister, moveClock, isIn, stateOf } = registrar
const provider = await aLoginProvider(`${registrar.deps.origin}/login`)
const asAgreed = { ...provider.setting, code: 'workforce', name: 'Workforce', country: 'NZ', claim: 'licences.number' } as const
const deps = { ...registrar.deps, logins: [openIdLogin(asAgreed)] }
const { db } = deps

let numbers = 40_000
/** A doctor of the New Zealand register who has an account at the provider, under the same name and number unless said otherwise. */
const aDoctor = async (slug: string, account: { number?: string; name?: object } = {}) => {
  numbers += 1
  const number = String(numbers)
  inRegister('NZ', number, { names: [{ given: 'Amara', family: 'Nwosu' }] })
  const doctor = await aWaitingApplicant(`${slug}@example.org`, { country: 'NZ', number, legalName: 'Amara Nwosu' })
  provider.accounts.set(slug, {
    ...(account.name ?? { given_name: 'Amara', family_name: 'Nwosu' }),
    licences: [
      { body: 'nursing', number: '7' },
      { body: 'medical', number: account.number ?? number },
    ],
  })
  return { number, ...doctor }
}
const begin = async (doctor: Registrant) => (await startLogin(deps, doctor, 'workforce')).url

describe('a sign-in that says which licence is whose', () => {
  test('verifies a doctor of the register alone, and keeps of the account a keyed hash', async () => {
    const { applicationId, ...doctor } = await aDoctor('amara')
    expect(await showApplication(deps, doctor)).toMatchObject({
      ways: ['login', ...Array(6).fill(expect.any(String))],
      logins: [{ provider: 'workforce', name: 'Workforce' }],
    })
    const url = new URL(await begin(doctor))
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      code_challenge_method: 'S256',
      redirect_uri: `${deps.origin}/login`,
      scope: 'openid profile professional',
      prompt: 'login',
    })
    expect(url.href).not.toMatch(/amara|Nwosu/i)
    const shown = await finishLogin(deps, doctor, await provider.signIn(url.href, 'amara'))
    expect(shown).toMatchObject({ state: 'verified', weighed: { points: 100, person: true, record: true } })
    expect(await isIn(doctor)).toBe(true)
    const [kept] = await db.selectFrom('proof').selectAll().where('application_id', '=', applicationId).execute()
    expect(kept).toMatchObject({ kind: 'idp_regulator', state: 'passed', detail: null, reference: 'workforce' })
  })

  test('gives a name in one piece as well as in two', async () => {
    const doctor = await aDoctor('one-piece', { name: { name: 'Nwosu, Amara' } })
    expect((await finishLogin(deps, doctor, await provider.signIn(await begin(doctor), 'one-piece'))).state).toBe('verified')
  })
})

describe('nobody is let in by', () => {
  test('A1: the account of somebody with another number', async () => {
    const doctor = await aDoctor('wrong-number', { number: '39999' })
    const shown = await finishLogin(deps, doctor, await provider.signIn(await begin(doctor), 'wrong-number'))
    expect(shown).toMatchObject({ state: 'checking', proofs: [{ method: 'login', state: 'failed' }], weighed: { points: 0 } })
    expect(await isIn(doctor)).toBe(false)
  })

  test('A2: an account that bears another name, however right its number: a person looks', async () => {
    const { applicationId, ...doctor } = await aDoctor('other-name', { name: { given_name: 'Bertha', family_name: 'Quill' } })
    await finishLogin(deps, doctor, await provider.signIn(await begin(doctor), 'other-name'))
    expect([await stateOf(applicationId), await isIn(doctor)]).toEqual(['proof-review', false])
  })

  test('an answer that was used, or that answers an older question', async () => {
    const { applicationId, ...doctor } = await aDoctor('replay', { number: '39998' })
    const first = await provider.signIn(await begin(doctor), 'replay')
    const second = await provider.signIn(await begin(doctor), 'replay')
    expect(await codeOf(finishLogin(deps, doctor, first))).toBe('proof.login-over')
    const both = await Promise.all([codeOf(finishLogin(deps, doctor, second)), codeOf(finishLogin(deps, doctor, second))])
    expect(both.sort()).toEqual(['done', 'proof.login-over'])
    expect(await codeOf(finishLogin(deps, doctor, second))).toBe('proof.login-over')
    expect(await stateOf(applicationId)).toBe('proving')
  })

  test('A9: the sign-in of a doctor who was sent a link somebody else began', async () => {
    const thief = await aDoctor('thief')
    const victim = await aDoctor('victim')
    provider.accounts.set('victim', { given_name: 'Amara', family_name: 'Nwosu', licences: { number: thief.number } })
    const link = await begin(thief)
    const came = await provider.signIn(link, 'victim')
    // It comes back in the victim's browser, where it answers nothing.
    expect(await codeOf(finishLogin(deps, victim, came))).toBe('proof.login-over')
    await begin(victim)
    expect(await codeOf(finishLogin(deps, victim, came))).toBe('proof.login-over')
    expect([await isIn(thief), await isIn(victim)]).toEqual([false, false])
  })

  test('one account for two persons: the second is looked at', async () => {
    const first = await aDoctor('shared')
    await finishLogin(deps, first, await provider.signIn(await begin(first), 'shared'))
    const { applicationId, number, ...second } = await aDoctor('shared-too')
    provider.accounts.set('shared', { given_name: 'Amara', family_name: 'Nwosu', licences: { number } })
    await finishLogin(deps, second, await provider.signIn(await begin(second), 'shared'))
    expect([await stateOf(applicationId), await isIn(second)]).toEqual(['proof-review', false])
  })

  test('a sign-in that took longer than ten minutes; it is forgotten, and can be begun again', async () => {
    const doctor = await aDoctor('slow')
    const came = await provider.signIn(await begin(doctor), 'slow')
    moveClock(11 * minutes)
    expect(await codeOf(finishLogin(deps, doctor, came))).toBe('proof.login-over')
    await forgetChallenges(deps)
    expect((await showApplication(deps, doctor)).proofs).toEqual([])
    expect((await finishLogin(deps, doctor, await provider.signIn(await begin(doctor), 'slow'))).state).toBe('verified')
  })

  test('somebody who walked away, or an answer nobody at the provider gave', async () => {
    const doctor = await aDoctor('away')
    expect(await codeOf(finishLogin(deps, doctor, await provider.walkAway(await begin(doctor))))).toBe('proof.login-refused')
    const state = new URL(await begin(doctor)).searchParams.get('state')
    expect(await codeOf(finishLogin(deps, doctor, `?code=made-up&state=${state}&iss=${encodeURIComponent(asAgreed.issuer)}`))).toBe(
      'proof.login-refused',
    )
    expect(await isIn(doctor)).toBe(false)
  })

  test('A14: a provider that is down, or is no provider', async () => {
    const doctor = await aDoctor('down')
    const silent = (issuer: string) => ({ ...deps, logins: [openIdLogin({ ...asAgreed, issuer })] })
    expect(await codeOf(startLogin(silent('http://127.0.0.1:9'), doctor, 'workforce'))).toBe('proof.login-silent')
    const came = await provider.signIn(await begin(doctor), 'down')
    expect(await codeOf(finishLogin(silent('http://127.0.0.1:9'), doctor, came))).toBe('proof.login-silent')
    expect(await codeOf(finishLogin(deps, doctor, came))).toBe('proof.login-over')
    expect(await isIn(doctor)).toBe(false)
  })

  test('a client whose secret is wrong, and a provider of another country or of none', async () => {
    const doctor = await aDoctor('secret')
    const wrong = { ...deps, logins: [openIdLogin({ ...asAgreed, clientSecret: 'another' })] }
    const came = await provider.signIn(await begin(doctor), 'secret')
    expect(await codeOf(finishLogin(wrong, doctor, came))).toBe('proof.login-silent')
    expect(await codeOf(startLogin(deps, doctor, 'elsewhere'))).toBe('proof.unknown')
    const abroad = { ...deps, logins: [openIdLogin({ ...asAgreed, country: 'GB' })] }
    expect(await codeOf(startLogin(abroad, doctor, 'workforce'))).toBe('proof.unknown')
  })

  test('a sign-in of somebody without an application', async () => {
    const nobody = await registrar.anApplicant('nobody@example.org')
    expect(await codeOf(startLogin(deps, nobody, 'workforce'))).toBe('application.not-found')
    expect(await codeOf(finishLogin(deps, nobody, '?state=x'))).toBe('application.not-found')
  })
})
