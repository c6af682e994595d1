import { expect, test } from 'vitest'
import { inTurns } from './inTurns.ts'

test('no more are under way than may be, they come in order, and one that fails gives its place on', async () => {
  const turn = inTurns(2)
  let [under, most] = [0, 0]
  const ended: number[] = []
  const work = (n: number) => async () => {
    under += 1
    most = Math.max(most, under)
    await new Promise((done) => setImmediate(done))
    under -= 1
    if (n === 1) throw new Error('broken')
    ended.push(n)
  }
  await Promise.allSettled([0, 1, 2, 3, 4, 5].map((n) => turn(work(n))))
  expect(most).toBe(2)
  expect(ended).toEqual([0, 2, 3, 4, 5])
})
