import { createCipheriv, createDecipheriv, createHmac } from 'node:crypto'

const ivLength = 12
const tagLength = 16

/** What a sealed value is for; what was sealed for one purpose does not open for another. */
export type Purpose = string

/** Seals bytes with AES-256-GCM: twelve random bytes, the tag, then the sealed bytes. */
export const seal = (key: Buffer, purpose: Purpose, plain: Uint8Array, iv: Buffer): Buffer => {
  if (iv.length !== ivLength) throw new RangeError(`An initialisation vector has ${ivLength} bytes`)
  const cipher = createCipheriv('aes-256-gcm', key.subarray(0, 32), iv).setAAD(Buffer.from(purpose))
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), sealed])
}

/** Opens what was sealed; throws when the key or the purpose is another, or a bit has changed. */
export const open = (key: Buffer, purpose: Purpose, sealed: Uint8Array): Buffer => {
  const bytes = Buffer.from(sealed)
  const decipher = createDecipheriv('aes-256-gcm', key.subarray(0, 32), bytes.subarray(0, ivLength), { authTagLength: tagLength })
  decipher.setAAD(Buffer.from(purpose)).setAuthTag(bytes.subarray(ivLength, ivLength + tagLength))
  return Buffer.concat([decipher.update(bytes.subarray(ivLength + tagLength)), decipher.final()])
}

/** A hash nobody can guess values from without the key: equal values are found, nothing else is learnt. */
export const keyedHash = (pepper: Buffer, purpose: Purpose, value: string): Buffer =>
  createHmac('sha256', pepper).update(`${purpose}\n`).update(value.normalize('NFC')).digest()
