import { createHash } from 'node:crypto'

/** What stays of a root when its account is erased: SHA-256 of R's public half. */
export const rootHashOf = (rootKey: Buffer): Buffer => createHash('sha256').update(rootKey).digest()
