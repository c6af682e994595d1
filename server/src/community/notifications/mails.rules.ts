import { type TextLanguage, wordsFor } from '#contract/shapes.ts'
import { mails as english } from '#phrases/community/mails.en.ts'
import { mails as spanish } from '#phrases/community/mails.es.ts'
import { type Letter, layOutLetter } from '../../platform/mail.ts'
import { minutes } from '../../platform/time.ts'

/** What waits to be written: a code to an address that is not proved yet, or that something is new for a member, wherever they are written to then. */
export type Writing =
  | { readonly kind: 'code'; readonly to: string; readonly language: TextLanguage; readonly code: string; readonly minutes: number }
  | { readonly kind: 'news'; readonly account: string }

/** Whoever reads in the app what is new gets no letter about it. */
export const mailAfter = 2 * minutes

/** How many codes one member may have sent within a day of the first. */
export const mostCodes = 5

const phrasesIn = (language: TextLanguage) => (wordsFor[language] === 'es' ? spanish : english)

export const codeLetter = ({ to, language, code, minutes: life }: Extract<Writing, { kind: 'code' }>): Letter => {
  const phrases = phrasesIn(language)
  const { subject, lines } = phrases.code({ code, minutes: life })
  return layOutLetter({ to, language, subject, paragraphs: [phrases.greeting, ...lines, phrases.closing] })
}

/** That something is new, and where: nothing else. One tap stops these letters, in the letter and in the head of a mail program (RFC 8058). */
export const newsLetter = ({
  to,
  language,
  origin,
  token,
}: {
  to: string
  language: TextLanguage
  origin: string
  token: string
}): Letter => {
  const phrases = phrasesIn(language)
  const { subject, lines } = phrases.news({ link: `${origin}/notifications`, stop: `${origin}/stop-mail?token=${token}` })
  return layOutLetter({
    to,
    language,
    subject,
    paragraphs: [phrases.greeting, ...lines, phrases.closing],
    headers: {
      'List-Unsubscribe': `<${origin}/api/community/notifications/mail-address/stop?token=${token}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      // No auto-reply answers a letter a machine has sent.
      'Auto-Submitted': 'auto-generated',
    },
  })
}
