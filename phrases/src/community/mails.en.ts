/** What the community writes to a member who gave an address: nothing of a case, a colleague or a specialty stands in a letter. */
export const mails = {
  code: ({ code, minutes }: { code: string; minutes: number }) => ({
    subject: `${code} is your Consilium code`,
    lines: [
      'Somebody, probably you, wants Consilium to write to this address. Type this code where it is asked for:',
      code,
      `It works for ${minutes}\u00a0minutes, once.`,
      'If it was not you, there is nothing to do: without the code nothing is ever sent here.',
    ],
  }),
  news: ({ link, stop }: { link: string; stop: string }) => ({
    subject: 'Something new for you in Consilium',
    lines: [
      'There is something new for you. What it is stands where only you can read it:',
      link,
      'Nothing about a patient or a colleague ever goes through e-mail. To stop these e-mails, at once and without signing in:',
      stop,
    ],
  }),
  greeting: 'Hello,',
  closing: 'Consilium',
}
