import { createPrivateKey, generateKeyPair, type KeyObject, randomBytes } from 'node:crypto'
import { chmod, link, mkdir, open, readFile, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { CannotStart } from './CannotStart.ts'
import type { Service } from './config.ts'

type Kind = 'rsa-3072' | 'ed25519' | 'p-256' | 'bytes'

/** Every secret a half cannot work without. What losing one means stands in docs/operating.md. */
const needed = {
  registrar: { 'k-root': 'rsa-3072', 'k-name': 'ed25519', manifest: 'ed25519', pepper: 'bytes', 'field-key': 'bytes' },
  community: { 'view-key': 'bytes', 'field-key': 'bytes', vapid: 'p-256' },
} as const satisfies Record<Service, Record<string, Kind>>

type NameOf<Half extends Service, K extends Kind> = {
  [Name in keyof (typeof needed)[Half]]: (typeof needed)[Half][Name] extends K ? Name : never
}[keyof (typeof needed)[Half]]

/** The keys of one half, kept outside its database. */
export interface Secrets<Half extends Service> {
  /** 32 random bytes. */
  bytes(name: NameOf<Half, 'bytes'>): Buffer
  /** A private key. */
  key(name: NameOf<Half, 'rsa-3072' | 'ed25519' | 'p-256'>): KeyObject
  /** A further RSA key, made the first time it is asked for: an epoch's or a label's. */
  ensureRsa(name: string, bits: number): Promise<KeyObject>
}

interface Place {
  /** `CONSILIUM_DATA/secrets`. */
  folder: string
  env: Readonly<Record<string, string | undefined>>
}

/** The secrets a half lacks, each with both places it may stand in. */
export const missingSecrets = async (half: Service, place: Place): Promise<string[]> => {
  const names = Object.keys(needed[half])
  const found = await Promise.all(names.map((name) => readSecret(place, half, name)))
  return names
    .filter((_name, index) => found[index] === null)
    .map((name) => `${environmentName(half, name)} (or ${join(place.folder, half, name)})`)
}

/** Reads the secrets of a half from the environment or its folder; missing ones come into being. */
export const openSecrets = async <Half extends Service>(half: Half, place: Place): Promise<Secrets<Half>> => {
  const folder = join(place.folder, half)
  const wanted: [string, Kind][] = Object.entries(needed[half])
  const found = new Map(await Promise.all(wanted.map(async ([name]) => [name, await readSecret(place, half, name)] as const)))
  const missing = wanted.filter(([name]) => found.get(name) === null)
  await Promise.all(missing.map(async ([name, kind]) => found.set(name, await keepSecret(folder, name, await makers[kind]()))))

  const texts = new Map(wanted.map(([name]) => [name, found.get(name) ?? '']))
  const keys = new Map(wanted.filter(([, kind]) => kind !== 'bytes').map(([name]) => [name, keyFrom(half, name, texts.get(name) ?? '')]))
  const bytes = new Map(wanted.filter(([, kind]) => kind === 'bytes').map(([name]) => [name, bytesFrom(half, name, texts.get(name) ?? '')]))
  return {
    bytes: (name) => present(bytes.get(String(name))),
    key: (name) => present(keys.get(String(name))),
    ensureRsa: async (name, bits) =>
      keyFrom(half, name, (await readSecret(place, half, name)) ?? (await keepSecret(folder, name, await rsa(bits)))),
  }
}

/** A secret of the machine itself, such as the password of the embedded server; made when missing. */
export const ensureMachineSecret = async (folder: string, name: string): Promise<string> =>
  (await readIfThere(join(folder, name))) ?? (await keepSecret(folder, name, await makers.bytes()))

const makePair = promisify(generateKeyPair)
const rsa = async (bits: number): Promise<string> =>
  (await makePair('rsa', { modulusLength: bits })).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()

const makers: Record<Kind, () => Promise<string>> = {
  'rsa-3072': () => rsa(3072),
  ed25519: async () => (await makePair('ed25519')).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  'p-256': async () => (await makePair('ec', { namedCurve: 'P-256' })).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  bytes: async () => randomBytes(32).toString('base64url'),
}

const environmentName = (half: Service, name: string): string => `${half}_${name}`.replaceAll('-', '_').toUpperCase()

const readSecret = async ({ folder, env }: Place, half: Service, name: string): Promise<string | null> =>
  // A PEM in an environment variable often has its line ends written as \n.
  env[environmentName(half, name)]?.replaceAll('\\n', '\n').trim() || (await readIfThere(join(folder, half, name)))

const readIfThere = async (path: string): Promise<string | null> => {
  try {
    return (await readFile(path, 'utf8')).trim()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/** Keeps what nobody kept before; returns what is kept, which is another's when two processes raced. */
const keepSecret = async (folder: string, name: string, text: string): Promise<string> => {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await chmod(folder, 0o700)
  const path = join(folder, name)
  const draft = `${path}.${randomBytes(6).toString('hex')}`
  // Written whole, synced, then linked: a crash never leaves half a key under the real name.
  const file = await open(draft, 'wx', 0o600)
  try {
    await file.writeFile(`${text.trim()}\n`)
    await file.sync()
  } finally {
    await file.close()
  }
  try {
    await link(draft, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    await unlink(draft)
  }
  return (await readFile(path, 'utf8')).trim()
}

const keyFrom = (half: Service, name: string, text: string): KeyObject => {
  try {
    return createPrivateKey(text)
  } catch {
    throw new CannotStart(`The secret ${environmentName(half, name)} is not a private key in PEM form.`)
  }
}

const bytesFrom = (half: Service, name: string, text: string): Buffer => {
  const bytes = Buffer.from(text, 'base64url')
  if (bytes.length < 32) throw new CannotStart(`The secret ${environmentName(half, name)} must be at least 32 bytes in base64url.`)
  return bytes
}

const present = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error('a secret was asked for that its half does not have')
  return value
}
