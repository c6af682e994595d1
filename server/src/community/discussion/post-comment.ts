import { pinsRenumbered } from '#atlas/namedPins.ts'
import { type CommentForm, limits } from '#contract/community/discussion.ts'
import { limits as pinLimits } from '#contract/community/pins.ts'
import type { Member } from '../../access.ts'
import { emit } from '../../platform/events.ts'
import { Refusal, refuse, refuseIf } from '../../platform/refuse.ts'
import { requestHash } from '../../platform/requestHash.ts'
import { takeByline } from '../bylines/take-byline.ts'
import type { Deps } from '../deps.ts'
import { Passed } from '../texts/Passed.ts'
import { writeText } from '../texts/write-text.ts'
import { commentPosted } from './discussion.events.ts'
import { whyNoComment, whyNoText } from './discussion.rules.ts'
import { addComment, addPins, commentStandsIn, findByKey, findPinned, findThread, recount } from './discussion.sql.ts'
import { hasTooManyPins, numberPins, whyNoPins } from './pins.rules.ts'
import { readerOf } from './reader.ts'
import { settingOf } from './setting.rules.ts'

type Needs = Pick<Deps, 'db' | 'clock' | 'ids' | 'jobs'>

/** A doctor says something in a thread; the same key again finds what it said the first time. */
export const postComment = async (
  deps: Needs,
  member: Member,
  threadId: string,
  { form, key, alsoIn }: { form: CommentForm; key: string; alsoIn?: Partial<Record<'en' | 'es', string>> },
): Promise<{ id: string }> => {
  const why = whyNoText(form.text)
  if (why === 'comment.too-long') refuse('comment.too-long', { max: limits.comment, length: form.text.length })
  refuseIf(why)
  const { pins = [] } = form
  if (hasTooManyPins(pins)) refuse('comment.pins-too-many', { max: pinLimits.pins })
  const passed = Passed.guard([{ path: 'text', text: form.text }], form)
  return deps.db.transaction().execute(async (trx) => {
    const thread = await findThread(trx, threadId, readerOf(member), { lock: true })
    if (!thread) return refuse('case.not-found')
    const bylineId = await takeByline(deps, trx, member, threadId, form.byline)
    const hash = requestHash(form)
    const before = await findByKey(trx, bylineId, key)
    if (before) {
      if (!before.request_hash.equals(hash)) throw new Refusal('request.repeat-differs')
      return { id: before.id }
    }
    refuseIf(whyNoComment(thread.state, form.kind))
    if (form.parentId !== null && !(await commentStandsIn(trx, form.parentId, threadId))) refuse('comment.parent-unknown')
    const { images, last } = pins.length > 0 ? await findPinned(trx, threadId) : { images: [], last: 0 }
    refuseIf(whyNoPins(pins, images))
    const { numbered, changed } = numberPins(pins, last)
    const text = pinsRenumbered(form.text, changed)
    const now = deps.clock.now()
    const id = deps.ids.timed(now)
    await addComment(trx, {
      id,
      thread_id: threadId,
      byline_id: bylineId,
      parent_id: form.parentId,
      kind: form.kind,
      text_id: await writeText(deps, trx, {
        language: form.language,
        body: text,
        passed: text === form.text ? passed : Passed.guard([{ path: 'text', text }], form),
        setting: settingOf(member.shown, thread.audience),
        ...(alsoIn ? { alsoIn: renumberedIn(alsoIn, changed) } : {}),
      }),
      confidence: form.confidence,
      seen: form.seen,
      posted_at: now,
      client_key: key,
      request_hash: hash,
    })
    if (numbered.length > 0)
      await addPins(
        trx,
        numbered.map(({ number, imageId, frame, x, y }) => ({
          thread_id: threadId,
          number,
          comment_id: id,
          image_id: imageId,
          frame,
          x,
          y,
        })),
      )
    await recount(trx, threadId)
    await emit(deps, trx, commentPosted, { threadId, commentId: id, kind: form.kind, byAsker: thread.isAsker })
    return { id }
  })
}

const renumberedIn = (alsoIn: Partial<Record<'en' | 'es', string>>, changed: ReadonlyMap<number, number>) =>
  Object.fromEntries(Object.entries(alsoIn).map(([language, text]) => [language, pinsRenumbered(text, changed)]))
