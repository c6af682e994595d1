import { sha256 } from '@noble/hashes/sha2.js'
import { type Base64url, fromBase64url, toBase64url } from './base64url.ts'

/** By what a blinded message is asked for again: its SHA-256, which tells nothing about it. */
export const requestHash = (blinded: Base64url): Base64url => toBase64url(sha256(fromBase64url(blinded) ?? new Uint8Array()))
