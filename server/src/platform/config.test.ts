import { describe, expect, test } from 'vitest'
import { type Config, readConfig } from './config.ts'

const read = (env: Record<string, string> = {}, ...argv: string[]): Config | string => readConfig(env, argv, '/srv/clone')
const settings = (env: Record<string, string> = {}, ...argv: string[]): Config => {
  const config = read(env, ...argv)
  if (typeof config === 'string') throw new Error(config)
  return config
}

const production = {
  COMMUNITY_ORIGIN: 'https://doctors.example',
  REGISTRAR_ORIGIN: 'https://registrar.example',
  SMTP_URL: 'smtps://mail.example',
  MAIL_FROM: 'registrar@registrar.example',
}

test('with nothing said, both halves start on loopback as a demo with their own database servers', () => {
  expect(settings()).toEqual({
    host: '127.0.0.1',
    port: 8420,
    origins: { registrar: 'http://registrar.localhost:8420', community: 'http://localhost:8420' },
    databases: { registrar: 'embedded', community: 'embedded' },
    dataFolder: '/srv/clone/data',
    services: ['registrar', 'community'],
    demo: true,
    production: false,
    mail: null,
    pushServices: ['fcm.googleapis.com', '*.push.services.mozilla.com', '*.push.apple.com', '*.notify.windows.com'],
    trustProxy: false,
    crowdMinimum: 5,
    files: { registrar: 'folder', community: 'folder' },
    registers: { nppesApi: null, auPie: null },
    trainees: true,
    retired: false,
    lookedAtAgain: 0.05,
    idCheck: null,
    interviewUrl: null,
    logins: [],
    certificates: [],
    groupMinimum: 10,
    enterNow: true,
    engines: [{ kind: 'apertium' }],
  })
})

test('both origins follow the port', () => {
  expect(settings({ PORT: '9000' }).origins).toEqual({ registrar: 'http://registrar.localhost:9000', community: 'http://localhost:9000' })
})

test('outside the demo a label needs fifty doctors', () => {
  expect(settings({}, '--no-demo').crowdMinimum).toBe(50)
  expect(settings(production, '--production')).toMatchObject({ demo: false, production: true, crowdMinimum: 50 })
})

test('devices are told through the services that are named, and through none if so said', () => {
  expect(settings({ PUSH_SERVICES: 'none' }).pushServices).toEqual([])
  expect(settings({ PUSH_SERVICES: '*.push.example.org, own.example.org:8443' }).pushServices).toEqual([
    '*.push.example.org',
    'own.example.org:8443',
  ])
  for (const wrong of ['https://own.example.org', '10.0.0.1', '*', 'a b', 'localhost'])
    expect(read({ PUSH_SERVICES: wrong })).toMatch('PUSH_SERVICES names')
})

test('one half can run alone', () => {
  expect(settings({}, '--services=registrar').services).toEqual(['registrar'])
})

test('a database of the operator migrates as its own role unless an owner is named', () => {
  const url = 'postgres://app@db/community'
  expect(settings({ COMMUNITY_DATABASE_URL: url }).databases.community).toEqual({ url, ownerUrl: url })
  const ownerUrl = 'postgres://owner@db/community'
  expect(settings({ COMMUNITY_DATABASE_URL: url, COMMUNITY_DATABASE_OWNER_URL: ownerUrl }).databases.community).toEqual({ url, ownerUrl })
})

test('proxies are believed by number, address or not at all', () => {
  expect(settings({ TRUST_PROXY: '1' }).trustProxy).toBe(1)
  expect(settings({ TRUST_PROXY: '10.0.0.0/8' }).trustProxy).toBe('10.0.0.0/8')
  expect(settings({ TRUST_PROXY: 'false' }).trustProxy).toBe(false)
})

test('no text leaves the machine unless the operator names an engine elsewhere', () => {
  expect(read({ DEEPL_KEY: 'k', LIBRETRANSLATE_URL: 'http://lt.example' })).toMatchObject({ engines: [{ kind: 'apertium' }] })
  expect(read({ TRANSLATE_WITH: 'deepl, apertium', DEEPL_KEY: 'k', DEEPL_CHARACTERS_A_DAY: '9' })).toMatchObject({
    engines: [{ kind: 'deepl', key: 'k', url: null, charactersADay: 9 }, { kind: 'apertium' }],
  })
})

const aLogin = {
  LOGIN_WITH: 'workforce',
  LOGIN_WORKFORCE_NAME: 'My Health Account Workforce',
  LOGIN_WORKFORCE_COUNTRY: 'NZ',
  LOGIN_WORKFORCE_ISSUER: 'https://id.example',
  LOGIN_WORKFORCE_CLIENT_ID: 'consilium',
  LOGIN_WORKFORCE_CLAIM: 'licences.number',
}

test('a provider of logins is one public client with the common scopes, unless more is said', () => {
  const [login] = (read(aLogin) as Config).logins
  expect(login).toMatchObject({ code: 'workforce', country: 'NZ', clientSecret: null, scopes: 'openid profile', claim: 'licences.number' })
})

describe('one sentence says what is wrong', () => {
  test.each<[string, Record<string, string>, string[], RegExp]>([
    ['an unknown option', {}, ['--prodution'], /no option --prodution/],
    ['a port that is no number', { PORT: 'http' }, [], /PORT must be a number.*"http"/],
    ['a port out of range', { PORT: '70000' }, [], /PORT must be/],
    ['an unknown service', {}, ['--services=registrar,forum'], /--services must name/],
    ['no service', {}, ['--services='], /--services must name/],
    ['production as a demo', production, ['--production', '--demo'], /no demo/],
    ['one host name for both halves', { REGISTRAR_ORIGIN: 'http://localhost:9' }, [], /must differ in their host name/],
    ['an origin with a path', { COMMUNITY_ORIGIN: 'http://localhost:8420/' }, [], /COMMUNITY_ORIGIN must be scheme/],
    ['an origin that is a number', { COMMUNITY_ORIGIN: 'http://127.0.0.1:8420' }, [], /a passkey is bound to a name/],
    ['production without TLS', { ...production, COMMUNITY_ORIGIN: 'http://doctors.example' }, ['--production'], /https:\/\/ in production/],
    ['a database that is none', { REGISTRAR_DATABASE_URL: 'mysql://db/registrar' }, [], /REGISTRAR_DATABASE_URL must look like/],
    ['no database name', { REGISTRAR_DATABASE_URL: 'postgres://db' }, [], /REGISTRAR_DATABASE_URL must look like/],
    [
      'one database for both halves',
      { REGISTRAR_DATABASE_URL: 'postgres://db/a', COMMUNITY_DATABASE_URL: 'postgres://db/a' },
      [],
      /two databases/,
    ],
    ['a bucket without a name', { COMMUNITY_S3_URL: 'https://s3.example' }, [], /COMMUNITY_S3_URL must look like/],
    ['a bucket without who asks', { COMMUNITY_S3_URL: 'https://s3.example/images' }, [], /COMMUNITY_S3_KEY_ID/],
    [
      'one bucket for both halves',
      Object.fromEntries(
        ['COMMUNITY', 'REGISTRAR'].flatMap((half) => [
          [`${half}_S3_URL`, half === 'COMMUNITY' ? 'https://s3.example/all' : 'https://s3.example/all/'],
          [`${half}_S3_KEY_ID`, 'a'],
          [`${half}_S3_SECRET`, 'b'],
        ]),
      ),
      [],
      /two places/,
    ],
    ['more than all doctors looked at again', { LOOK_AGAIN_PERCENT: '101' }, [], /LOOK_AGAIN_PERCENT/],
    ['a crowd below the floor', { CROWD_MINIMUM: '4' }, [], /at least 5/],
    ['a register that is no address', { NPPES_API_URL: 'npiregistry' }, [], /NPPES_API_URL/],
    ['a register by contract without who asks', { AU_PIE_URL: 'https://pie.example' }, [], /AU_PIE_USER/],
    ['a reading by contract that is no address', { AU_PIE_READ_URL: 'ahpra' }, [], /AU_PIE_READ_URL/],
    ['a login whose settings are missing', { LOGIN_WITH: 'workforce' }, [], /LOGIN_WORKFORCE_NAME is not set/],
    ['a login of a country nobody knows', { ...aLogin, LOGIN_WORKFORCE_COUNTRY: 'FR' }, [], /LOGIN_WORKFORCE_COUNTRY must be one of AU, /],
    ['a login in the clear', { ...aLogin, LOGIN_WORKFORCE_ISSUER: 'http://id.example' }, [], /LOGIN_WORKFORCE_ISSUER .* https/],
    ['a login with a name nobody can set', { LOGIN_WITH: 'NHS-CIS2' }, [], /small letters and digits/],
    ['a certificate policy that is no OID', { CERTIFICATE_ES_ROOTS: 'es.pem', CERTIFICATE_ES_POLICY: 'colegiado' }, [], /must be an OID/],
    ['a licence number in any certificate', { CERTIFICATE_ES_ROOTS: 'es.pem', CERTIFICATE_ES_NUMBER_IN: '2.5.4.11' }, [], /come together/],
    ['certificates of nobody', { CERTIFICATE_MX_ID_IN: '2.5.4.5' }, [], /CERTIFICATE_MX_ROOTS/],
    ['an engine nobody knows', { TRANSLATE_WITH: 'babel' }, [], /"babel"/],
    ['an engine elsewhere without its key', { TRANSLATE_WITH: 'deepl,apertium' }, [], /DEEPL_KEY/],
    ['mail without a sender', { SMTP_URL: 'smtp://mail.example' }, [], /MAIL_FROM/],
    ['production without anything', {}, ['--production'], /needs REGISTRAR_ORIGIN, COMMUNITY_ORIGIN, SMTP_URL, MAIL_FROM/],
  ])('%s', (_what, env, argv, sentence) => {
    expect(read(env, ...argv)).toMatch(sentence)
  })
})
