import { resolve } from 'node:path'
import { type CountryCode, countries, findCountry } from '#atlas/countries.ts'
import type { S3Setting } from './openS3Store.ts'
import { languagesFrom } from './siteLanguages.ts'

export type Service = 'registrar' | 'community'

/** Where a half keeps its rows: the server that comes with the program, or one the operator runs. */
export type DatabaseAddress = 'embedded' | { url: string; ownerUrl: string }

export interface Config {
  readonly host: string
  readonly port: number
  readonly origins: Readonly<Record<Service, string>>
  readonly databases: Readonly<Record<Service, DatabaseAddress>>
  /** Absolute path. */
  readonly dataFolder: string
  /** Where images and evidence are kept; `folder`: in the data folder. */
  readonly files: Readonly<Record<Service, 'folder' | S3Setting>>
  readonly services: readonly Service[]
  readonly demo: boolean
  readonly production: boolean
  /** `null`: mail goes to the mailbox inside the app. */
  readonly mail: { readonly url: string; readonly from: string } | null
  /** Push services that may be sent to, as host names; empty: no device is told anything. */
  readonly pushServices: readonly string[]
  /** Proxies whose forwarded address is believed; `false` believes nobody. */
  readonly trustProxy: boolean | number | string
  /** Translation engines in the order they are asked; one elsewhere is here only because the operator named it. */
  readonly engines: readonly EngineSetting[]
  /** A label shows only while at least so many doctors carry it. */
  readonly crowdMinimum: number
  readonly registers: RegisterAccess
  /** Whether doctors in training, and those who no longer practise, may enter. */
  readonly trainees: boolean
  readonly retired: boolean
  /** The share, 0 to 1, of doctors the program let in whom a person looks at again. */
  readonly lookedAtAgain: number
  /** A vendor who compares documents with faces; `null`: people do. */
  readonly idCheck: { readonly url: string; readonly key: string } | null
  /** Where interviews are held, for example `https://meet.example.org/`; `null`: none are. */
  readonly interviewUrl: string | null
  /** Providers whose login says which licence is whose. */
  readonly logins: readonly LoginSetting[]
  /** Certificates that show who somebody is, and which licence is theirs. */
  readonly certificates: readonly CertificateSetting[]
  /** So many doctors enter together, at the next full hour; after a day fewer do. */
  readonly groupMinimum: number
  /** Whether a doctor may enter alone, at once. */
  readonly enterNow: boolean
}

/** How registers of doctors elsewhere may be asked; null where the operator has not said so. */
export interface RegisterAccess {
  readonly nppesApi: string | null
  readonly auPie: { readonly url: string; readonly readUrl: string | null; readonly user: string; readonly password: string } | null
}

/** How an operator's agreement with a provider of logins (OpenID Connect) is written down. */
export interface LoginSetting {
  readonly code: string
  /** What doctors call it. */
  readonly name: string
  readonly country: CountryCode
  readonly issuer: string
  readonly clientId: string
  /** Null for a public client, which has only PKCE. */
  readonly clientSecret: string | null
  readonly scopes: string
  /** Where the licence number stands among the claims; dots lead into objects and lists. */
  readonly claim: string
}

/** Which certificates count in a country, and where in their subject the numbers stand; attributes and policies by their OID. */
export interface CertificateSetting {
  readonly country: CountryCode
  /** Absolute path of a PEM file: exactly these authorities are trusted. */
  readonly roots: string
  /** The policy under which a certificate is one of the profession, and the attribute its licence number stands in. */
  readonly policy: string | null
  readonly numberIn: string | null
  /** The attribute of a number the register can be searched by. */
  readonly idIn: string | null
}

export type EngineSetting =
  | { readonly kind: 'apertium' }
  | { readonly kind: 'libretranslate'; readonly url: string; readonly key: string | null; readonly charactersADay: number | null }
  | { readonly kind: 'deepl'; readonly key: string; readonly url: string | null; readonly charactersADay: number | null }
  | {
      readonly kind: 'model'
      readonly url: string
      readonly model: string
      readonly key: string | null
      readonly charactersADay: number | null
    }

/** Where the makers of browsers take messages for them. */
const makersOfBrowsers: readonly string[] = [
  'fcm.googleapis.com',
  '*.push.services.mozilla.com',
  '*.push.apple.com',
  '*.notify.windows.com',
]

type Environment = Readonly<Record<string, string | undefined>>

const halves: readonly Service[] = ['registrar', 'community']
const flags = new Set(['--demo', '--no-demo', '--production'])

/** The settings that environment and arguments ask for, or one sentence saying what is wrong with them. */
export const readConfig = (env: Environment, argv: readonly string[], cloneFolder: string): Config | string => {
  const unknown = argv.find((argument) => !flags.has(argument) && !argument.startsWith('--services='))
  if (unknown !== undefined)
    return `There is no option ${unknown}; known are --demo, --no-demo, --production and --services=registrar,community.`

  const languages = languagesFrom(env['SITE_LANGUAGES'])
  if (typeof languages === 'string') return languages

  const port = numberFrom(env['PORT'], 8420)
  if (port === null || port < 1 || port > 65535) return `PORT must be a number from 1 to 65535, not "${env['PORT']}".`

  const asked = argv.findLast((argument) => argument.startsWith('--services='))?.slice('--services='.length) ?? halves.join(',')
  const services = halves.filter((half) => asked.split(',').includes(half))
  if (services.length === 0 || services.length !== new Set(asked.split(',')).size)
    return `--services must name registrar, community or both, not "${asked}".`

  const production = argv.includes('--production')
  if (production && argv.includes('--demo')) return 'A production instance has no demo community: leave out either --demo or --production.'
  const demo = !production && argv.findLast((argument) => argument === '--demo' || argument === '--no-demo') !== '--no-demo'

  const origins = {
    registrar: env['REGISTRAR_ORIGIN'] ?? `http://registrar.localhost:${port}`,
    community: env['COMMUNITY_ORIGIN'] ?? `http://localhost:${port}`,
  }
  for (const half of halves) {
    const wrong = whyNoOrigin(origins[half], production)
    if (wrong && services.includes(half) && !(production && env[`${half.toUpperCase()}_ORIGIN`] === undefined))
      return `${half.toUpperCase()}_ORIGIN ${wrong}`
  }
  if (new URL(origins.registrar).hostname === new URL(origins.community).hostname)
    return 'REGISTRAR_ORIGIN and COMMUNITY_ORIGIN must differ in their host name: ports share cookies and passkeys.'

  const databases: Record<Service, DatabaseAddress> = { registrar: 'embedded', community: 'embedded' }
  for (const half of halves) {
    const name = `${half.toUpperCase()}_DATABASE_URL`
    const url = env[name]
    const ownerUrl = env[`${half.toUpperCase()}_DATABASE_OWNER_URL`] ?? url
    if (url === undefined || ownerUrl === undefined) continue
    if (!isPostgresUrl(url) || !isPostgresUrl(ownerUrl))
      return `${name} must look like postgres://user:password@host:5432/database, and so must its _OWNER_ twin.`
    databases[half] = { url, ownerUrl }
  }
  const { registrar, community } = databases
  if (registrar !== 'embedded' && community !== 'embedded' && registrar.url === community.url)
    return 'REGISTRAR_DATABASE_URL and COMMUNITY_DATABASE_URL must name two databases: the halves share nothing.'

  const files = filesFrom(env)
  if (typeof files === 'string') return files

  const crowdMinimum = numberFrom(env['CROWD_MINIMUM'], demo ? 5 : 50)
  if (crowdMinimum === null || crowdMinimum < 5) return `CROWD_MINIMUM must be a number of at least 5, not "${env['CROWD_MINIMUM']}".`

  const groupMinimum = numberFrom(env['ENTRY_GROUP'], 10)
  if (groupMinimum === null || groupMinimum < 2) return `ENTRY_GROUP must be a number of at least 2, not "${env['ENTRY_GROUP']}".`
  const enterNow = env['ENTER_NOW'] || 'yes'
  if (enterNow !== 'yes' && enterNow !== 'no') return `ENTER_NOW must be yes or no, not "${env['ENTER_NOW']}".`

  const [trainees, retired] = [yesOrNo(env['ACCEPT_TRAINEES'], true), yesOrNo(env['ACCEPT_RETIRED'], false)]
  if (trainees === null || retired === null) return 'ACCEPT_TRAINEES and ACCEPT_RETIRED must be yes or no.'

  const lookedAtAgain = numberFrom(env['LOOK_AGAIN_PERCENT'], 5)
  if (lookedAtAgain === null || lookedAtAgain > 100)
    return `LOOK_AGAIN_PERCENT must be a number from 0 to 100, not "${env['LOOK_AGAIN_PERCENT']}".`

  const { ID_CHECK_URL: idCheckUrl, ID_CHECK_KEY: idCheckKey, INTERVIEW_URL: interviewUrl } = env
  if ((idCheckUrl === undefined) !== (idCheckKey === undefined)) return 'ID_CHECK_URL and ID_CHECK_KEY come together or not at all.'
  for (const [name, url] of Object.entries({ ID_CHECK_URL: idCheckUrl, INTERVIEW_URL: interviewUrl }))
    if (url !== undefined && !(URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)))
      return `${name} must be a web address, not "${url}".`

  const smtp = env['SMTP_URL']
  if (smtp !== undefined && !/^smtps?:\/\//.test(smtp)) return 'SMTP_URL must begin with smtp:// or smtps://.'
  if (smtp !== undefined && !env['MAIL_FROM']) return 'SMTP_URL is set but MAIL_FROM, the address mail comes from, is not.'

  const pushTo = pushServicesFrom(env['PUSH_SERVICES'])
  if (typeof pushTo === 'string') return pushTo

  const registers = registersFrom(env)
  if (typeof registers === 'string') return registers

  const logins = loginsFrom(env, production)
  if (typeof logins === 'string') return logins

  const certificates = certificatesFrom(env, cloneFolder)
  if (typeof certificates === 'string') return certificates

  const engines = enginesFrom(env)
  if (typeof engines === 'string') return engines

  if (production) {
    const missing = [
      ...services.flatMap((half) => (env[`${half.toUpperCase()}_ORIGIN`] === undefined ? [`${half.toUpperCase()}_ORIGIN`] : [])),
      ...(smtp === undefined ? ['SMTP_URL', 'MAIL_FROM'] : []),
    ]
    if (missing.length > 0) return `--production needs ${missing.join(', ')} in the environment.`
  }

  return {
    host: env['HOST'] || '127.0.0.1',
    port,
    origins,
    databases,
    dataFolder: resolve(cloneFolder, env['CONSILIUM_DATA'] || 'data'),
    files,
    services,
    demo,
    production,
    mail: smtp === undefined ? null : { url: smtp, from: env['MAIL_FROM'] ?? '' },
    pushServices: pushTo,
    trustProxy: trustFrom(env['TRUST_PROXY']),
    engines,
    crowdMinimum,
    registers,
    trainees,
    retired,
    lookedAtAgain: lookedAtAgain / 100,
    idCheck: idCheckUrl === undefined || idCheckKey === undefined ? null : { url: idCheckUrl, key: idCheckKey },
    interviewUrl: interviewUrl ?? null,
    logins,
    certificates,
    groupMinimum,
    enterNow: enterNow === 'yes',
  }
}

/** `COMMUNITY_S3_URL` and `REGISTRAR_S3_URL` name buckets; without them a half keeps its files in the data folder. */
const filesFrom = (env: Environment): Config['files'] | string => {
  const files: Record<Service, 'folder' | S3Setting> = { registrar: 'folder', community: 'folder' }
  for (const half of halves) {
    const prefix = `${half.toUpperCase()}_S3`
    const [url, keyId, secret] = ['URL', 'KEY_ID', 'SECRET'].map((part) => env[`${prefix}_${part}`] ?? '')
    if (!url) continue
    const address = URL.parse(url)
    if (!address || !/^https?:$/.test(address.protocol) || !/^(\/[A-Za-z0-9._-]+)+\/?$/.test(address.pathname) || address.search)
      return `${prefix}_URL must look like https://service/bucket, not "${url}".`
    if (!keyId || !secret)
      return `${prefix}_URL is set but ${prefix}_KEY_ID or ${prefix}_SECRET, by which the service knows who asks, is not.`
    files[half] = { url: url.replace(/\/+$/, ''), region: env[`${prefix}_REGION`] || 'us-east-1', keyId, secret }
  }
  const { registrar, community } = files
  if (registrar !== 'folder' && community !== 'folder' && registrar.url === community.url)
    return 'REGISTRAR_S3_URL and COMMUNITY_S3_URL must name two places: the halves share nothing.'
  return files
}

/** `TRANSLATE_WITH` names the engines; each one elsewhere needs its address or key, so that no text leaves by accident. */
const enginesFrom = (env: Environment): readonly EngineSetting[] | string => {
  const engines: EngineSetting[] = []
  for (const name of (env['TRANSLATE_WITH'] || 'apertium').split(',').map((part) => part.trim())) {
    const prefix = name.toUpperCase()
    const [url = '', key = null, model = ''] = [env[`${prefix}_URL`], env[`${prefix}_KEY`], env[`${prefix}_NAME`]]
    const budget = env[`${prefix}_CHARACTERS_A_DAY`]
    const charactersADay = budget ? numberFrom(budget, 0) : null
    if (budget && charactersADay === null) return `${prefix}_CHARACTERS_A_DAY must be a number, not "${budget}".`
    if (url !== '' && !/^https?:\/\//.test(url)) return `${prefix}_URL must begin with http:// or https://.`
    if (name === 'apertium') engines.push({ kind: name })
    else if (name === 'libretranslate' && url !== '') engines.push({ kind: name, url, key, charactersADay })
    else if (name === 'deepl' && key) engines.push({ kind: name, key, url: url || null, charactersADay })
    else if (name === 'model' && url !== '' && model !== '') engines.push({ kind: name, url, model, key, charactersADay })
    else
      return `TRANSLATE_WITH names "${name}"; known are apertium, libretranslate (with LIBRETRANSLATE_URL), deepl (with DEEPL_KEY) and model (with MODEL_URL and MODEL_NAME).`
  }
  return engines
}

/** `LOGIN_WITH` names the providers; each has its settings under `LOGIN_<NAME>_`. */
const loginsFrom = (env: Environment, production: boolean): readonly LoginSetting[] | string => {
  const logins: LoginSetting[] = []
  for (const code of (env['LOGIN_WITH'] ?? '').split(',').map((part) => part.trim())) {
    if (code === '') continue
    if (!/^[a-z][a-z0-9]{0,19}$/.test(code)) return `LOGIN_WITH names "${code}": a name is small letters and digits, 20 at most.`
    const prefix = `LOGIN_${code.toUpperCase()}`
    const given = (part: string): string => env[`${prefix}_${part}`] ?? ''
    const missing = ['NAME', 'COUNTRY', 'ISSUER', 'CLIENT_ID', 'CLAIM'].find((part) => given(part) === '')
    if (missing) return `LOGIN_WITH names "${code}", but ${prefix}_${missing} is not set.`
    const country = findCountry(given('COUNTRY'))
    if (!country) return `${prefix}_COUNTRY must be one of ${countries.map((one) => one.code).join(', ')}, not "${given('COUNTRY')}".`
    const issuer = URL.parse(given('ISSUER'))
    const isHere = issuer?.protocol === 'http:' && /^(localhost|127\.0\.0\.1)$/.test(issuer.hostname)
    if (issuer?.protocol !== 'https:' && (production || !isHere))
      return `${prefix}_ISSUER must be an address with https://, not "${given('ISSUER')}".`
    logins.push({
      code,
      name: given('NAME'),
      country: country.code as CountryCode,
      issuer: given('ISSUER'),
      clientId: given('CLIENT_ID'),
      clientSecret: given('CLIENT_SECRET') || null,
      scopes: given('SCOPES') || 'openid profile',
      claim: given('CLAIM'),
    })
  }
  return logins
}

/** `CERTIFICATE_<COUNTRY>_ROOTS` says whose certificates count there. */
const certificatesFrom = (env: Environment, cloneFolder: string): readonly CertificateSetting[] | string => {
  const settings: CertificateSetting[] = []
  for (const { code } of countries) {
    const prefix = `CERTIFICATE_${code}`
    const roots = env[`${prefix}_ROOTS`] || null
    const [policy = null, numberIn = null, idIn = null] = ['POLICY', 'NUMBER_IN', 'ID_IN'].map((part) => env[`${prefix}_${part}`] || null)
    for (const [part, oid] of Object.entries({ POLICY: policy, NUMBER_IN: numberIn, ID_IN: idIn }))
      if (oid !== null && !/^\d+(\.\d+)+$/.test(oid)) return `${prefix}_${part} must be an OID such as 2.5.4.5, not "${oid}".`
    if ((policy === null) !== (numberIn === null))
      return `${prefix}_POLICY and ${prefix}_NUMBER_IN come together: not every certificate of an authority is one of the profession.`
    if (roots !== null) settings.push({ country: code, roots: resolve(cloneFolder, roots), policy, numberIn, idIn })
    else if (policy !== null || idIn !== null) return `${prefix}_ROOTS, whose certificates count, is not set.`
  }
  return settings
}

const numberFrom = (text: string | undefined, otherwise: number): number | null =>
  text === undefined || text === '' ? otherwise : /^\d+$/.test(text) ? Number(text) : null

const registersFrom = (env: Environment): RegisterAccess | string => {
  const [nppesApi, url, readUrl] = [env['NPPES_API_URL'] || null, env['AU_PIE_URL'] || null, env['AU_PIE_READ_URL'] || null]
  for (const [name, address] of Object.entries({ NPPES_API_URL: nppesApi, AU_PIE_URL: url, AU_PIE_READ_URL: readUrl }))
    if (address !== null && !/^https?:$/.test(URL.parse(address)?.protocol ?? ''))
      return `${name} must be an address with https://, not "${address}".`
  const [user, password] = [env['AU_PIE_USER'], env['AU_PIE_PASSWORD']]
  if (url !== null && (!user || !password))
    return 'AU_PIE_URL is set but AU_PIE_USER or AU_PIE_PASSWORD, by which Ahpra knows who asks, is not.'
  return { nppesApi, auPie: url !== null && user && password ? { url, readUrl, user, password } : null }
}

/** `PUSH_SERVICES`: the makers' of browsers if not said, `none`, or host names, each perhaps with a port or with `*.` for any names before it. */
const pushServicesFrom = (text: string | undefined): readonly string[] | string => {
  if (text === undefined || text === '') return makersOfBrowsers
  if (text === 'none') return []
  const names = text.split(',').map((name) => name.trim())
  const wrong = names.find((name) => !/^(\*\.[a-z0-9.-]+\.[a-z]+|[a-z0-9.-]+\.[a-z]+(:\d+)?)$/.test(name))
  return wrong === undefined ? names : `PUSH_SERVICES names "${wrong}", which is no host name; "none" turns push off.`
}

const yesOrNo = (text: string | undefined, otherwise: boolean): boolean | null =>
  text === undefined || text === '' ? otherwise : text === 'yes' ? true : text === 'no' ? false : null

const isPostgresUrl = (text: string): boolean =>
  URL.canParse(text) && /^postgres(ql)?:$/.test(new URL(text).protocol) && new URL(text).pathname.length > 1

const whyNoOrigin = (origin: string, production: boolean): string | null => {
  if (!URL.canParse(origin) || new URL(origin).origin !== origin)
    return `must be scheme, host name and port only, like https://example.org, not "${origin}".`
  const { protocol, hostname } = new URL(origin)
  if (/^[\d.]+$|^\[/.test(hostname)) return 'must have a host name, not a number: a passkey is bound to a name.'
  if (production && protocol !== 'https:') return 'must begin with https:// in production.'
  return null
}

const trustFrom = (text: string | undefined): boolean | number | string => {
  if (text === undefined || text === '' || text === 'false') return false
  if (text === 'true') return true
  return /^\d+$/.test(text) ? Number(text) : text
}
