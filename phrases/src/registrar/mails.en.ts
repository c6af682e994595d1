/** What the registrar writes to people: a subject and its paragraphs. No name, no number, no reason stands in a letter. */
export const mails = {
  code: ({ code, minutes }: { code: string; minutes: number }) => ({
    subject: `${code} is your Consilium code`,
    lines: [
      'This is the code you asked for:',
      code,
      `It works for ${minutes}\u00a0minutes, once. Nobody from Consilium will ever ask you for it.`,
      'If it was not you who asked, there is nothing to do: without the code nothing happens.',
    ],
  }),
  approved: ({ link }: { link: string }) => ({
    subject: 'Your licence is verified',
    lines: [
      'A colleague has compared your licence with the register, and you may enter Consilium.',
      link,
      'Your account is made on your own device: the registrar never learns which one it is. The documents you sent are deleted.',
    ],
  }),
  declined: ({ link }: { link: string }) => ({
    subject: 'Your Consilium application has been decided',
    lines: [
      'We could not verify your licence. The reason, and what you can do, stand in your application:',
      link,
      'The documents you sent are deleted.',
    ],
  }),
  moreWanted: ({ link }: { link: string }) => ({
    subject: 'Something is missing from your Consilium application',
    lines: ['The person who looked at your application needs something more. What it is stands in your application:', link],
  }),
  opened: ({ link }: { link: string }) => ({
    subject: 'Your group has entered Consilium',
    lines: [
      'Your tickets were signed together with those of the others who waited. Go on in the browser you began with, or anywhere with your twelve words:',
      link,
    ],
  }),
  staffInvitation: ({ link, role, days }: { link: string; role: string; days: number }) => ({
    subject: 'An invitation to work for the Consilium registrar',
    lines: [
      `You are invited as ${role === 'lead' ? 'lead verifier' : role}. Open this link on the device you will work with:`,
      link,
      `It works for ${days}\u00a0days, once. You confirm this address with a code and make a passkey.`,
    ],
  }),
  greeting: 'Hello,',
  closing: 'Consilium, registrar',
}
