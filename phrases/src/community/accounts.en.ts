import { counted } from '../counted.ts'

const count = counted('en-GB')
const doctorsShare = (number: number): string => count(number, 'doctor shares', 'doctors share')

export const accounts = {
  promise:
    'No record, number or key joins your licence to your account, and nobody, ourselves included, holds a key that could: the ticket that lets you in is signed unseen. All we keep, with every message our signing service ever saw, places an account only in a crowd: the doctors who carry its label and had entered by then (in your first weeks, while backups remember, those who entered with you). You see how many they are. What you tell the network about yourself, what you write and when, leaving, a diary kept against our rules, and the code we serve you can still give you away; here is what we do about each.',

  welcome: {
    title: 'Ask colleagues, wherever they are',
    lede: 'A network of verified physicians and nobody else. Post a case from your phone; colleagues answer in their language and you read it in yours; the case is closed with what it turned out to be.',
    apply: 'Apply',
    signIn: 'Sign in',
    verified: 'Every member is a licensed physician',
    verifiedText: 'Somebody compares each application with the public register before anything clinical can be read.',
    anonymous: 'Under your name or not',
    anonymousText: 'An answer shows specialty and country, never who you are, unless you choose so. We cannot look it up either.',
    translated: 'English and Spanish',
    translatedText: 'Every case and answer arrives translated and marked as such; the original is one tap away.',
    promiseTitle: 'What we promise, word for word',
    demoTitle: 'This is a demo',
    demoText: 'The people and patients here are invented. Look around as one of them:',
    enter: 'Enter as',
    entering: 'Entering',
    demoRole: {
      asker: 'asks',
      answerer: 'answers',
      specialist: 'specialist',
      verifier: 'verifies applications',
    },
  },

  signIn: {
    title: 'Sign in',
    lede: 'With the passkey on this device: your fingerprint, face or screen lock. There is no password and no name.',
    withPasskey: 'Sign in with a passkey',
    waiting: 'Waiting for this device',
    refusedByDevice: 'No passkey was used. Try again, or sign in with your twelve words.',
    noPasskeys: 'This browser cannot use passkeys. Sign in with your twelve words.',
    wordsTitle: 'With the twelve words',
    wordsHint: 'In the order you wrote them down. They stay on this device; only a proof of them leaves it.',
    wordsLabel: 'Your twelve words',
    withWords: 'Sign in with the words',
    signingIn: 'Signing in',
    notYet: 'Not a member yet?',
    apply: 'Apply',
  },

  words: {
    unknown: (found: readonly { position: number; word: string }[]) =>
      found.length === 1
        ? `Word ${found[0]?.position}, “${found[0]?.word}”, is not in the list. Check its spelling.`
        : `These are not in the list: ${found.map(({ position, word }) => `${position} “${word}”`).join(', ')}. Check their spelling.`,
    count: (count: number) => `There must be 12 words; these are ${count}.`,
    doNotFit: 'Each word is in the list, but they do not belong together. One is another word, or two changed places.',
    listTitle: 'Twelve words',
  },

  join: {
    title: 'Your account is made here',
    steps: { words: 'Words', signature: 'Signature', device: 'Device', done: 'Done' },
    nothingTitle: 'Nothing to do here yet',
    nothingText: 'You come here from the registrar when your licence has been verified.',
    toRegistrar: 'Go to the registrar',

    wordsTitle: 'Write down twelve words',
    wordsText:
      'They are your account. They were made on this device a moment ago and nobody else has them: whoever has them is you, and without them and without this device nobody can let you back in.',
    wordsOnPaper: 'On paper, in this order. Not in a photo.',
    wordsWritten: 'I have written them down',
    haveWords: 'I began on another device',
    useThese: 'Go on with these words',
    goBack: 'Go back',
    crowd: (number: number, label: string) =>
      `You will appear as “${label}”. ${doctorsShare(number)} this label: it is the crowd you stand in, and it narrows the one you entered with.`,
    someoneElse:
      'Somebody began to join in this browser. If it was you, go on. If not, begin anew: their words are then gone from this browser.',
    goOn: 'Go on',
    beginAnew: 'I am somebody else: begin anew',

    signatureTitle: 'Signed unseen',
    signatureText: 'The registrar signs three tickets without seeing them. Nothing it keeps leads to your account.',
    groupText:
      'The registrar keeps your requests and signs them, unseen, together with those of the others who wait. Nothing it keeps leads to your account.',
    signing: 'Checking the keys',
    notOpened: 'The signatures do not fit what this device asked for. Nothing was used up; ask again.',
    askAgain: 'Ask again',

    waitingTitle: 'You enter with others',
    waitingText:
      'Your requests wait at the registrar and are signed together with the others, so that nobody can tell which account is whose. You are told by e-mail; nothing is lost if you close this page.',
    waitingSize: (size: number): string => (size === 1 ? 'doctor waits: you' : 'doctors wait, you among them'),
    waitingNext: (minimum: number) => `next opening, if ${minimum} wait by then`,
    waitingLatest: (when: string) => `You enter at ${when} at the latest, however few you are.`,
    look: 'Look whether we are in',

    deviceTitle: 'Make this device your key',
    deviceText: 'A passkey signs you in with your fingerprint, face or screen lock. It keeps a locked copy of your words.',
    deviceName: 'What should this device be called?',
    deviceNameHint: 'Only you see it.',
    makePasskey: 'Make the passkey',
    waiting: 'Waiting for this device',
    passkeyRefused: 'No passkey was made. Try again; your words and tickets are safe.',
    noPasskeys: 'This browser cannot make passkeys. Open this page in another one and go on with your twelve words.',

    checkTitle: 'Two of the twelve',
    checkText: 'This passkey cannot keep your words. So that they are not lost: which are these two?',
    checkWord: (position: number) => `Word ${position}`,
    checkWrong: (position: number) => `That is not word ${position}. Look at your paper.`,
    check: 'Check and join',
    joining: 'Joining',
    already: 'You have joined already, perhaps a moment ago. Sign in.',
    signIn: 'Sign in',

    doneTitle: 'You are in',
    doneText: (label: string) => `You appear as “${label}”. Nobody here can find out more.`,
    toHome: 'To the cases',
  },

  keysRefused: {
    title: 'Stopped, to protect you',
    text: 'The keys shown to this device are not those everybody should see. Nothing was sent. Tell your operator, and compare the six words of the key list with a colleague.',
    reason: 'Reason',
  },

  keys: {
    title: 'Compare the keys',
    text: 'The registrar signs with keys that everybody can see in one list. If somebody were shown a key of their own, their tickets could be told apart. These six words stand for the whole list: read them to a colleague. They must be the same everywhere on the same day.',
    listTitle: 'Six words',
    checked: (keys: number) =>
      `This device has checked ${count(keys, 'key', 'keys')}, each signed and chained to the one before, and continues what it saw before.`,
    countsTitle: 'Accounts and tickets',
    accountsOfRoots: 'accounts, of root tickets signed',
    validOfRenewals: 'valid accounts, of renewals signed',
    countsText: (k: number) =>
      `There can never be more accounts than tickets; more would mean a stolen key. A label shows only while ${k} doctors who have not shown their name carry it.`,
    alarmTitle: 'There are more accounts than tickets',
    alarmText: 'Somebody may be signing with a stolen key. Tell your operator now.',
  },

  renew: {
    title: 'Stay a member',
    text: 'Every two weeks the registrar signs, unseen and for everybody at once, that licences are good. Your device fetches its own signature; the registrar does not learn who asks.',
    ask: 'Fetch my signature',
    asking: 'Asking',
    handingIn: 'Handing in',
    done: 'Done. You are a member through the coming weeks.',
    waits: (time: string) => `Your request has been handed in. It is signed at ${time}, together with the others; look again then.`,
    deposit: 'Hand in for the coming months',
    depositText:
      'The registrar has no requests of yours for the coming months. Hand them in now: it asks for a code from your e-mail, once a quarter.',
    depositSoon:
      'So that the next months come by themselves, hand in requests for them: the registrar asks for a code from your e-mail, once a quarter.',
    toHome: 'To the cases',
    findSeedTitle: 'First, your words',
    findSeedText: 'This needs what only you have: your passkey, or your twelve words.',
    withPasskey: 'Use the passkey',
    withWords: 'Use the words',
    passkeyHasNone: 'This passkey does not keep your words. Type them.',
  },

  lapsed: {
    title: 'Your membership has run out',
    text: 'You can still read your own cases, and take away what you wrote. To take part again, fetch your signature; if none waits, an e-mail code and a new request bring you back at the next full hour.',
    cases: 'Your cases',
    renew: 'Renew',
    signOut: 'Sign out',
  },

  me: {
    title: 'Me',
    label: 'How you appear',
    crowd: (number: number) => `${doctorsShare(number)} this label. That is the crowd you stand in.`,
    widened: (label: string) => `Your label is “${label}”, but too few doctors carry it at the moment, so all of them are shown like this.`,
    shownLess: (label: string) => `Your label is “${label}”; you chose to show less.`,
    showAtMost: 'Show at most',
    showAtMostHint:
      'From the next case you write in; what stands already keeps its byline. Colleagues then weigh your answer with less to go by.',
    crowdUnknown: 'How many share this label cannot be read at the moment.',
    language: 'Language',
    theme: 'Appearance',
    themes: { system: 'As the device', light: 'Light', dark: 'Dark' },
    nearestWords: 'The product itself has no words in this language yet and speaks Spanish to you; what members write is translated.',
    reads: 'Languages you read without translation',
    interests: 'Interests',
    interestsHint: 'What you want to be asked about. Private: it orders your lists and is never shown as your specialty.',
    addInterest: 'Add an interest',
    interestsFull: 'Twelve are enough. Remove one to add another.',
    byline: 'Usual byline',
    bylines: { anonymous: 'Anonymous', name: 'With my name' },
    bylineHint: 'You can choose otherwise in each case.',
    nameShown: (name: string) => `Your name may be shown: ${name}`,
    showName: 'Show my name',
    devices: 'Devices',
    mine: 'Download what I wrote',
    mineHint:
      'One file with your cases, comments, drafts and settings. It joins everything this account wrote: keep it where only you can read it.',
    signOut: 'Sign out',
    signOutText: 'Everything Consilium keeps on this device goes: drafts not yet sent, pages read, settings of this browser.',
    signOutSeed: 'This passkey does not keep your twelve words: have them at hand, you will need them to stay a member.',
    signOutTitle: 'Sign out?',
    stay: 'Stay',
    signingOut: 'Signing out',
    saved: 'Saved',
    saving: 'Saving',
    changedElsewhere: 'Changed on another device meanwhile. This is how it stands now; change it again if you like.',
    validThrough: (day: string) => `Member until ${day}; renewed every two weeks.`,
    renewNow: 'Renew now',
  },

  devices: {
    title: 'Devices',
    text: 'Each of these passkeys signs you in. Remove those you no longer have.',
    thisOne: 'this one',
    add: 'Add this device',
    addText: 'Makes a passkey here. Your other devices will say that it was added.',
    remove: 'Remove',
    removeTitle: (name: string) => `Remove “${name}”?`,
    removeText: 'It can no longer sign in, and is signed out at once.',
    keep: 'Keep it',
    last: 'The last passkey cannot be removed. Add another first.',
    added: (names: string) => `Added to your account: ${names}. If that was not you, remove it now.`,
    look: 'See devices',
    refusedByDevice: 'No passkey was made. Try again when you are ready.',
    noted: 'It was me',
    name: 'Name of this device',
  },

  name: {
    title: 'Show my name',
    warning:
      'To the operator every post of this account, past ones too, is then yours, for good. Colleagues see the name only where you put it.',
    text: 'The registrar signs that this account is you, to the end of the next quarter. One name, one account.',
    ask: 'Go to the registrar',
    notNow: 'Stay without a name',
    signTitle: 'Say that it is you',
    signText: 'The registrar asks for a proof of your account. With it, it learns which account is yours.',
    sign: 'Sign and go on',
    keeping: 'Keeping the name',
    done: (name: string) => `You may now sign as ${name}. Choose it where you want it.`,
    back: 'Back to Me',
  },

  erase: {
    title: 'Erase my account',
    goes: 'Gone at once, on every device: your settings, devices, drafts, notifications, addresses and the name you showed. Cases of yours that are still open are withdrawn, since nobody would read the answers.',
    stays:
      'Left are bylines with specialty and country but nobody behind them, and a fingerprint of your key, so that no second account can be made with it.',
    forGood:
      'It cannot be undone, not even by us. To come back you say at the registrar that all is lost, and can enter anew half a year later.',
    writings: 'What you wrote in other cases, and your resolved ones',
    writingsWays: { stay: 'Stays', 'taken-back': 'Is taken back' },
    stayHint:
      'Colleagues go on learning from it. What is withdrawn or loses its name at one moment can be known as one doctor’s by who watches.',
    takenBackHint:
      'Your answers are removed and your cases withdrawn. They all go at one moment: who watches can then know them as one doctor’s.',
    stayHere: 'Stay',
    erase: 'Erase my account',
    erasing: 'Erasing',
    ask: 'Erase your account?',
    sure: 'This cannot be taken back. Your registration is at the registrar and is erased there.',
    doneTitle: 'Your account is erased',
    doneText: 'This browser has forgotten you, too. The registrar still knows that you are a verified doctor, not which account was yours.',
    registrar: 'Go to the registrar',
  },
}
