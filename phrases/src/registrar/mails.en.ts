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
  lapsed: ({ link }: { link: string }) => ({
    subject: 'Your Consilium membership rests',
    lines: [
      'The register no longer shows you as practising. Often that is an unpaid fee or an old address. Nothing of yours is lost.',
      'When the register is right again, come back here:',
      link,
    ],
  }),
  suspended: ({ link }: { link: string }) => ({
    subject: 'Your Consilium membership is suspended',
    lines: [
      'The register shows something that keeps you out for now. A person looks at it within one working day. What you can do stands here:',
      link,
    ],
  }),
  revoked: ({ link }: { link: string }) => ({
    subject: 'Your Consilium membership has ended',
    lines: ['Two people have decided that this licence does not carry a membership. If that is wrong, say so here:', link],
  }),
  recheckDue: ({ link }: { link: string }) => ({
    subject: 'Please show again that your licence is yours',
    lines: ['It is time to read the register again. You stay in meanwhile. What is needed stands here:', link],
  }),
  disputed: ({ link }: { link: string }) => ({
    subject: 'Somebody else claims your licence number',
    lines: [
      'Somebody has applied with your licence number and has proved more than a stranger can. Until it is settled the membership rests.',
      'Prove again that the number is yours, as strongly as you can. Two people decide.',
      link,
    ],
  }),
  withdrawn: ({ link }: { link: string }) => ({
    subject: 'Your Consilium application was put away',
    lines: ['It was not proved within thirty days, and what you sent is deleted. You can begin again at any time:', link],
  }),
  renewalDue: ({ link }: { link: string }) => ({
    subject: 'Your Consilium membership has to be renewed',
    lines: [
      'What your browser handed in to be signed has run out, and in a few days your membership would rest. Open Consilium in a browser you use it with; the rest is a code to this address.',
      link,
    ],
  }),
  theftSaid: ({ link }: { link: string }) => ({
    subject: 'Your Consilium membership rests until you prove your licence again',
    lines: [
      'Somebody with access to this mailbox said that your words or devices were stolen. Nothing more is signed for the old account. Prove your licence from the start; two people look.',
      link,
      'If it was not you, secure this mailbox first, then prove your licence all the same.',
    ],
  }),
  licenceUsed: ({ link }: { link: string }) => ({
    subject: 'Your licence was used to join Consilium',
    lines: [
      'A register prints this address beside a licence, and that licence has just been verified for membership in Consilium.',
      'If that was you, there is nothing to do. If it was not, apply here with the same number: two people then look at both.',
      link,
    ],
  }),
  vouchAsked: ({ link }: { link: string }) => ({
    subject: 'A colleague asks you to vouch for them',
    lines: ['Somebody who says that you know them applies to Consilium. You see who it is when you open the link and sign in:', link],
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
