import type { Member } from '../../access.ts'
import { JsonText } from '../../platform/bind.ts'
import { emit } from '../../platform/events.ts'
import { refuse } from '../../platform/refuse.ts'
import { takeBylineAsItIs } from '../bylines/take-byline.ts'
import type { Deps } from '../deps.ts'
import { readerOf } from '../discussion/reader.ts'
import { bringImageBack, removeImage, reportsOf } from '../media/show-images-in-thread.ts'
import { notify } from '../notifications/notify.ts'
import { caseImageBack } from './cases.events.ts'
import { imageReportsJson, lockReportedImage } from './cases.sql.ts'

/** Images another than their asker said the patient can be recognised in, for a moderator. */
export const listImageReports = async ({ db }: Pick<Deps, 'db'>, member: Member): Promise<JsonText> =>
  new JsonText(`{"items":${await imageReportsJson(db, readerOf(member))}}`)

/**
 * A moderator has looked: the image is shown again, or gone for good. Neither who asked nor who reported decides, and nothing is decided twice.
 * Both are told what became of it, by nobody they could name.
 */
export const settleImageReport = (
  deps: Pick<Deps, 'db' | 'clock' | 'ids' | 'jobs'>,
  member: Member,
  imageId: string,
  bringBack: boolean,
): Promise<{ state: 'brought-back' | 'removed' }> =>
  deps.db.transaction().execute(async (trx) => {
    const image = await lockReportedImage(trx, imageId, member.accountId)
    const said = image ? await reportsOf(trx, imageId) : []
    if (!image || said.length === 0) return refuse('image.not-found')
    if (!image.mayLook) return refuse('image.report-own')
    const waiting = said.filter(({ state }) => state === 'waiting')
    const by = await takeBylineAsItIs(deps, trx, member, image.caseId)
    const state = bringBack ? 'brought-back' : 'removed'
    if (waiting.length === 0) {
      // Asked again because the reply was lost.
      return said.some((report) => report.settledBy === by && report.state === state) ? { state } : refuse('image.report-settled')
    }
    if (bringBack) {
      await bringImageBack(trx, imageId, by)
      await emit(deps, trx, caseImageBack, { caseId: image.caseId })
    } else await removeImage(deps, trx, imageId, { because: 'recognisable', files: 'removed', settledBy: by })
    const kind = bringBack ? 'image-back' : 'image-removed'
    const concerned = [image.askerBylineId, ...waiting.map(({ bylineId }) => bylineId)].flatMap((byline) => byline ?? [])
    await notify(
      deps,
      trx,
      [...new Set(concerned)].map(
        (byline) => ({ to: { byline }, kind, about: image.caseId, key: `${kind}:${imageId}:${by}:${said.length}` }) as const,
      ),
    )
    return { state }
  })
