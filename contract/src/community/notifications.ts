import { type Static, Type } from 'typebox'
import { type HourZoneCode, hourZones } from '#atlas/hourZones.ts'
import { endpoint } from '../endpoint.ts'
import { demoLetter, id, instant, language, orNull, pageOf, paging } from '../shapes.ts'

/**
 * What somebody is told: that they are asked to answer, what came in a case of their own, a reply to a comment of theirs,
 * what a case they helped with turned out to be, that such an outcome is wanted, that the translation of their words was corrected, and that an image
 * of theirs, or one they reported, is out of sight, shown again or gone for good.
 */
export const notificationKind = Type.Enum([
  'asked',
  'answer',
  'question-back',
  'comment',
  'reply',
  'outcome',
  'outcome-wanted',
  'correction',
  'image-hidden',
  'image-back',
  'image-removed',
])
export type NotificationKind = Static<typeof notificationKind>

/** When a kind comes: as it happens in waking hours, once in the morning, or never. */
export const choice = Type.Enum(['at-once', 'digest', 'off'])
export type Choice = Static<typeof choice>

/** A clock doctors live by. */
export const hourZone = Type.Enum(hourZones.map(({ code }) => code) as [HourZoneCode, ...HourZoneCode[]])

const hour = (from: number, to: number) => Type.Integer({ minimum: from, maximum: to })

export const notificationSettings = Type.Object(
  {
    revision: Type.Integer(),
    /** Whose clock the hours are meant by; null while not said. */
    zone: orNull(hourZone),
    /** Full hours of that clock between which the member may be asked. */
    wakesAt: hour(0, 23),
    restsAt: hour(1, 24),
    /** How often the member may be asked to answer. */
    perDay: hour(0, 20),
    perWeek: hour(0, 20),
    comment: choice,
    reply: choice,
    outcome: choice,
    outcomeWanted: choice,
  },
  { additionalProperties: false },
)
export type NotificationSettings = Static<typeof notificationSettings>

/** What one is told, those of a kind and case as one while they are unread. `about` is a case, which the reader fetches with their own rights. */
export const shownNotification = Type.Object(
  { kind: notificationKind, about: id, times: Type.Integer(), at: instant, read: Type.Boolean() },
  { additionalProperties: false },
)
export type ShownNotification = Static<typeof shownNotification>

export const listNotifications = endpoint({
  method: 'GET',
  path: '/api/community/notifications',
  who: 'member',
  summary: 'What I was told in the last 30 days, newest first; unread ones of a kind and case as one.',
  query: Type.Object({ ...paging }, { additionalProperties: false }),
  reply: pageOf(shownNotification),
  status: 200,
  errors: [],
})

export const countNotifications = endpoint({
  method: 'GET',
  path: '/api/community/notifications/unread',
  who: 'member',
  summary: 'How many lines of my notifications are unread and may make themselves known by now.',
  reply: Type.Object({ unread: Type.Integer() }, { additionalProperties: false }),
  status: 200,
  errors: [],
})

export const readNotifications = endpoint({
  method: 'POST',
  path: '/api/community/notifications/read',
  who: 'member',
  summary: 'I have read what concerns one case, or everything.',
  body: Type.Object({ about: orNull(id) }, { additionalProperties: false }),
  reply: Type.Object({ unread: Type.Integer() }, { additionalProperties: false }),
  status: 201,
  errors: [],
})

/** What a device shows when it is told that there is something: the newest line that is unread, in words the browser has for its kind. */
export const showAlert = endpoint({
  method: 'GET',
  path: '/api/community/notifications/newest',
  who: 'member',
  summary: 'The newest unread line of my notifications, and how many there are: what a device fills an alert with.',
  reply: Type.Object(
    { unread: Type.Integer(), newest: orNull(Type.Pick(shownNotification, ['kind', 'about', 'times'])), language },
    { additionalProperties: false },
  ),
  status: 200,
  errors: [],
})

const base64url = (length: number) => Type.String({ pattern: `^[A-Za-z0-9_-]{${length}}$` })

/** Where a browser wants to be told, as its push service gave it out: an address, a point of P-256 and sixteen bytes. */
export const pushForm = Type.Object(
  { endpoint: Type.String({ maxLength: 2_000 }), p256dh: base64url(87), auth: base64url(22) },
  { additionalProperties: false },
)
export type PushForm = Static<typeof pushForm>

export const showPush = endpoint({
  method: 'GET',
  path: '/api/community/notifications/push',
  who: 'member',
  summary: 'By which key this instance sends to devices (null: it sends to none), and whether it tells this one.',
  reply: Type.Object({ publicKey: orNull(base64url(87)), on: Type.Boolean() }, { additionalProperties: false }),
  status: 200,
  errors: [],
})

export const keepPush = endpoint({
  method: 'PUT',
  path: '/api/community/notifications/push',
  who: 'member',
  summary: 'This device wants to be told while no page is open, to the end of its session.',
  body: pushForm,
  status: 204,
  limit: 30,
  errors: ['push.off', 'push.address-refused'],
})

export const dropPush = endpoint({
  method: 'DELETE',
  path: '/api/community/notifications/push',
  who: 'member',
  summary: 'This device wants to be told no more.',
  status: 204,
  errors: [],
})

export const showNotificationSettings = endpoint({
  method: 'GET',
  path: '/api/community/notifications/settings',
  who: 'member',
  summary: 'When and how often I let myself be told.',
  reply: notificationSettings,
  status: 200,
  errors: [],
})

export const changeNotificationSettings = endpoint({
  method: 'PUT',
  path: '/api/community/notifications/settings',
  who: 'member',
  summary: 'Changes when and how often I let myself be told.',
  body: notificationSettings,
  reply: notificationSettings,
  status: 200,
  errors: ['notifications.revision-stale', 'notifications.hours-refused'],
})

/**
 * Where I let myself be written to. `off`: this site sends no mail; `none`: nowhere; `waiting`: a code was sent there and not typed yet;
 * `confirmed`: there; `refused`: its server says that there is no such mailbox.
 */
export const mailAddress = Type.Object(
  {
    state: Type.Enum(['off', 'none', 'waiting', 'confirmed', 'refused']),
    address: orNull(Type.String()),
    /** Letters go to the demo's mailbox. */
    toDemo: Type.Boolean(),
  },
  { additionalProperties: false },
)
export type MailAddress = Static<typeof mailAddress>

const addressPath = '/api/community/notifications/mail-address'

export const showMailAddress = endpoint({
  method: 'GET',
  path: addressPath,
  who: 'member',
  summary: 'Where I let myself be written to, if anywhere.',
  reply: mailAddress,
  status: 200,
  errors: [],
})

export const giveMailAddress = endpoint({
  method: 'POST',
  path: addressPath,
  who: 'member',
  summary: 'Sends a six-digit code to an address I want to be written to; until it is typed, the address I had stays.',
  body: Type.Object({ address: Type.String({ maxLength: 254 }) }, { additionalProperties: false }),
  reply: mailAddress,
  status: 201,
  limit: 5,
  errors: ['mail.off', 'mail.address-invalid', 'mail.too-many'],
})

export const confirmMailAddress = endpoint({
  method: 'POST',
  path: `${addressPath}/confirm`,
  who: 'member',
  summary: 'Proves the address by the code that was sent there: from now on I am told by mail too.',
  body: Type.Object({ code: Type.String({ pattern: '^[0-9]{6}$' }) }, { additionalProperties: false }),
  reply: mailAddress,
  status: 201,
  limit: 10,
  errors: ['mail.code-wrong', 'mail.code-expired'],
})

export const dropMailAddress = endpoint({
  method: 'DELETE',
  path: addressPath,
  who: 'member',
  summary: 'Nobody writes to me any more, and the address is forgotten.',
  status: 204,
  errors: [],
})

export const stopMail = endpoint({
  method: 'POST',
  path: `${addressPath}/stop`,
  who: 'anyone',
  summary: 'Stops the mail to the address a letter went to, by the token of that letter and without signing in (RFC 8058).',
  query: Type.Object({ token: Type.String({ maxLength: 200 }) }, { additionalProperties: false }),
  status: 204,
  limit: 30,
  errors: ['mail.link-unknown'],
})

export const listDemoLetters = endpoint({
  method: 'GET',
  path: '/api/community/dev-mailbox',
  who: 'anyone',
  summary: 'Letters the demo has written, newest first. In demo mode only, and only where no mail server is set.',
  query: Type.Object({ to: Type.Optional(Type.String({ maxLength: 254 })) }, { additionalProperties: false }),
  reply: Type.Object({ items: Type.Array(demoLetter) }, { additionalProperties: false }),
  status: 200,
  limit: 120,
  errors: ['demo.off'],
})
