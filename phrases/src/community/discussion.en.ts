import type { ShownComment } from '#contract/community/discussion.ts'
import { counted } from '../counted.ts'

const count = counted('en-GB')

const confidences: Record<NonNullable<ShownComment['confidence']>, string> = {
  likely: 'Likely',
  possible: 'Possible',
  'long-shot': 'Long shot',
}
const seenBefore: Record<NonNullable<ShownComment['seen']>, string> = {
  never: 'never',
  once: 'once',
  few: 'a few times',
  many: 'many times',
}

export const discussion = {
  answers: (answers: number) => (answers === 0 ? 'No answer yet' : count(answers, 'answer', 'answers')),
  otherComments: (comments: number) => count(comments, 'other comment', 'other comments'),
  beFirst: 'Nobody has answered yet. What would you do next?',
  waitForFirst: 'Nobody has answered yet. Answers appear here by themselves.',
  confidences,
  seenIt: (seen: NonNullable<ShownComment['seen']>) => `Seen it: ${seenBefore[seen]}`,
  questionNotAnswer: 'Question, not an answer',
  answeredAt: (time: string) => `answered at ${time}`,
  answeredAfter: (wait: string) => `answered after ${wait}`,
  comment: 'Comment, not an answer',
  replyTo: (who: string) => `to ${who}`,
  beforeUpdate: 'Answered before this result',
  helped: 'Helped',
  isNew: 'New',
  takenBack: 'Taken back by its author',
  afterAsking: (wait: string) => `${wait} after asking`,

  newComments: (comments: number) => count(comments, 'new comment', 'new comments'),
  newAnswers: (answers: number) => count(answers, 'new answer', 'new answers'),

  answer: 'Answer',
  reply: 'Reply',
  edit: 'Edit',
  takeBack: 'Take back',
  undo: 'Undo',
  takenBackToast: 'Taken back.',
  stands: 'It stands again.',
  editUntil: (time: string) => `You can edit this until ${time}.`,
  saveEdit: 'Save',
  cancelEdit: 'Leave as it was',
  edited: 'Changed.',

  composer: {
    title: 'Your answer',
    titleComment: 'Your comment',
    label: 'Write your answer',
    placeholder: 'Answer, or ask back…',
    placeholderComment: 'Add a comment…',
    placeholderReply: 'Write your reply…',
    replyingTo: (who: string) => `Reply to ${who}`,
    stopReplying: 'Not a reply',
    kind: 'What this is',
    kinds: { answer: 'Answer', 'question-back': 'Question back', comment: 'Comment' },
    answersTheQuestion: 'Answers the question',
    proposedQuestion: 'It ends in a question mark, so it goes out as a question back.',
    confidence: 'How sure are you?',
    seen: 'Seen it',
    seenOptions: { none: 'not said', never: 'never', once: 'once', few: 'a few times', many: 'many times' },
    send: { answer: 'Send answer', 'question-back': 'Ask back', comment: 'Send comment' },
    sending: 'Sending',
    sent: { answer: 'Answer sent.', 'question-back': 'Question sent.', comment: 'Comment sent.' },
    kept: 'Kept on this device. It is sent once, when the network is back.',
    waitingToBeSent: 'Waiting to be sent',
    keptNote: 'Waiting for the network: sent once, by itself.',
    savedHere: 'Saved on this device',
    closedForAnswers: 'The case is closed: it takes comments, no new answers.',
    tooLong: (length: number, max: number) =>
      `${count(length, 'character', 'characters')}, at most ${max.toLocaleString('en-GB')}. Shorten it; nothing is lost.`,
    empty: 'Write something first.',
  },
}
