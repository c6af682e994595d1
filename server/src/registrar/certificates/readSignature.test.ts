import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SignatureWrong } from './Authority.ts'
import { readSignature } from './readSignature.ts'

// Made with `openssl cms -sign` over text.txt; the name of each says how.
const sample = (name: string): Promise<Buffer> => readFile(join(import.meta.dirname, 'sample', name))
const text = await sample('text.txt')

describe('a signature', () => {
  it.each(['rsa-detached.p7s', 'rsa-attached-streamed.p7s', 'ec-cades.pem', 'rsa-noattr.p7s'])(
    '%s says by whose key the text is signed',
    async (name) => {
      expect(readSignature(await sample(name), text).signer.subject).toContain('CN=Sample Signer')
    },
  )

  it.each(['rsa-detached.p7s', 'rsa-attached-streamed.p7s', 'ec-cades.pem', 'rsa-noattr.p7s'])(
    '%s is none of another text',
    async (name) => {
      const signed = await sample(name)
      expect(() => readSignature(signed, Buffer.concat([text, Buffer.from('\n')]))).toThrow(SignatureWrong)
    },
  )

  it('over a digest that was broken does not count, nor does a file that is none', async () => {
    expect(() => readSignature(Buffer.from('no signature'), text)).toThrow(SignatureWrong)
    expect(() => readSignature(Buffer.alloc(0), text)).toThrow(SignatureWrong)
    const old = await sample('rsa-sha1.p7s')
    expect(() => readSignature(old, text)).toThrow(SignatureWrong)
  })

  it('with any byte of it changed is wrong, or of the very same key', async () => {
    const signed = await sample('rsa-detached.p7s')
    const keyOf = (bytes: Buffer): string => readSignature(bytes, text).signer.publicKey.export({ type: 'spki', format: 'pem' }).toString()
    const key = keyOf(signed)
    fc.assert(
      fc.property(fc.nat(signed.length - 1), fc.integer({ min: 1, max: 255 }), (at, by) => {
        const changed = Buffer.from(signed)
        changed[at] = (changed[at] ?? 0) ^ by
        try {
          expect(keyOf(changed)).toBe(key)
        } catch (error) {
          expect(error).toBeInstanceOf(SignatureWrong)
        }
      }),
      { numRuns: 500 },
    )
  })
})
