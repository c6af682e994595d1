import { type LabelCode, shownLabel } from '#tickets/labels.ts'
import { oldestLabelPeriod } from '#tickets/tickets.rules.ts'
import { seconds } from '../../platform/time.ts'
import type { Deps } from '../deps.ts'
import type { PublishedManifest } from './manifestSource.ts'

type Crowds = Pick<PublishedManifest, 'crowds' | 'k'>

const unknown: Crowds = { crowds: {}, k: Number.POSITIVE_INFINITY }

/** What an account is shown with: the label it carries, or a wider one where its quarter is over, its crowd too small, or its doctor wants to show less. */
export const shownOf = (
  { label, labelPeriod, showAtMost }: { readonly label: LabelCode; readonly labelPeriod: number; readonly showAtMost: LabelCode | null },
  { crowds, k }: Crowds,
  now: Date,
): LabelCode => (labelPeriod < oldestLabelPeriod(now) ? 'doctor.world' : shownLabel(label, crowds, k, showAtMost))

/** The crowds the registrar publishes, remembered for half a minute. Where they cannot be read no crowd is known to be large enough. */
export const crowdsFrom = ({ manifest, clock }: Pick<Deps, 'manifest' | 'clock'>): (() => Promise<Crowds>) => {
  let kept: { crowds: Promise<Crowds>; until: number } | null = null
  return () => {
    const now = clock.now().getTime()
    if (!kept || now >= kept.until) kept = { crowds: manifest.read().catch(() => unknown), until: now + 30 * seconds }
    return kept.crowds
  }
}
