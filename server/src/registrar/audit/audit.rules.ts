import { createHash } from 'node:crypto'

/** What the staff can have done. */
export type AuditAction =
  | 'looked-at-application'
  | 'looked-at-evidence'
  // Of before cases had a machine.
  | 'approved'
  | 'declined'
  | 'asked-for-more'
  | 'case-drawn'
  | 'case-moved'
  | 'case-searched'
  | 'decided'
  | 'proof-settled'
  | 'read-by-hand'
  | 'staff-invited'
  | 'staff-enrolled'
  | 'staff-signed-in'

/** One entry as it is kept; no name, no number, no free text stands in it. */
export interface AuditEntry {
  readonly position: number
  /** Calendar day, `2026-11-24`. */
  readonly madeOn: string
  /** The id of a member of staff, or `command line`. */
  readonly actor: string
  readonly action: AuditAction
  /** The id of the application or member of staff it is about. */
  readonly subject: string | null
  readonly detail: Readonly<Record<string, string | number | boolean>>
}

/** What the first entry continues. */
export const firstHash = Buffer.alloc(32)

/** SHA-256 over the hash before and the entry as JSON, its fields in the order of the type, those of `detail` by name. */
export const hashOfEntry = (before: Buffer, { position, madeOn, actor, action, subject, detail }: AuditEntry): Buffer =>
  createHash('sha256')
    .update(before)
    .update(JSON.stringify([position, madeOn, actor, action, subject, Object.entries(detail).sort(([a], [b]) => (a < b ? -1 : 1))]))
    .digest()

/** The position of the first entry that does not continue the one before it, or null when all do. */
export const firstBreak = (entries: readonly (AuditEntry & { prevHash: Buffer; hash: Buffer })[]): number | null => {
  let before: Buffer = firstHash
  for (const [at, entry] of entries.entries()) {
    if (entry.position !== at + 1 || !entry.prevHash.equals(before) || !hashOfEntry(before, entry).equals(entry.hash)) return at + 1
    before = entry.hash
  }
  return null
}
