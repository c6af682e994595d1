import { numberToBytesBE } from '@noble/curves/utils.js'
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js'

/** What a frame can hold: text (UTF-8), a whole number below 2^32 (four bytes, big-endian) or bytes. */
export type Field = string | number | Uint8Array

const bytesOf = (field: Field): Uint8Array =>
  typeof field === 'string' ? utf8ToBytes(field) : typeof field === 'number' ? numberToBytesBE(field, 4) : field

/** Joins a purpose and its fields, each behind its length in four big-endian bytes, so that no two lists of fields give the same bytes. */
export const framed = (purpose: string, ...fields: readonly Field[]): Uint8Array =>
  concatBytes(...[`consilium/v1/${purpose}`, ...fields].map(bytesOf).flatMap((bytes) => [numberToBytesBE(bytes.length, 4), bytes]))
