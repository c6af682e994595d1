/** How often a member answers when asked, if nothing else is known: one in twenty. */
export const usualRate = 0.05

const clamp = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value))

/** How often a member answers when asked, drawn towards the usual while little is known of them. */
export const answerRate = ({ asked, answered }: { asked: number; answered: number }): number => (answered + 2) / (asked + 40)

/** The same beside the usual rate: 1 for somebody of whom nothing is known, never below a fifth or above six. */
export const propensity = (known: { asked: number; answered: number }): number => clamp(answerRate(known) / usualRate, 0.2, 6)

/** Whom one look at the index finds first: 0 to 7, two for somebody of whom nothing is known; who only typed the specialty comes later. */
export const tierOf = (known: { asked: number; answered: number }, attested: boolean): number =>
  Math.min(attested ? 7 : 1, Math.floor(2 * propensity(known)))

/** A waking hour counts from a half to one, by how much of what a member answered they answered around it; even hours count one. */
export const availability = (hours: readonly number[], hour: number): number => {
  const all = hours.reduce((sum, each) => sum + each, 0)
  if (all === 0) return 1
  const around = ((hours[(hour + 23) % 24] ?? 0) + (hours[hour] ?? 0) + (hours[(hour + 1) % 24] ?? 0)) / 3
  // Seven such hours make up a day's answers of somebody who answers evenly through their waking day.
  return clamp(0.5 + (0.5 * around * 14) / all, 0.5, 1)
}

export interface Scored {
  /** 1, 0.8, 0.5 or 0.35, by the map of specialties. */
  readonly nearness: number
  /** From the member's label; else typed. */
  readonly attested: boolean
  readonly asked: number
  readonly answered: number
  /** At which hours of UTC they have answered. */
  readonly hours: readonly number[]
  /** They read the language the case is written in. */
  readonly reads: boolean
  /** How often they were asked in the last seven days. */
  readonly askedThisWeek: number
  readonly onCall: boolean
}

/** A specialty that was only typed counts as a neighbouring one: an interest, not a field. */
const typedCountsAtMost = 0.5

const nearnessOf = ({ nearness, attested }: Pick<Scored, 'nearness' | 'attested'>): number =>
  attested ? nearness : Math.min(nearness, typedCountsAtMost)

const availabilityOf = ({ hours, onCall }: Scored, hour: number): number => (onCall ? 1 : availability(hours, hour))

/**
 * How good it is to ask this member at this hour of UTC. `chance`, 0 to 1, moves it by a quarter up or down: so the same few do not get everything,
 * and those of whom nothing is known get their turn.
 */
export const scoreOf = (member: Scored, hour: number, chance: number): number =>
  nearnessOf(member) *
  propensity(member) *
  availabilityOf(member, hour) *
  (member.reads ? 1 : 0.7) *
  Math.max(0, 1 - 0.12 * member.askedThisWeek) *
  (0.75 + 0.5 * chance)

/** How many answers asking this member is worth: the rate at which they answer, less what stands between them and this case. */
export const expectedAnswers = (member: Scored, hour: number): number =>
  clamp(answerRate(member), usualRate / 5, 0.5) * availabilityOf(member, hour) * Math.min(1, nearnessOf(member) / 0.8)
