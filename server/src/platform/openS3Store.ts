import { AwsClient } from 'aws4fetch'
import { XMLParser } from 'fast-xml-parser'
import { type FileStore, ourName } from './FileStore.ts'
import { seconds } from './time.ts'

/** A bucket of a service that speaks S3, and who asks for it. */
export interface S3Setting {
  /** `https://service/bucket`, perhaps with a folder behind it. */
  readonly url: string
  readonly region: string
  readonly keyId: string
  readonly secret: string
}

const patience = 30 * seconds
/** A service that is busy or restarts is asked again: after 50 ms, 100 ms, 200 ms, 400 ms. */
const retries = 4

interface Listing {
  readonly ListBucketResult?: {
    readonly Contents?: readonly { readonly Key?: string }[]
    readonly IsTruncated?: string
    readonly NextContinuationToken?: string
  }
}
const parser = new XMLParser({ parseTagValue: false, isArray: (name) => name === 'Contents' })

/**
 * Keeps files in a bucket, so that several machines have the same ones. The program reads and passes on: the service never meets a browser, and needs no
 * public address. Signed with AWS Signature Version 4, addressed by path.
 */
export const openS3Store = ({ url, region, keyId, secret }: S3Setting): FileStore => {
  const client = new AwsClient({ accessKeyId: keyId, secretAccessKey: secret, service: 's3', region, retries })
  const base = new URL(url)
  const [bucket = '', ...folders] = base.pathname.split('/').filter((part) => part !== '')
  const prefix = folders.map((part) => `${part}/`).join('')
  const ask = (path: string, init: RequestInit = {}): Promise<Response> =>
    client.fetch(`${base.origin}/${bucket}${path}`, { ...init, signal: AbortSignal.timeout(patience) })
  const failed = async (what: string, response: Response): Promise<never> => {
    const code = /<Code>([A-Za-z]+)<\/Code>/.exec(await response.text())?.[1]
    throw new Error(`the file service answered ${response.status}${code ? ` (${code})` : ''} to ${what}`)
  }
  const drop = async (key: string): Promise<void> => {
    const response = await ask(`/${key}`, { method: 'DELETE' })
    if (!response.ok && response.status !== 404) await failed('remove', response)
  }
  const keysUnder = async (start: string): Promise<readonly string[]> => {
    const keys: string[] = []
    for (let after: string | undefined, more = true; more; ) {
      const query = new URLSearchParams({ 'list-type': '2', prefix: start, ...(after ? { 'continuation-token': after } : {}) })
      const response = await ask(`?${query}`)
      if (!response.ok) return failed('list', response)
      const { Contents = [], IsTruncated, NextContinuationToken } = (parser.parse(await response.text()) as Listing).ListBucketResult ?? {}
      keys.push(...Contents.flatMap(({ Key }) => (Key ? [Key] : [])))
      after = NextContinuationToken
      more = IsTruncated === 'true' && after !== undefined
    }
    return keys
  }
  return {
    put: async (name, bytes) => {
      const response = await ask(`/${prefix}${ourName(name)}`, { method: 'PUT', body: new Uint8Array(bytes) })
      if (!response.ok) await failed('keep', response)
    },
    get: async (name) => {
      const response = await ask(`/${prefix}${ourName(name)}`)
      if (response.ok) return Buffer.from(await response.arrayBuffer())
      // A bucket that is not there is no answer about a file.
      if (response.status === 404 && /<Code>NoSuchKey<\/Code>/.test(await response.clone().text())) return null
      return failed('read', response)
    },
    remove: async (name) => {
      const own = `${prefix}${ourName(name)}`
      for (const key of [own, ...(await keysUnder(`${own}/`))]) await drop(key)
    },
  }
}
