import type { Member } from '../../access.ts'
import { emit } from '../../platform/events.ts'
import { refuse } from '../../platform/refuse.ts'
import { takeBylineAsItIs } from '../bylines/take-byline.ts'
import type { Deps } from '../deps.ts'
import { readerOf } from '../discussion/reader.ts'
import { addReport, findShownImage, removeImage, removeImages, reportsOf, wentForGood } from '../media/show-images-in-thread.ts'
import { notify } from '../notifications/notify.ts'
import { caseImagesGone } from './cases.events.ts'
import { findCase } from './cases.sql.ts'

type Needs = Pick<Deps, 'db' | 'clock' | 'jobs'>

/** The patient no longer agrees: the asker takes every image of the case away, for all and for good. The words stay. Told again, nothing is left to take. */
export const withdrawConsent = (deps: Needs, member: Member, caseId: string): Promise<{ images: number }> =>
  deps.db.transaction().execute(async (trx) => {
    const found = await findCase(trx, caseId, readerOf(member), { lock: true })
    if (!found) return refuse('case.not-found')
    if (found.state === 'withdrawn') refuse('case.gone')
    if (!found.isAsker) refuse('case.not-yours')
    const images = await removeImages(deps, trx, caseId, 'consent')
    await emit(deps, trx, caseImagesGone, { caseId })
    return { images }
  })

/**
 * Somebody recognises the patient, or could: the image is gone for all at once, before anybody has judged.
 * Said by the asker, its files go too; said by another, they stay out of reach until a moderator has looked.
 */
export const tellRecognisable = (
  deps: Pick<Deps, 'db' | 'clock' | 'ids' | 'jobs'>,
  member: Member,
  imageId: string,
): Promise<{ files: 'removed' | 'kept' }> =>
  deps.db.transaction().execute(async (trx) => {
    const image = await findShownImage(trx, imageId)
    const found = image && (await findCase(trx, image.threadId, readerOf(member), { lock: true }))
    if (!image || !found) return refuse('image.not-found')
    const files = found.isAsker ? 'removed' : 'kept'
    if (!found.isAsker) {
      const byline = await takeBylineAsItIs(deps, trx, member, image.threadId)
      const said = await reportsOf(trx, imageId)
      const mine = said.find(({ bylineId }) => bylineId === byline)
      // Looked at once, it is not hidden again by the same doctor; a second doctor may.
      if (mine && mine.state !== 'waiting') return refuse('image.report-settled')
      if (mine) return { files }
      if (await wentForGood(trx, imageId)) return { files: 'removed' }
      const id = deps.ids.random()
      await addReport(trx, { id, image_id: imageId, byline_id: byline })
      if (found.askerBylineId)
        await notify(deps, trx, [
          { to: { byline: found.askerBylineId }, kind: 'image-hidden', about: image.threadId, key: `image-hidden:${id}` },
        ])
    }
    const removed = await removeImage(deps, trx, imageId, { because: 'recognisable', files })
    if (removed) await emit(deps, trx, caseImagesGone, { caseId: image.threadId })
    return { files }
  })
