import type { ReplyOf } from '#contract/endpoint.ts'
import { publishManifest } from '#contract/registrar/issuing.ts'
import type { ManifestEntry } from '#tickets/manifest.ts'
import type { SeenKeys } from './fragments.rules.ts'

/** The key list shown at the community is not the one shown here. */
export class KeysDiffer extends Error {
  readonly reason: string
  constructor(reason: string) {
    super(`The two copies of the key list differ: ${reason}`)
    this.reason = reason
  }
}

/** Compares what this browser saw of the key list at the community with the registrar's own copy, fetched without cookies; throws where they differ. */
export const compareKeys = async (seen: SeenKeys): Promise<void> => {
  const response = await fetch(publishManifest.path, { credentials: 'omit', cache: 'no-store' })
  if (!response.ok) throw new Error(`The key manifest: ${response.status}`)
  const { entries, signature, manifestKey } = (await response.json()) as ReplyOf<typeof publishManifest>
  const { verifyManifest } = await import('#tickets/manifest.ts')
  const problem = verifyManifest(entries as readonly ManifestEntry[], signature, manifestKey, seen)
  if (problem) throw new KeysDiffer(problem)
}
