import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ShownComment } from '#contract/community/discussion.ts'
import { said } from './said.ts'
import { answeredAt, kindOf, newSince, threadsOf } from './threads.rules.ts'

const outline = (comments: readonly ShownComment[]) =>
  threadsOf(comments).map(({ head, replies }) => [
    head.id,
    ...replies.map(({ comment, to }) => (to ? `${comment.id}>${to.id}` : comment.id)),
  ])

test('threads stand in the order their first word was said, replies under it', () => {
  expect(outline([said('b', 6), said('a', 2), said('a1', 9, { parentId: 'a' }), said('a2', 7, { parentId: 'a' })])).toEqual([
    ['a', 'a2', 'a1'],
    ['b'],
  ])
})

test('a reply to a reply stays in the thread and says whom it answers', () => {
  expect(outline([said('a', 1), said('b', 2, { parentId: 'a' }), said('c', 3, { parentId: 'b' })])).toEqual([['a', 'b', 'c>b']])
})

test('what helped comes first', () => {
  expect(outline([said('a', 1), said('b', 2, { helped: true }), said('c', 3)])).toEqual([['b'], ['a'], ['c']])
})

test('a reply to something gone stands by itself', () => {
  expect(outline([said('b', 2, { parentId: 'gone' })])).toEqual([['b']])
})

test('every comment is shown exactly once, whatever refers to what', () =>
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(59), fc.option(fc.nat(9))), { maxLength: 10 }), (drawn) => {
      const comments = drawn.map(([minute, parent], index) =>
        said(`c${index}`, minute, { parentId: parent === null ? null : `c${parent}` }),
      )
      const shown = threadsOf(comments).flatMap(({ head, replies }) => [head.id, ...replies.map(({ comment }) => comment.id)])
      return shown.length === comments.length && new Set(shown).size === shown.length
    }),
  ))

test('a question back is answered by the asker’s reply or by an update, whichever came first', () => {
  const question = said('q', 2, { kind: 'question-back' })
  const reply = said('r', 11, { parentId: 'q', byAsker: true, kind: 'comment' })
  expect(answeredAt(question, [question], [])).toBeNull()
  expect(answeredAt(question, [question, reply], [])).toBe(reply.at)
  expect(answeredAt(question, [question, reply], [{ at: said('u', 9).at }])).toBe(said('u', 9).at)
  expect(answeredAt(question, [question, said('x', 5, { parentId: 'q' })], [{ at: said('u', 1).at }])).toBeNull()
})

test('what is new is what others have said since', () => {
  const mine = said('m', 5)
  const comments = [said('a', 1), { ...mine, byline: { ...mine.byline, mine: true } }, said('b', 6), said('t', 7, { text: null })]
  expect(newSince(null, comments)).toEqual([])
  expect(newSince(new Set(['a']), comments).map(({ id }) => id)).toEqual(['b'])
})

const saying = { answers: null, isReply: false, byAsker: false, settled: false } as const

test('a text is an answer unless it ends as a question', () => {
  expect(kindOf('Admit tonight.', saying)).toBe('answer')
  expect(kindOf('What was the lactate? ', saying)).toBe('question-back')
  expect(kindOf('«¿Cuánto es el lactato?»', saying)).toBe('question-back')
  expect(kindOf('Fontan? Yes: admit.', saying)).toBe('answer')
})

test('what its author says stands', () => {
  expect(kindOf('Why not ECMO?', { ...saying, answers: true })).toBe('answer')
  expect(kindOf('I saw one last year.', { ...saying, answers: false })).toBe('comment')
  expect(kindOf('And the lactate?', { ...saying, answers: false })).toBe('question-back')
})

test('a reply is a comment by itself, and an answer when its author says so', () => {
  expect(kindOf('I agree.', { ...saying, isReply: true })).toBe('comment')
  expect(kindOf('I would not.', { ...saying, isReply: true, answers: true })).toBe('answer')
})

test('a closed case takes no answer, and an asker does not answer their own question', () => {
  expect(kindOf('Admit.', { ...saying, settled: true })).toBe('comment')
  expect(kindOf('Admit.', { ...saying, settled: true, answers: true })).toBe('comment')
  expect(kindOf('Lactate 3.4.', { ...saying, byAsker: true })).toBe('comment')
  expect(kindOf('And then?', { ...saying, byAsker: true, answers: true })).toBe('comment')
})
