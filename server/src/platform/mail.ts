import { createTransport } from 'nodemailer'

/** A letter, ready to be sent. */
export interface Letter {
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
}

/** Hands letters to whoever delivers them; rejects when one was not taken. */
export interface Mailer {
  send(letter: Letter): Promise<void>
}

/** Mail through the operator's server; the address of an SMTP server never leaves the settings. */
export const smtpMailer = ({ url, from }: { url: string; from: string }): Mailer => {
  // Nothing of a letter is written to a log, whatever the log level of the process is.
  const transport = createTransport({ url, logger: false, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 })
  return {
    send: async ({ to, subject, text, html }) => {
      try {
        await transport.sendMail({ from, to, subject, text, html, disableFileAccess: true, disableUrlAccess: true })
      } catch (error) {
        // The server's own words may repeat the address.
        throw new Error(`The mail server did not take a letter (${(error as { code?: string }).code ?? 'no code'})`)
      }
    },
  }
}
