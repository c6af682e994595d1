export const entering = {
  label: { doctor: 'doctor', everywhere: 'worldwide' },
  whoTitle: 'First, that it is you',
  whoText: 'This visit has ended, or has not begun. A code to your e-mail address opens it again; nothing is lost.',

  enter: {
    title: 'Enter Consilium',
    text: 'Your account is made on your device, with twelve words only you have. The registrar signs three tickets without seeing them, so that nobody, ourselves included, can tell which account is yours.',
    shownAs: 'Your contributions will say',
    crowdLabel: (crowd: number): string =>
      crowd === 1 ? 'doctor carries this label: you alone' : 'doctors will share this label, you included',
    enteredLabel: (entered: number): string =>
      entered === 1 ? 'may have entered so far: you alone' : 'may have entered so far, you included',
    assigned: 'The label is the finest that enough doctors share. It is assigned, not chosen, and it narrows the crowd you enter with.',
    coarse: 'Few doctors share your specialty here yet, so your label says no more than this. It becomes finer when the crowd has grown.',
    groupTitle: 'Enter with the next group',
    groupText: (minimum: number, when: string) =>
      `At each full hour those who wait enter together once they are ${minimum}; at ${when} however few they are. Then nobody, backups included, can tell the accounts of a group apart.`,
    groupSize: (size: number): string =>
      size === 1 ? 'would enter with this group so far: you alone' : 'would enter with this group so far, you included',
    group: 'Enter with the group',
    mine: (size: number, when: string) =>
      size === 1
        ? `You wait for a group. You enter at ${when} at the latest.`
        : `You wait with ${size - 1} others. You enter at ${when} at the latest.`,
    look: 'Look whether we are in',
    labelWhen: 'When do you take the label?',
    labelWhenHint: 'It narrows the crowd you enter with. Until you have it you appear as “doctor · worldwide”.',
    labelWhens: { now: 'At once', later: 'In the next weeks' },
    nowTitle: 'Entering now means entering alone',
    nowText:
      'Until tonight, when everything is shuffled, and for as long as backups are kept (30\u00a0days), somebody who holds them could tell that an account was made at this hour. After that you stand in the crowd above.',
    now: 'Enter now',
    again:
      'Your root ticket has been signed already. With the same twelve words you can finish joining, on this device or another; with other words nothing can be signed.',
    finish: 'Finish joining',
    signIn: 'I have an account: sign in',
  },

  issue: {
    title: 'Signed unseen',
    signing: 'Signing',
    checkTitle: 'Did you come here yourself?',
    checkJoin:
      'Somebody asks for the tickets of your account, for life. Go on only if you were making your account in Consilium a moment ago.',
    checkRenewTitle: 'Hand in requests for the coming months?',
    checkRenew:
      'Every two weeks, to the end of next quarter, one of them is signed while your licence is good. Go on if you came here from Consilium.',
    handIn: 'Hand in',
    stopped: 'Stopped, to protect you',
    differTitle: 'Two copies of the key list differ',
    differText:
      'The list of keys shown to you at the community is not the one shown here. Nothing was signed. Tell your operator, and compare the six words of the key list with a colleague. Reason:',
    collectTitle: 'Fetching signatures',
    collecting: 'Fetching, without saying who asks',
    collectAgain: 'Try again',
    sign: 'Sign',
    cancel: 'Do not sign',
    nothingTitle: 'There is nothing to sign',
    nothingText: 'This page is part of joining and renewing, which begin elsewhere.',
    toEnter: 'To the beginning',
  },

  registration: {
    title: 'Your registration',
    link: 'Lost or stolen words, or to be erased',
    lostTitle: 'Words and devices are lost',
    lostText:
      'Nobody can let you back in, ourselves included. Half a year after you say so here, a new root can be signed for you, once in two years; what was handed in for the old account and is not signed yet is then dropped, so that it lapses first. If you find your words, say so.',
    lost: 'I have lost everything',
    lostSince: (on: string, until: string) => `You said so on ${on}. From ${until} you can enter anew.`,
    found: 'I have found my words',
    stolenTitle: 'Words or devices are stolen',
    stolenText:
      'If somebody else may have your words, or a device that is signed in, say so at once. Secure your mailbox first. If you have only lost a device and still have your words, remove it under your devices instead.',
    stolen: 'My words or devices were stolen',
    stolenAsk: 'Were they stolen?',
    stolenSure:
      'Your membership rests from now on, and nothing more is signed for the old account: it lapses within four weeks. You prove your licence from the start, before two people. Then a new account can be made, once in two years; what the old one wrote stays there.',
    stolenSay: 'Yes, stop it',
    eraseTitle: 'Be erased here',
    eraseText:
      'The registrar forgets your name, your address, your licence number, your applications and all requests. Left are a keyed hash of each licence and whether a root was issued, so that nobody ever has two accounts. Your account in the community is not touched: it lapses within 17 days, unless you apply again.',
    erase: 'Erase my registration',
    eraseAsk: 'Erase your registration?',
    eraseSure:
      'This cannot be taken back. If you apply again later, your account can be renewed with the words you have; a new one cannot be made.',
    stay: 'Stay',
  },

  name: {
    title: 'Show your name',
    warning:
      'From then on every post of this account, past ones too, is yours for whoever runs the community, for good. Colleagues see your name only where you put it.',
    text: (name: string, specialty: string, country: string) => `We would sign: this account is ${name}, ${specialty}, ${country}.`,
    through: (day: string) => `The signature counts until ${day}; then it is signed again. One name can stand for one account only.`,
    crowd: 'You then no longer count towards the crowd of your label.',
    notNow: 'Not now',
    goOn: 'Go on: prove the account',
    sign: 'Sign my name',
    signing: 'Signing',
    nothingText: 'The account has answered. This is the last step; it cannot be taken back.',
  },
}
