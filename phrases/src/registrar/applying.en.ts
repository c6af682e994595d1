import { counted } from '../counted.ts'

const count = counted('en-GB')
const places = ['next', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth']

export const applying = {
  steps: { country: 'Country', licence: 'Licence', proof: 'Proof', waiting: 'Waiting room' },
  back: 'Back',
  goOn: 'Continue',
  saving: 'Saving',
  signOut: 'Leave',
  staffHere: 'You are signed in as staff. To apply yourself, leave the desk first.',
  toDesk: 'To the desk',

  begin: {
    title: 'Apply with your licence',
    lede: 'Consilium is for licensed physicians and nobody else. A colleague compares your licence with the public register; then you enter, and nobody here can tell which account is yours.',
    country: 'Where are you registered?',
    countryHint: 'Where your licence was issued. With several, choose one.',
    countryNone: 'Choose a country',
    countryMissing: 'Choose the country of your licence.',
    email: 'Your e-mail address',
    emailHint: 'Only the registrar knows it: for a code now, and for the answer.',
    emailWrong: 'That is not an e-mail address we can write to. Check it.',
    sendCode: 'Send me a code',
    sending: 'Sending the code',
    before: 'Applied before, or verified already? The same address and a new code bring you back to where you were.',
    countryTitle: 'Where you are registered',
  },

  code: {
    title: 'Type the code we sent',
    text: (to: string, minutes: number) => `It went to ${to} and works for ${minutes}\u00a0minutes.`,
    label: 'Six-digit code',
    wrong: 'The code has six digits.',
    confirm: 'Confirm',
    confirming: 'Checking the code',
    again: 'Send another code',
    mailbox: 'This is a demo and sends no mail. Your letter lies in its mailbox.',
    toMailbox: 'Open the mailbox',
  },

  licence: {
    title: 'Your licence',
    text: (register: string) => `We compare this with the register: ${register}. Nobody in the community ever sees it.`,
    hint: (hint: string, example: string) => `${hint}, for example ${example}.`,
    numberMissing: 'Type your number.',
    numberWrong: (label: string, hint: string) => `This does not look like a number of this kind (${label}). Expected: ${hint}.`,
    checkDigit: 'The last digit does not fit the others. Most often two digits have changed places: check them one by one.',
    name: 'Name, as on the register',
    nameMissing: 'Type your name as the register writes it.',
    formerHint: 'Former names help.',
    addFormer: 'Add one',
    former: (number: number) => `Former name ${number}`,
    specialty: 'Specialty',
    specialtyNone: 'Choose your specialty',
    specialtyMissing: 'Choose your specialty.',
    promise: 'You keep one account for life. It is made on your device: our database holds nothing that ties it to your licence.',
  },

  proof: {
    title: 'Prove that it is you',
    text: 'One document that shows who you are, and one that ties you to the register. A colleague looks at them; they are deleted when it is decided.',
    identity: 'Who you are',
    identityText: 'Passport, identity card or driving licence. You may cover everything but name, photo and validity.',
    licence: 'The tie to the register',
    licenceText: 'Certificate of registration, a letter from the register, or a picture of your own page there.',
    add: 'Add a photo or PDF',
    another: 'Add another',
    sending: 'Sending the document',
    kinds: 'JPEG, PNG, WebP or PDF, 10\u00a0MB at most. The name of the file is not kept.',
    document: (number: number) => `Document ${number}`,
    megabytes: (size: string) => `${size}\u00a0MB`,
    remove: 'Remove',
    missing: { identity: 'Add a document that shows who you are.', licence: 'Add a document that ties you to the register.' },
    submit: 'Hand in',
    submitting: 'Handing in',
  },

  more: { title: 'Something more is needed' },

  waiting: {
    title: (place: number) =>
      place === 1 ? 'You are next' : places[place - 1] ? `You are ${places[place - 1]} in line` : `You are number ${place} in line`,
    text: (email: string) =>
      `A colleague compares your application with the register. You can close this page; we write to ${email} when it is done.`,
    done: (done: number, all: number) => `${done} of ${all}`,
    doneLabel: 'steps done',
    placeLabel: 'your place',
    waitingLabel: (waiting: number) => `${count(waiting, 'application waits', 'applications wait')} in all`,
    email: 'E-mail confirmed',
    number: 'Number has the right form',
    documents: 'Documents sent',
    person: 'Compared by a person',
    personText: 'Name, number, specialty and standing, in the register of your country.',
    account: 'Your account is made on your device',
    state: { done: 'done', next: 'next', last: 'last' },
  },

  declined: {
    title: 'We could not verify you',
    text: (day: string) => `Decided on ${day}. This is what the person who looked at it wrote:`,
    again: 'Begin again',
    beginning: 'Opening',
    note: 'What you typed is kept; the documents were deleted. Absence from a public register is not held against you.',
  },

  approved: {
    title: 'You are verified',
    text: 'Your documents were deleted. What comes now happens on your device: your account is made there, and the registrar never learns which one it is.',
    enter: 'Go on to enter',
    renew: 'You have entered already? Then you need nothing here: sign in to the community.',
    toCommunity: 'To the community',
  },

  knows: {
    title: 'Who knows what',
    knows: 'The registrar knows',
    knowsList: ['your name and licence', 'your proof, until it is decided', 'your e-mail'],
    never: 'It never knows',
    neverList: ['your account', 'what you post', 'what you read'],
  },
}
