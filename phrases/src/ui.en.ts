import { counted } from './counted.ts'

const count = counted('en-GB')

export const ui = {
  product: 'Consilium',
  ask: 'Ask colleagues',
  home: 'Home',
  search: 'Search',
  me: 'Me',
  clock: 'The clock',
  notifications: 'Notifications',
  unread: (n: number) => `${n} unread`,
  close: 'Close',
  skip: 'Skip to the content',
  sections: 'Sections',
  otherLanguage: 'Español',
  wait: 'One moment',
  left: (characters: number) => `${characters.toLocaleString('en-GB')} left`,
  over: (characters: number) => `${characters.toLocaleString('en-GB')} too many`,
  remove: (what: string) => `Remove ${what}`,
  noneFound: 'Nothing found. Try another word.',
  found: (options: number) => `${options} found`,
  dismiss: 'Dismiss',
  code: 'Code',
  copyCode: 'Copy the code',
  copied: 'Copied',
  tryAgain: 'Try again',
  stepOf: (at: number, of: number) => `Step ${at} of ${of}`,
  stepDone: 'done',
  offline: {
    title: 'No network.',
    reading: (time: string) => `You are reading what was here at ${time}.`,
    waiting: (letters: number) => `${count(letters, 'thing', 'things')} will be sent once, when the network is back.`,
    sentence: 'There is no network. What you wrote is safe on this device; try again when it is back.',
  },
  outbox: {
    sending: (letters: number) => `${count(letters, 'thing is', 'things are')} waiting to be sent.`,
    refused: 'Something kept for later was refused.',
    discard: 'Discard',
    tryNow: 'Try now',
  },
  failed: {
    title: 'This page could not be shown',
    sentence:
      'Something went wrong here. What you wrote is safe on this device. Try again; if it fails twice, tell your operator the code.',
  },
  newVersion: {
    title: 'There is a newer version',
    sentence: 'This page belongs to an older one. Load it again to go on; what you wrote is kept.',
    reload: 'Load again',
  },
  notFound: { title: 'There is no such page', sentence: 'The address may be mistyped, or the page is gone.', home: 'Go to the start' },
  demo: 'Demo: invented people and patients.',
  registrar: 'Registrar',
  desk: 'Verification desk',
  demoMailbox: {
    title: 'The demo’s mailbox',
    text: 'A demo sends no mail. What it would have sent lies here, for everybody to read.',
    to: 'To',
    empty: 'No letter yet. It can take a second.',
    back: 'Back',
  },
}
