import type { Member } from '../../access.ts'
import { emit } from '../../platform/events.ts'
import { refuse, refuseIf } from '../../platform/refuse.ts'
import { dropByline } from '../bylines/drop-byline.ts'
import type { Deps } from '../deps.ts'
import { whyNoUndo } from '../discussion/discussion.rules.ts'
import { readerOf } from '../discussion/reader.ts'
import { dropThread, wasSpokenIn } from '../discussion/threads.ts'
import { takePostedForm } from '../drafts/posted-form.ts'
import { giveImagesBack } from '../media/show-images-in-thread.ts'
import { dropTexts } from '../texts/drop-texts.ts'
import { caseUndone } from './cases.events.ts'
import { dropCase, findCase, textsOfCase } from './cases.sql.ts'

/** Within ten seconds of posting, and before anybody has said anything or had an image taken away, the case becomes a draft again. */
export const undoPosting = (
  deps: Pick<Deps, 'db' | 'clock' | 'secrets' | 'jobs'>,
  member: Member,
  caseId: string,
): Promise<{ draftId: string }> =>
  deps.db.transaction().execute(async (trx) => {
    const found = await findCase(trx, caseId, readerOf(member), { lock: true })
    if (!found) return refuse('case.not-found')
    if (!found.isAsker) refuse('case.not-yours')
    if (found.updates > 0 || (await wasSpokenIn(trx, caseId))) refuse('case.undo-too-late')
    refuseIf(whyNoUndo(found.askedAt, deps.clock.now()))
    const draftId = await takePostedForm(trx, member, caseId)
    if (!draftId) return refuse('case.undo-too-late')
    const texts = await textsOfCase(trx, caseId)
    if (!(await giveImagesBack(deps, trx, member, caseId))) refuse('case.undo-too-late')
    await dropCase(trx, caseId)
    await dropThread(trx, caseId)
    if (found.askerBylineId) await dropByline(trx, found.askerBylineId)
    await dropTexts(trx, texts)
    await emit(deps, trx, caseUndone, { caseId })
    return { draftId }
  })
