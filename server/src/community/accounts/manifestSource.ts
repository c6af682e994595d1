import type { Base64url } from '#tickets/base64url.ts'
import { type ManifestEntry, manifestHead, verifyManifest } from '#tickets/manifest.ts'
import { type Clock, seconds } from '../../platform/time.ts'

/** What the registrar publishes: every key it signs with, and how many doctors carry each label of the current period. */
export interface PublishedManifest {
  readonly entries: readonly ManifestEntry[]
  readonly signature: Base64url
  readonly manifestKey: Base64url
  readonly crowds: Readonly<Record<string, number>>
  /** A label shows only while so many carry it. */
  readonly k: number
  /** Accounts there can be at most. */
  readonly issuedRoots: number
  /** The epoch that runs at the registrar, and how many accounts can be valid in it at most. */
  readonly epoch: number
  readonly signedRenewals: number
}

/** Where the community reads it; rejects while there is none that may be believed. */
export interface ManifestSource {
  read(): Promise<PublishedManifest>
}

/** Believes only a manifest that stands, and that continues the one this process saw before, under the same key. */
export const manifestOf = (read: () => Promise<PublishedManifest>): ManifestSource => {
  let last: PublishedManifest | null = null
  return {
    read: async () => {
      const manifest = await read()
      const { entries, signature, manifestKey } = manifest
      if (last && last.manifestKey !== manifestKey) throw new Error('The manifest is signed with another key than before')
      // The very same list was checked before; hundreds of hashes are spared at every look.
      if (last?.entries !== entries || last.signature !== signature) {
        const seen = last ? { count: last.entries.length, head: manifestHead(last.entries) ?? '' } : undefined
        const problem = verifyManifest(entries, signature, manifestKey, seen)
        if (problem) throw new Error(`The manifest is refused: ${problem}`)
      }
      last = manifest
      return manifest
    },
  }
}

/** Fetches the manifest from a registrar that runs elsewhere, at most once a minute. */
export const fetchedManifest = (registrarOrigin: string, clock: Clock): ManifestSource => {
  let kept: { manifest: PublishedManifest; at: number } | null = null
  return manifestOf(async () => {
    const now = clock.now().getTime()
    if (kept && now - kept.at < 60 * seconds) return kept.manifest
    const response = await fetch(`${registrarOrigin}/api/registrar/manifest`, { signal: AbortSignal.timeout(5 * seconds) })
    if (!response.ok) throw new Error(`The registrar answers ${response.status} where its manifest should be`)
    const manifest = (await response.json()) as PublishedManifest
    kept = { manifest, at: now }
    return manifest
  })
}
