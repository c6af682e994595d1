import { sign, verify } from 'node:crypto'
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ensureMachineSecret, missingSecrets, openSecrets } from './secrets.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'consilium-secrets-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const place = (env: Record<string, string> = {}) => ({ folder, env })

test('missing secrets are made once, readable by their owner only', async () => {
  const first = await openSecrets('registrar', place())
  const again = await openSecrets('registrar', place())
  expect(again.bytes('pepper')).toEqual(first.bytes('pepper'))
  expect(first.key('k-root').asymmetricKeyDetails?.modulusLength).toBe(3072)
  expect(verify(null, Buffer.from('x'), first.key('manifest'), sign(null, Buffer.from('x'), again.key('manifest')))).toBe(true)
  const names = await readdir(join(folder, 'registrar'))
  expect(names.sort()).toEqual(['field-key', 'k-name', 'k-root', 'manifest', 'pepper'])
  for (const name of names) expect((await stat(join(folder, 'registrar', name))).mode & 0o777).toBe(0o600)
  expect((await stat(join(folder, 'registrar'))).mode & 0o777).toBe(0o700)
})

test('every missing secret is named, with both places it may stand in, and looking makes none', async () => {
  expect(await missingSecrets('community', place())).toEqual([
    `COMMUNITY_VIEW_KEY (or ${join(folder, 'community/view-key')})`,
    `COMMUNITY_FIELD_KEY (or ${join(folder, 'community/field-key')})`,
    `COMMUNITY_VAPID (or ${join(folder, 'community/vapid')})`,
  ])
  expect(await readdir(folder)).toEqual([])
  await openSecrets('community', place())
  expect(await missingSecrets('community', place())).toEqual([])
  await rm(join(folder, 'community/view-key'))
  expect(await missingSecrets('community', place())).toHaveLength(1)
  expect(await missingSecrets('community', place({ COMMUNITY_VIEW_KEY: 'x' }))).toEqual([])
})

test('the environment comes before the folder', async () => {
  await openSecrets('community', place())
  const given = Buffer.alloc(32, 7)
  const secrets = await openSecrets('community', place({ COMMUNITY_VIEW_KEY: given.toString('base64url') }))
  expect(secrets.bytes('view-key')).toEqual(given)
})

test('a secret that is too short or no key is refused by name', async () => {
  await openSecrets('registrar', place())
  await writeFile(join(folder, 'registrar/pepper'), 'short')
  await expect(openSecrets('registrar', place())).rejects.toThrow('REGISTRAR_PEPPER must be at least 32 bytes')
  await expect(openSecrets('registrar', place({ REGISTRAR_K_NAME: 'no key' }))).rejects.toThrow('REGISTRAR_K_NAME is not')
})

test('a key made for an epoch is the same for everybody who asks, even at once', async () => {
  const secrets = await openSecrets('registrar', place())
  const [one, other] = await Promise.all([secrets.ensureRsa('epoch-7', 2048), secrets.ensureRsa('epoch-7', 2048)])
  expect(one.equals(other)).toBe(true)
  expect((await secrets.ensureRsa('epoch-7', 2048)).equals(one)).toBe(true)
  expect((await secrets.ensureRsa('epoch-8', 2048)).equals(one)).toBe(false)
})

test('two processes that make one secret at once keep the same', async () => {
  const made = await Promise.all(Array.from({ length: 8 }, () => ensureMachineSecret(folder, 'postgres-registrar')))
  expect(new Set(made).size).toBe(1)
  expect(await readdir(folder)).toEqual(['postgres-registrar'])
})
