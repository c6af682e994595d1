import type { NotificationKind } from '#contract/community/notifications.ts'
import { counted } from '../counted.ts'

const count = counted('en-GB')

const kinds: Record<NotificationKind, (times: number) => string> = {
  asked: () => 'You are asked about this case',
  answer: (times) => `${count(times, 'new answer', 'new answers')} to your case`,
  'question-back': (times) => (times === 1 ? 'A colleague asks back' : `${count(times, 'colleague asks', 'colleagues ask')} back`),
  comment: (times) => `${count(times, 'new comment', 'new comments')} on your case`,
  reply: (times) => `${count(times, 'reply', 'replies')} to what you wrote`,
  outcome: () => 'A case you took part in has its outcome',
  'outcome-wanted': () => 'What became of your patient? Close the case',
}

export const notifications = {
  title: 'Notifications',
  kinds,
  unread: 'unread',
  unreadCount: (lines: number) => `${lines} unread`,
  allRead: 'Mark all as read',
  settings: 'Settings',
  more: 'Show more',
  getting: 'Getting your notifications',
  gone: 'This case is no longer here.',
  none: {
    title: 'Nothing yet',
    body: 'When colleagues answer you, or a case needs your specialty, it stands here.',
    action: 'To the cases',
  },
  failed: 'Your notifications could not be fetched',
  set: {
    title: 'Notification settings',
    zone: 'Your clock',
    zoneHint: 'Only your waking hours are worked out from it. It is coarse on purpose, and nobody sees it.',
    zoneNone: 'Not said: you are only asked when it is day in your whole country',
    zoneSuggested: (zone: string) => `This device’s clock is that of ${zone}.`,
    useIt: 'Use it',
    from: 'May be asked from',
    to: 'until',
    perDay: 'Asked at most, a day',
    perWeek: 'Asked at most, a week',
    never: 'never',
    always: 'Answers to your own open case always come at once, at night too.',
    kinds: {
      comment: 'Comments on my cases',
      reply: 'Replies to me',
      outcome: 'Outcomes of cases I took part in',
      outcomeWanted: 'Reminders to close my cases',
    },
    choices: { 'at-once': 'By day', digest: 'Each morning', off: 'Off' },
    saving: 'Saving',
    saved: 'Saved.',
  },
}
