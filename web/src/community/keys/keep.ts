import { del, get, set } from 'idb-keyval'

// What must outlive a page: kept in IndexedDB, encrypted under a key that no script can read out.

interface Kept {
  readonly key: CryptoKey
  readonly iv: Uint8Array<ArrayBuffer>
  readonly sealed: ArrayBuffer
}

/**
 * What this browser keeps: a joining that is not finished, the seed where the passkey cannot wrap it, how much of the manifest was seen,
 * what was asked of the registrar and not answered yet, and the labels requests are handed in for.
 */
export type KeptName = 'joining' | 'seed' | 'manifest-seen' | 'renewing' | 'rungs'

/** Keeps something as JSON, in place of what was kept under this name. */
export const keep = async (name: KeptName, value: unknown): Promise<void> => {
  const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, new TextEncoder().encode(JSON.stringify(value)))
  await set(name, { key, iv, sealed } satisfies Kept)
}

/** What is kept under this name; null when nothing is, or it cannot be read any more. */
export const kept = async <T>(name: KeptName): Promise<T | null> => {
  try {
    const found = await get<Kept>(name)
    if (!found) return null
    const opened = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: found.iv }, found.key, found.sealed)
    return JSON.parse(new TextDecoder().decode(opened)) as T
  } catch {
    return null
  }
}

export const dropKept = (name: KeptName): Promise<void> => del(name)
