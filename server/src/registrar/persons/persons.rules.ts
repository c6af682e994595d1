import { formatLabel, type LabelCode, ladder } from '#tickets/labels.ts'

/** What a label may say of a doctor. */
export interface Practice {
  readonly specialty: string
  readonly country: string
}

const wholeLadder = ({ specialty, country }: Practice): readonly LabelCode[] => ladder(specialty, country).map(formatLabel)

/** The labels a doctor may carry, finest first: the whole ladder, or what is left of it to one who has moved. */
export const labelsOf = ({
  specialty,
  country,
  mayCarry,
}: {
  readonly specialty: string | null
  readonly country: string | null
  readonly mayCarry: readonly LabelCode[] | null
}): readonly LabelCode[] => {
  if (specialty === null || country === null) return []
  const whole = wholeLadder({ specialty, country })
  return mayCarry === null ? whole : whole.filter((code) => mayCarry.includes(code))
}

/**
 * What is left to a doctor who moves or changes specialty: only what was true before and is true now; null where nothing has changed.
 * One label that turns from Spain to Ireland on the day one record does would point at one doctor; a label that widens points at nobody.
 */
export const leftAfterMove = (before: readonly LabelCode[], now: Practice): LabelCode[] | null => {
  const left = wholeLadder(now).filter((code) => before.includes(code))
  return left.length === wholeLadder(now).length ? null : left
}
