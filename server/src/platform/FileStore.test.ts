import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import S3rver from 's3rver'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { FileStore } from './FileStore.ts'
import { openFolderStore } from './openFolderStore.ts'
import { openS3Store } from './openS3Store.ts'

const folder = mkdtempSync(join(tmpdir(), 'consilium-files-'))
const service = new S3rver({
  address: '127.0.0.1',
  port: 0,
  silent: true,
  directory: join(folder, 's3'),
  configureBuckets: [{ name: 'images' }],
})
let address = ''
beforeAll(async () => {
  address = `http://127.0.0.1:${(await service.run()).port}`
})
afterAll(async () => {
  await service.close()
  await rm(folder, { recursive: true, force: true })
})

const user = { region: 'us-east-1', keyId: 'S3RVER', secret: 'S3RVER' }
const bucket = (path: string, more: Partial<typeof user> = {}) => openS3Store({ url: `${address}${path}`, ...user, ...more })
const words = (text: string) => Buffer.from(text)

describe.each<[string, () => FileStore]>([
  ['a folder', () => openFolderStore(join(folder, 'store'))],
  ['a bucket', () => bucket('/images')],
  ['a folder of a bucket', () => bucket('/images/a/b/')],
])('%s', (_, open) => {
  test('gives back what was put, the last of it, and null for what was not', async () => {
    const store = open()
    const bytes = Buffer.from(Uint8Array.from({ length: 70_000 }, (__, at) => at % 251))
    await store.put('one/full.webp', words('first'))
    await store.put('one/full.webp', bytes)
    expect(await store.get('one/full.webp')).toEqual(bytes)
    expect(await store.get('one/small.webp')).toBeNull()
  })

  test('removes a file, or everything under a folder and nothing beside it; what is gone can be removed again', async () => {
    const store = open()
    for (const name of ['two/a', 'two/b/c', 'two-more/a', 'three']) await store.put(name, words(name))
    await store.remove('two')
    await store.remove('three')
    await store.remove('three')
    expect(await Promise.all(['two/a', 'two/b/c', 'two-more/a', 'three'].map((name) => store.get(name)))).toEqual([
      null,
      null,
      words('two-more/a'),
      null,
    ])
  })

  test.each(['../secret', '/etc/passwd', 'a//b', 'a/..', 'A', '', 'a?b', 'a%2fb'])('has no file of another’s name: %j', async (name) => {
    const store = open()
    const refused = 'not a file name of ours'
    await expect(async () => store.put(name, words('x'))).rejects.toThrow(refused)
    await expect(async () => store.get(name)).rejects.toThrow(refused)
    await expect(async () => store.remove(name)).rejects.toThrow(refused)
  })
})

test('two halves of one service do not meet', async () => {
  await bucket('/images/a').put('one', words('a'))
  expect(await bucket('/images/b').get('one')).toBeNull()
  await bucket('/images/b').remove('one')
  expect(await bucket('/images/a').get('one')).toEqual(words('a'))
})

/** A service that answers what a test needs and S3rver does not say. */
const aService = async (answer: (method: string, url: URL) => readonly [number, string]): Promise<FileStore> => {
  const server = createServer((request, response) => {
    const [status, body] = answer(request.method ?? '', new URL(request.url ?? '/', 'http://service'))
    response.writeHead(status).end(status === 204 ? undefined : body)
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  afterAll(() => new Promise((closed) => server.close(closed)))
  return openS3Store({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/images`, ...user })
}

test('removes what is listed on every page', async () => {
  const removed: string[] = []
  const page = (keys: readonly string[], next?: string) =>
    `<ListBucketResult>${keys.map((key) => `<Contents><Key>${key}</Key></Contents>`).join('')}<IsTruncated>${next !== undefined}</IsTruncated>${
      next ? `<NextContinuationToken>${next}</NextContinuationToken>` : ''
    }</ListBucketResult>`
  const store = await aService((method, { pathname, searchParams }) => {
    if (method === 'DELETE') removed.push(pathname)
    if (method === 'DELETE') return [204, '']
    return [200, searchParams.get('continuation-token') === 'more/+=' ? page(['all/3']) : page(['all/1', 'all/2'], 'more/+=')]
  })
  await store.remove('all')
  expect(removed).toEqual(['/images/all', '/images/all/1', '/images/all/2', '/images/all/3'])
})

test('a user nobody knows, a bucket that is not there and a service that is not are faults, never "no such file"', async () => {
  await expect(bucket('/images', { keyId: 'nobody' }).get('one')).rejects.toThrow(/403 \(InvalidAccessKeyId\)/)
  await expect(bucket('/nobodys').get('one')).rejects.toThrow(/404 \(NoSuchBucket\)/)
  await expect(bucket('/nobodys').put('one', words('x'))).rejects.toThrow(/NoSuchBucket/)
  await expect(openS3Store({ url: 'http://127.0.0.1:9/images', ...user }).get('one')).rejects.toThrow()
})

test('a service that is busy for a moment is asked again', async () => {
  let asked = 0
  const store = await aService(() => {
    asked += 1
    return asked < 3 ? [503, ''] : [200, 'here']
  })
  expect(await store.get('one')).toEqual(words('here'))
  expect(asked).toBe(3)
})
