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
  mail: {
    title: 'By e-mail',
    none: 'Off. Everything new stands in the app; an e-mail can say so too.',
    give: 'Be told by e-mail too',
    leave: 'Rather not',
    warning: {
      title: 'An address can name you',
      lines: [
        'Without an address, nothing here says who you are. An address that carries your name, or the one you gave the registrar, lets whoever runs this site, its mail server or a court tell which account is yours: every post of it, past ones too, for good.',
        'If you want these e-mails, use an address that says nothing about you. It is kept encrypted, nobody sees it, and you can take it away at any time.',
      ],
    },
    address: 'E-mail address',
    hint: 'An e-mail only ever says that something is new for you, with a link. It follows your choices above.',
    sendCode: 'Send a code there',
    sent: (address: string) => `We have sent a code to ${address}. It works for a quarter of an hour.`,
    demo: 'The demo sends no e-mail',
    toMailbox: 'Open its mailbox',
    code: 'Six-digit code',
    sixDigits: 'The code has six digits.',
    confirm: 'Confirm',
    another: 'Another address or code',
    confirmed: (address: string) => `We write to ${address} when something is new for you and you have not read it here yet.`,
    refused: (address: string) => `The server of ${address} says that there is no such mailbox. Nothing is sent there any more.`,
    change: 'Use another address',
    drop: 'No e-mails',
  },
  stopMail: {
    title: 'Stop the e-mails',
    text: 'Nothing will be sent any more to the address this link came to. What is new still stands in the app.',
    stop: 'Stop the e-mails',
    stopped: 'Stopped. No further e-mail comes.',
    again: 'Under Notifications, Settings, you can give an address again.',
  },
}
