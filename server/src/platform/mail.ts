import { createTransport } from 'nodemailer'

/** A letter, ready to be sent. */
export interface Letter {
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
  /** Beside the usual ones. */
  readonly headers?: Readonly<Record<string, string>>
}

/** Hands letters to whoever delivers them; rejects when one was not taken. */
export interface Mailer {
  send(letter: Letter): Promise<void>
}

/** The server of the receiver says that there is no such mailbox: the letter is not tried again. */
export class NoSuchMailbox extends Error {}

/** Mail through the operator's server; the address of an SMTP server never leaves the settings. */
export const smtpMailer = ({ url, from }: { url: string; from: string }): Mailer => {
  // Nothing of a letter is written to a log, whatever the log level of the process is.
  const transport = createTransport({ url, logger: false, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 })
  return {
    send: async ({ to, subject, text, html, headers = {} }) => {
      try {
        await transport.sendMail({ from, to, subject, text, html, headers, disableFileAccess: true, disableUrlAccess: true })
      } catch (error) {
        const { code = 'no code', command, responseCode = 0 } = error as { code?: string; command?: string; responseCode?: number }
        // 550, 551 and 553 to the receiver's name are about the mailbox; any other no may be a yes tomorrow.
        if (command === 'RCPT TO' && [550, 551, 553].includes(responseCode)) throw new NoSuchMailbox('There is no such mailbox')
        // The server's own words may repeat the address.
        throw new Error(`The mail server did not take a letter (${code})`)
      }
    },
  }
}

/** Lays paragraphs out as text and as plain HTML: an address alone in its paragraph is a link, six digits stand large. */
export const layOutLetter = ({
  paragraphs,
  language,
  ...head
}: Pick<Letter, 'to' | 'subject' | 'headers'> & { paragraphs: readonly string[]; language: string }): Letter => ({
  ...head,
  text: `${paragraphs.join('\n\n')}\n`,
  html: `<!doctype html><html lang="${language}"><body>${paragraphs.map(paragraph).join('')}</body></html>`,
})

const paragraph = (line: string): string => {
  const text = escaped(line)
  if (/^https?:\/\/\S+$/.test(line)) return `<p><a href="${text}">${text}</a></p>`
  return /^\d{6}$/.test(line) ? `<p style="font-size:1.5em;letter-spacing:.1em"><strong>${text}</strong></p>` : `<p>${text}</p>`
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
