import { expect, test } from 'vitest'
import { epochOf } from '#tickets/tickets.rules.ts'
import type { Pending } from '../keys/tickets.ts'
import { outcomeOf } from './renew.rules.ts'

const now = new Date('2026-11-24T03:20:00Z')
const epoch = epochOf(now)
const renewal = (period: number): Pending => ({ claim: { kind: 'renewal', period }, hash: 'h' })
const label = (code: string): Pending => ({ claim: { kind: 'label', period: 3, label: code }, hash: 'l' })
const pending = [renewal(epoch), renewal(epoch + 1), label('cardiology.GB'), label('doctor.world')]

test('what was signed is done, and what waits for later epochs waits', () => {
  const outcome = outcomeOf(pending, { answers: ['signed-bytes', 'waiting', 'waiting', 'unknown'], rungs: null }, true, true, now)
  expect(outcome).toEqual({ renewed: true, notOpened: false, signedAt: null, next: null })
})

test('a lapsed doctor who has handed in comes back at the next full hour', () => {
  const outcome = outcomeOf(pending, { answers: ['waiting', 'waiting', 'waiting', 'waiting'], rungs: null }, true, false, now)
  expect(outcome).toEqual({ renewed: false, notOpened: false, signedAt: Date.parse('2026-11-24T04:00:00Z'), next: null })
})

test('months without a request, and labels nobody asked for, are to be handed in', () => {
  const answers = ['signed-bytes', 'unknown', 'waiting', 'waiting']
  expect(outcomeOf(pending, { answers, rungs: null }, true, true, now).next).toBe('deposit')
  const rungs = [{ code: 'cardiology.GB', period: 4 }]
  expect(outcomeOf(pending, { answers: ['signed-bytes', 'waiting', 'waiting', 'waiting'], rungs }, true, true, now).next).toBe('deposit')
})

test('an answer that is no signature stops here', () => {
  expect(outcomeOf(pending, { answers: ['other'], rungs: null }, false, false, now)).toMatchObject({ notOpened: true, next: null })
})
