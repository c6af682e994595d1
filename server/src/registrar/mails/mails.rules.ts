import type { Language } from '#contract/shapes.ts'
import { mails as english } from '#phrases/registrar/mails.en.ts'
import { mails as spanish } from '#phrases/registrar/mails.es.ts'
import { type Letter, layOutLetter } from '../../platform/mail.ts'

type Mails = typeof english
type Kind = { [K in keyof Mails]: Mails[K] extends (given: never) => unknown ? K : never }[keyof Mails]

/** What is to be written: a kind of letter and what its sentences need. */
export type Message = { [K in Kind]: { readonly kind: K; readonly given: Parameters<Mails[K]>[0] } }[Kind]

/** A letter to somebody in their language, rendered when it is sent. */
export type Writing = Message & { readonly to: string; readonly language: Language }

/** Writes a letter out, as text and as plain HTML. */
export const renderLetter = (writing: Writing): Letter => {
  const phrases = writing.language === 'es' ? spanish : english
  const { subject, lines } = (phrases[writing.kind] as (given: never) => { subject: string; lines: string[] })(writing.given as never)
  return layOutLetter({ to: writing.to, language: writing.language, subject, paragraphs: [phrases.greeting, ...lines, phrases.closing] })
}
