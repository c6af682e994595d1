import { randomBytes, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { aCommunity } from '#server/testing/aCommunity.ts'
import { aForm } from '#server/testing/aForm.ts'
import { anAnswer } from '#server/testing/anAnswer.ts'
import { fromBase64url } from '#tickets/base64url.ts'
import { signStatement } from '#tickets/join.ts'
import { rootKeyOf } from '#tickets/seed.ts'
import type { Member } from '../../access.ts'
import { banAccount } from '../accounts/ban.ts'
import { startChallenge } from '../accounts/challenges.ts'
import { rootHashOf } from '../accounts/root.ts'
import { hashOf, startSession } from '../accounts/sessions.ts'
import { closeCase } from '../cases/change-case.ts'
import { postCase } from '../cases/post-case.ts'
import { showCase } from '../cases/show-case.ts'
import { postComment } from '../discussion/post-comment.ts'
import { keepDraft } from '../drafts/keep-draft.ts'
import { eraseAccount } from './erase-account.ts'

const { deps, aDoctor } = await aCommunity()
const { db } = deps

/** A doctor and the words of their account. */
const aHolder = async (label: string, more?: { name?: string }) => {
  const member = await aDoctor(label, more)
  const root = rootKeyOf(new Uint8Array(randomBytes(16)))
  const bytes = Buffer.from(fromBase64url(root.publicKey) ?? [])
  await db.updateTable('account').set({ root_key: bytes }).where('id', '=', member.accountId).execute()
  const erase = async (writings: 'stay' | 'taken-back', signedFor: 'stay' | 'taken-back' = writings, by = root) => {
    const { challengeId, challenge } = await startChallenge(deps)
    const proof = signStatement({ kind: 'erase', writings: signedFor, origin: deps.origin, challenge }, by)
    const form = { challengeId, rootKey: root.publicKey, proof, writings }
    await eraseAccount(deps, form)
    return form
  }
  return { member, erase, root: bytes }
}

const outcome = { finalDiagnosis: 'Bronquitis plástica', confirmedBy: 'imaging', course: '', learningPoint: '', helped: [] } as const

const refusal = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'no refusal',
    (error: { code?: string }) => error.code ?? String(error),
  )

const ask = (member: Member, byline: 'anonymous' | 'name' = 'anonymous') =>
  postCase(deps, member, { form: { ...aForm(), byline }, draftId: null, key: randomUUID() })
const answer = (member: Member, caseId: string, byline: 'anonymous' | 'name' = 'anonymous') =>
  postComment(deps, member, caseId, { form: anAnswer({ byline }), key: randomUUID() })
const resolve = (member: Member, caseId: string) => closeCase(deps, member, caseId, { language: 'es', outcome: { ...outcome, helped: [] } })
const shown = async (reader: Member, caseId: string) => JSON.parse((await showCase(deps, reader, caseId)).text)

test('whoever leaves is behind nothing any more: settings, sessions and drafts go, open cases are withdrawn, the rest stays without a name', async () => {
  const reader = await aDoctor('cardiology.GB')
  const { member, erase } = await aHolder('general-practice.MX', { name: 'Demo Doctor' })
  const token = await startSession(deps, member.accountId, null)
  await keepDraft(deps, member, randomUUID(), { revision: 0, form: aForm() })
  const open = await ask(member)
  const resolved = await ask(member, 'name')
  await resolve(member, resolved.id)
  const theirs = await ask(reader)
  await answer(member, theirs.id, 'name')
  expect((await shown(reader, theirs.id)).comments[0].byline).toMatchObject({ kind: 'name', name: 'Demo Doctor' })

  await erase('stay')

  for (const table of ['account_settings', 'passkey', 'session', 'draft', 'notification', 'ring_member'] as const)
    expect(await db.selectFrom(table).select('account_id').where('account_id', '=', member.accountId).execute()).toEqual([])
  expect(await db.selectFrom('session').select('token_hash').where('token_hash', '=', hashOf(token)).execute()).toEqual([])
  expect(await refusal(showCase(deps, reader, open.id))).toBe('case.gone')
  expect((await shown(reader, resolved.id)).byline).toMatchObject({ kind: 'anonymous', name: null, mine: false })
  const { comments } = await shown(reader, theirs.id)
  expect(comments).toHaveLength(1)
  expect(comments[0]).toMatchObject({ byline: { kind: 'anonymous', name: null, mine: false } })
})

test('taken back, answers and resolved cases go too, also where the account could read no more', async () => {
  const reader = await aDoctor('cardiology.GB')
  const { member, erase } = await aHolder('dermatology.ES')
  const resolved = await ask(member)
  await resolve(member, resolved.id)
  const theirs = await ask(reader)
  await answer(member, theirs.id)
  await db
    .updateTable('thread')
    .set({ audience: 'specialties', specialties: ['cardiology'] })
    .where('id', '=', theirs.id)
    .execute()
  await erase('taken-back')
  expect(await refusal(showCase(deps, reader, resolved.id))).toBe('case.gone')
  expect((await shown(reader, theirs.id)).comments).toEqual([])
})

test('a case in which somebody who left has answered still finds whom to ask', async () => {
  const asker = await aDoctor('general-practice.MX')
  const { member, erase } = await aHolder('cardiology.GB')
  const { id } = await ask(asker)
  await answer(member, id)
  await erase('stay')
  const { rows } = await sql<{ account_id: string | null }>`select account_id from accounts_spared(${id}, ${new Date(0)})`.execute(db)
  expect(rows).toEqual([{ account_id: asker.accountId }])
})

test('only R erases, only what it signed for, and only once', async () => {
  const { member, erase } = await aHolder('general-practice.MX')
  const other = rootKeyOf(new Uint8Array(randomBytes(16)))
  expect(await refusal(erase('stay', 'stay', other))).toBe('account.proof-refused')
  expect(await refusal(erase('taken-back', 'stay'))).toBe('account.proof-refused')
  expect(await db.selectFrom('account').select('id').where('id', '=', member.accountId).execute()).toHaveLength(1)
  const form = await erase('stay')
  expect(await refusal(eraseAccount(deps, form))).toBe('account.challenge-unknown')
  expect(await refusal(erase('stay'))).toBe('account.unknown')
})

test('a banned account may be erased, and the ban stays with its root', async () => {
  const { member, erase, root } = await aHolder('general-practice.MX')
  await db
    .insertInto('spent_root')
    .values({ root_hash: rootHashOf(root), shuffle: 0.5 })
    .execute()
  await banAccount(deps, member.accountId, true)
  await erase('stay')
  expect(await db.selectFrom('account').select('id').where('id', '=', member.accountId).execute()).toEqual([])
  expect(await db.selectFrom('spent_root').select('banned').where('root_hash', '=', rootHashOf(root)).execute()).toEqual([{ banned: true }])
})
