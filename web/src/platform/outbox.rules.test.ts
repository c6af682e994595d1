import { describe, expect, it } from 'vitest'
import type { Problem } from '#contract/problem.ts'
import { Offline, Refused } from './call.ts'
import { type Attempt, attemptOf, type KeptLetter, nextLetter, withLetter } from './outbox.rules.ts'
import { type Post, sendLetters } from './sendLetters.ts'

const letter = (key: string): KeptLetter => ({ promise: 'postComment', key, body: { text: key }, keptAt: 0, owner: 'me' })

const refusal = (status: number, code: string) =>
  new Refused({ type: '', title: '', detail: '', status, code, params: {}, requestId: '' } satisfies Problem)

/** An outbox in memory whose server answers as it is told. */
const post = (letters: readonly KeptLetter[], answers: Record<string, Attempt>) => {
  const sent: string[] = []
  let kept = letters
  let busy = false
  const box: Post = {
    read: async () => kept,
    change: async (next) => {
      kept = next(kept)
    },
    alone: async (work) => {
      if (busy) return
      busy = true
      await work()
      busy = false
    },
    send: async ({ key }) => {
      sent.push(key)
      return answers[key] ?? 'sent'
    },
  }
  return { box, sent, kept: () => kept }
}

describe('an attempt', () => {
  it('is made again later without a network, or when the server cannot take it now', () => {
    expect(attemptOf(new Offline())).toBe('later')
    expect(attemptOf(refusal(503, 'server.read-only'))).toBe('later')
    expect(attemptOf(refusal(429, 'request.too-many'))).toBe('later')
  })

  it('is over when the server says no, and keeps the reason', () => {
    expect(attemptOf(refusal(409, 'case.closed'))).toEqual({ refused: 'case.closed' })
  })
})

describe('the outbox', () => {
  it('holds one letter for one deed, however often it is kept', () => {
    const letters = withLetter(withLetter([letter('a'), letter('b')], letter('c')), { ...letter('b'), keptAt: 9 })
    expect(letters.map(({ key, keptAt }) => [key, keptAt])).toEqual([
      ['a', 0],
      ['b', 9],
      ['c', 0],
    ])
  })

  it('sends in the order of writing and keeps nothing that went out', async () => {
    const { box, sent, kept } = post([letter('a'), letter('b')], {})
    expect(await sendLetters(box)).toEqual(['a', 'b'])
    expect(sent).toEqual(['a', 'b'])
    expect(kept()).toEqual([])
  })

  it('stops where the network ends and goes on from there', async () => {
    const answers: Record<string, Attempt> = { b: 'later' }
    const { box, sent, kept } = post([letter('a'), letter('b'), letter('c')], answers)
    expect(await sendLetters(box)).toEqual(['a'])
    expect(kept().map(({ key }) => key)).toEqual(['b', 'c'])
    answers['b'] = 'sent'
    expect(await sendLetters(box)).toEqual(['b', 'c'])
    expect(sent).toEqual(['a', 'b', 'b', 'c'])
  })

  it('keeps a refused letter with its reason, lets the others pass and does not try it again', async () => {
    const { box, sent, kept } = post([letter('a'), letter('b')], { a: { refused: 'case.closed' } })
    await sendLetters(box)
    await sendLetters(box)
    expect(sent).toEqual(['a', 'b'])
    expect(kept()).toEqual([{ ...letter('a'), refused: 'case.closed' }])
    expect(nextLetter(kept(), new Set())).toBeNull()
  })

  it('sends once when two tabs try at the same time', async () => {
    const { box, sent } = post([letter('a')], {})
    await Promise.all([sendLetters(box), sendLetters(box)])
    expect(sent).toEqual(['a'])
  })

  it('sends what was kept while it was sending', async () => {
    const { box, sent } = post([letter('a')], {})
    const { send } = box
    let added = false
    await sendLetters({
      ...box,
      send: async (one) => {
        if (!added) await box.change((letters) => withLetter(letters, letter('late')))
        added = true
        return send(one)
      },
    })
    expect(sent).toEqual(['a', 'late'])
  })
})
