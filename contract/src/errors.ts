// Every expected "no": a code that never changes and the HTTP status it travels with (RFC 9457 problem documents).
// The sentence for a code is its phrase, in phrases/src/errors.en.ts and errors.es.ts; a code without one does not compile.

export const errors = {
  'request.invalid': 422,
  'request.too-large': 413,
  'request.too-many': 429,
  'request.unknown-path': 404,
  'request.wrong-host': 421,
  'request.repeat-differs': 409,
  'request.key-missing': 422,
  'server.failed': 500,
  'server.read-only': 503,
  'session.needed': 401,
  'session.forbidden': 403,
  'session.lapsed': 403,

  'account.challenge-unknown': 410,
  'account.root-already-joined': 409,
  'account.root-banned': 403,
  'account.ticket-refused': 422,
  'account.proof-refused': 422,
  'account.unknown': 401,
  'account.manifest-missing': 503,
  'account.passkey-refused': 422,
  'account.device-not-found': 404,
  'account.last-device': 409,
  'account.name-refused': 422,
  'account.revision-stale': 409,

  'byline.name-missing': 422,
  'byline.never-back': 409,

  'case.not-found': 404,
  'case.gone': 410,
  'case.closed': 409,
  'case.not-yours': 403,
  'case.not-open': 409,
  'case.state-forbids': 409,
  'case.undo-too-late': 409,
  'case.question-too-long': 422,
  'case.question-missing': 422,
  'case.images-too-many': 422,
  'case.consent-needed': 422,
  'case.labs-incomplete': 422,
  'case.suspicions-too-many': 422,
  'privacy.identifier': 422,
  'draft.not-found': 404,
  'draft.stale': 409,

  'comment.not-found': 404,
  'comment.not-yours': 403,
  'comment.too-late-to-edit': 409,
  'comment.empty': 422,
  'comment.too-long': 422,
  'comment.parent-unknown': 422,

  'image.not-found': 404,
  'image.gone': 410,
  'image.unreadable': 422,
  'image.too-large': 413,
  'image.too-many-pixels': 413,
  'image.kind-refused': 415,
  'image.in-use': 409,
  'image.being-read': 409,
  'image.cannot-be-read': 422,
  'image.boxes-open': 422,
  'image.review-stale': 409,
  'image.not-reviewed': 422,
  'image.consent-needed': 422,

  'notifications.revision-stale': 409,
  'notifications.hours-refused': 422,
  'live.full': 503,
  'mail.off': 503,
  'mail.address-invalid': 422,
  'mail.too-many': 429,
  'mail.code-wrong': 422,
  'mail.code-expired': 410,
  'mail.link-unknown': 404,
  'ring.not-running': 409,
  'ring.too-many-added': 409,
  'ring.own-case': 409,
  'duty.too-long': 422,

  'application.not-found': 404,
  'application.number-invalid': 422,
  'application.check-digit-wrong': 422,
  'application.number-taken': 409,
  'application.email-invalid': 422,
  'application.code-wrong': 422,
  'application.code-expired': 410,
  'application.code-too-many': 429,
  'application.handed-in': 409,
  'application.decided': 409,
  'application.incomplete': 409,
  'application.not-declined': 409,
  'application.evidence-refused': 422,
  'application.evidence-too-large': 413,
  'application.evidence-too-many': 409,
  'application.evidence-not-found': 404,
  'application.revision-stale': 409,
  'case.not-now': 409,
  'case.for-lead': 403,
  'case.second-person': 409,
  'case.not-read': 409,
  'case.not-eligible': 409,
  'case.not-proved': 409,
  'case.nothing-to-see': 409,
  'case.reading-incomplete': 422,
  'proof.not-institutional': 422,
  'proof.unknown': 404,
  'proof.vendor-silent': 503,
  'proof.login-over': 410,
  'proof.login-refused': 422,
  'proof.login-silent': 503,
  'proof.signature-over': 410,
  'proof.signature-wrong': 422,
  'proof.certificate-refused': 422,
  'proof.certificate-silent': 503,
  'vouch.unknown': 410,
  'vouch.not-yours': 403,
  'vouch.too-new': 403,
  'vouch.too-many': 409,
  'vouch.ring': 409,
  'interview.taken': 409,
  'decision.reason-missing': 422,
  'decision.checks-missing': 422,
  'registrar.no-mail': 503,
  'issuing.not-verified': 403,
  'issuing.other-request': 409,
  'issuing.malformed': 422,
  'issuing.period-closed': 409,
  'issuing.label-changed': 409,
  'issuing.keys-not-ready': 503,
  'issuing.group-only': 409,
  'issuing.root-spent': 409,
  'issuing.no-root': 409,
  'issuing.root-too-soon': 409,
  'issuing.not-signed': 404,
  'issuing.proof-refused': 422,
  'issuing.name-already-shown': 409,
  'staff.invitation-unknown': 410,
  'staff.challenge-unknown': 410,
  'staff.passkey-refused': 422,

  'demo.off': 404,
  'demo.person-unknown': 404,
} as const

export type ErrorCode = keyof typeof errors

/** What a sentence needs to be complete, where a code needs anything. */
export interface ErrorParams {
  'case.question-too-long': { readonly max: number; readonly length: number }
  'comment.too-long': { readonly max: number; readonly length: number }
  'case.images-too-many': { readonly max: number }
  'case.suspicions-too-many': { readonly max: number }
  'privacy.identifier': { readonly count: number }
  'image.too-large': { readonly megabytes: number }
  'image.too-many-pixels': { readonly megapixels: number }
  'application.number-invalid': { readonly label: string; readonly hint: string }
  'application.check-digit-wrong': { readonly label: string }
  'application.evidence-too-large': { readonly megabytes: number }
  'application.evidence-too-many': { readonly max: number }
  'request.too-many': { readonly seconds: number }
}

export type ParamsOfError<C extends ErrorCode> = C extends keyof ErrorParams ? ErrorParams[C] : undefined
