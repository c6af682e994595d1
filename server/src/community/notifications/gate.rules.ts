import type { Choice, NotificationKind, NotificationSettings } from '#contract/community/notifications.ts'
import { isAwake, nextAwake, nextMorning, zonesFor } from './hours.rules.ts'

/** What a member has who has chosen nothing. */
export const defaultSettings: NotificationSettings = {
  revision: 0,
  zone: null,
  wakesAt: 8,
  restsAt: 22,
  perDay: 2,
  perWeek: 5,
  comment: 'at-once',
  reply: 'at-once',
  outcome: 'at-once',
  outcomeWanted: 'at-once',
}

/** What is chosen for a kind: who asks is always told of answers, and being asked has its budget instead. */
export const choiceOf = (kind: NotificationKind, settings: NotificationSettings): Choice => {
  switch (kind) {
    case 'asked':
    case 'answer':
    case 'question-back':
    // Whose image it is, or who reported it, is told in any case, in waking hours.
    case 'image-hidden':
    case 'image-back':
    case 'image-removed':
      return 'at-once'
    case 'comment':
      return settings.comment
    case 'reply':
      return settings.reply
    case 'outcome':
      return settings.outcome
    case 'outcome-wanted':
      return settings.outcomeWanted
    // A correction stands while its author sleeps, and never hurries.
    case 'correction':
      return settings.reply === 'off' ? 'off' : 'digest'
  }
}

export interface AtTheGate {
  readonly kind: NotificationKind
  readonly settings: NotificationSettings
  readonly label: string
  /** On call now, and the case is urgent: for `asked` alone. */
  readonly onCall: boolean
  readonly now: Date
}

/**
 * From when a notification may make itself known; null when it is not made at all.
 * Answers to one's own case come at once, night or not; being asked never rings at night but on call; the rest waits for the morning.
 */
export const ringsAt = ({ kind, settings, label, onCall, now }: AtTheGate): Date | null => {
  const choice = choiceOf(kind, settings)
  if (choice === 'off') return null
  const zones = zonesFor(settings.zone, label)
  if (kind === 'answer' || kind === 'question-back') return now
  if (kind === 'asked') return onCall || isAwake(zones, settings, now) ? now : null
  // Where waking hours cannot be told, it stands in the list and stays silent for a day.
  const aDayOn = new Date(now.getTime() + 86_400_000)
  return (choice === 'digest' ? nextMorning(zones, settings, now) : nextAwake(zones, settings, now)) ?? aDayOn
}
