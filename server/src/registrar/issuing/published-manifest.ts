import type { Base64url } from '#tickets/base64url.ts'
import { type ManifestEntry, signManifest } from '#tickets/manifest.ts'
import { epochOf } from '#tickets/tickets.rules.ts'
import type { Deps, RegistrarDb } from '../deps.ts'
import { countEntered, countValid, publishedCrowds } from './crowds.ts'
import { countEntries, readEntries } from './issuing.sql.ts'
import { manifestKey } from './keys.ts'

export interface PublishedManifest {
  readonly entries: readonly ManifestEntry[]
  readonly signature: Base64url
  readonly manifestKey: Base64url
  readonly crowds: Readonly<Record<string, number>>
  /** A label shows only while so many carry it. */
  readonly k: number
  readonly issuedRoots: number
  /** The epoch that runs, and how many renewals were signed for it or a later one. */
  readonly epoch: number
  readonly signedRenewals: number
}

type Signed = Pick<PublishedManifest, 'entries' | 'signature' | 'manifestKey'>

// The list only ever grows, so as long as it is as long as before it is the same, and is not read and signed again.
const remembered = new WeakMap<RegistrarDb, Signed>()

/** What everybody may read: the keys, chained and signed, and how many doctors stand behind each label. Nothing in it is about one person. */
export const publishedManifest = async (
  deps: Pick<Deps, 'db' | 'clock' | 'secrets' | 'props' | 'crowdMinimum'>,
): Promise<PublishedManifest> => {
  const { db, clock } = deps
  const epoch = epochOf(clock.now())
  const [count, crowds, issuedRoots, signedRenewals] = await Promise.all([
    countEntries(db),
    publishedCrowds(deps),
    countEntered(db, deps),
    countValid(db, deps, epoch),
  ])
  let signed = remembered.get(db)
  if (signed?.entries.length !== count) {
    const entries = await readEntries(db)
    const pair = manifestKey(deps)
    signed = { entries, signature: signManifest(entries, pair), manifestKey: pair.publicKey }
    remembered.set(db, signed)
  }
  return { ...signed, crowds: Object.fromEntries(crowds), k: deps.crowdMinimum, issuedRoots, epoch, signedRenewals }
}
