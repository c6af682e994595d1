// The only file that knows every room of the community: its routes, its jobs, and "when this event, then that".
import type { FastifyRequest } from 'fastify'
import type { CaseState } from '#contract/community/cases.ts'
import type { Member } from './access.ts'
import { startAccountsJobs } from './community/accounts/accounts.jobs.ts'
import { accountsRoutes } from './community/accounts/accounts.routes.ts'
import { tokenOf } from './community/accounts/sessions.ts'
import { showSession } from './community/accounts/show-me.ts'
import { caseImageBack, caseImagesGone, caseMoved, casePosted, caseUndone, caseUpdated } from './community/cases/cases.events.ts'
import { caseRoutes } from './community/cases/cases.routes.ts'
import { noteQuestionBack } from './community/cases/change-case.ts'
import { dropViewersAfterTheirTime } from './community/cases/drop-viewers.ts'
import { listCases, showHome } from './community/cases/list-cases.ts'
import { showCase } from './community/cases/show-case.ts'
import { correctionsRoutes } from './community/corrections/corrections.routes.ts'
import type { Deps } from './community/deps.ts'
import { commentChanged, commentPosted } from './community/discussion/discussion.events.ts'
import { discussionRoutes } from './community/discussion/discussion.routes.ts'
import { maySeeThread } from './community/discussion/may-see-thread.ts'
import { tellOfComment } from './community/discussion/tell-of-comment.ts'
import { draftRoutes } from './community/drafts/drafts.routes.ts'
import { forgetPostedForms } from './community/drafts/posted-form.ts'
import { glossaryChanged } from './community/glossary/glossary.events.ts'
import { glossaryRoutes } from './community/glossary/glossary.routes.ts'
import { liveRoutes } from './community/live/live.routes.ts'
import { findPlacesIn } from './community/media/look-for-places-in-stack.ts'
import { findPlaces, removeFiles } from './community/media/media.jobs.ts'
import { mediaRoutes } from './community/media/media.routes.ts'
import { dropNeverShown, removeImageFiles } from './community/media/take-image.ts'
import { myDataRoutes } from './community/my-data/my-data.routes.ts'
import { forgetNotificationsAbout, startNotificationsJobs } from './community/notifications/notifications.jobs.ts'
import { notificationsRoutes } from './community/notifications/notifications.routes.ts'
import { beginFollowUp, endFollowUp, tellOutcome } from './community/response-clock/follow-up.ts'
import { startResponseClockJobs } from './community/response-clock/response-clock.jobs.ts'
import { responseClockRoutes } from './community/response-clock/response-clock.routes.ts'
import { refreshMembers } from './community/routing/refresh-members.ts'
import { startRoutingJobs } from './community/routing/routing.jobs.ts'
import { routingRoutes } from './community/routing/routing.routes.ts'
import { beginRings, beginRingsAgain, endRings, noteAnswer } from './community/routing/widen-rings.ts'
import { forgetWords, indexCase, indexMissedCases, wantIndex, wantIndexOfText } from './community/search/index-case.ts'
import { indexCaseAnew } from './community/search/search.jobs.ts'
import { searchRoutes } from './community/search/search.routes.ts'
import { textSettled } from './community/texts/texts.events.ts'
import { translateText } from './community/texts/texts.jobs.ts'
import { translateAfterRelease } from './community/texts/translate-after-release.ts'
import { translateTouched } from './community/texts/translate-touched.ts'
import { dueTranslations, translateWanted } from './community/texts/translate-wanted.ts'
import { dropStoppedUploads, removePieceFiles } from './community/uploads/drop-uploads.ts'
import { removePieces } from './community/uploads/uploads.jobs.ts'
import { uploadRoutes } from './community/uploads/uploads.routes.ts'
import type { JsonText, Route } from './platform/bind.ts'
import { type Told, when } from './platform/events.ts'

/** Everything the community promises, kept. */
export const communityRoutes = (deps: Deps): readonly Route[] => [
  ...accountsRoutes(deps, (member) => refreshMembers(deps, [member.accountId])),
  ...notificationsRoutes(deps, (member) => refreshMembers(deps, [member.accountId])),
  ...uploadRoutes(deps),
  ...mediaRoutes(deps, (member, threadId) => maySeeThread(deps, member, threadId)),
  ...discussionRoutes(deps),
  ...liveRoutes(deps),
  ...draftRoutes(deps),
  ...caseRoutes(deps),
  ...searchRoutes(deps),
  ...correctionsRoutes(deps),
  ...glossaryRoutes(deps),
  ...responseClockRoutes(deps),
  ...routingRoutes(deps),
  ...myDataRoutes(deps),
]

/** Everything the community does by itself. */
export const startCommunityJobs = async (deps: Deps): Promise<void> => {
  const { jobs, clock } = deps
  await startAccountsJobs(deps)
  await startNotificationsJobs(deps)
  await startResponseClockJobs(deps)
  await startRoutingJobs(deps)
  await jobs.work(translateText, ({ textId, language }) => translateWanted(deps, textId, language))
  await jobs.work(findPlaces, ({ imageId }) => findPlacesIn(deps, imageId))
  await jobs.work(removePieces, ({ uploadId }) => removePieceFiles(deps, uploadId))
  await jobs.work(removeFiles, ({ imageId }) => removeImageFiles(deps, imageId))
  await jobs.every('community.due-translations', '* * * * *', () => dueTranslations(deps, clock.now()))
  await jobs.every('community.posted-forms', '* * * * *', () => forgetPostedForms(deps, clock.now()))
  await jobs.every('community.stopped-uploads', '47 * * * *', () => dropStoppedUploads(deps, clock.now()))
  await jobs.every('community.never-shown-images', '17 * * * *', () => dropNeverShown(deps, clock.now()))
  await jobs.work(indexCaseAnew, ({ caseId }) => indexCase(deps, caseId))
  await jobs.every('community.missed-by-search', '* * * * *', () => indexMissedCases(deps))
  await jobs.every('community.forgotten-words', '37 2 * * *', () => forgetWords(deps))
  await jobs.every('community.viewers', '23 2 * * *', () => dropViewersAfterTheirTime(deps, clock.now()))

  await when(
    jobs,
    commentPosted,
    (told) => afterComment(deps, told),
    ({ threadId }) => wantIndex(deps, threadId),
  )
  await when(jobs, commentChanged, ({ threadId }) => wantIndex(deps, threadId))
  await when(
    jobs,
    casePosted,
    ({ caseId, imported }) => afterPosting(deps, caseId, imported),
    ({ caseId }) => wantIndex(deps, caseId),
  )
  await when(
    jobs,
    caseMoved,
    ({ caseId, to }) => afterMove(deps, caseId, to),
    ({ caseId }) => wantIndex(deps, caseId),
  )
  await when(jobs, caseImagesGone, ({ caseId }) => wantIndex(deps, caseId))
  await when(jobs, caseImageBack, ({ caseId }) => wantIndex(deps, caseId))
  await when(
    jobs,
    caseUpdated,
    ({ caseId }) => beginRingsAgain(deps, caseId, ['exhausted']),
    ({ caseId }) => wantIndex(deps, caseId),
  )
  await when(jobs, glossaryChanged, ({ terms }) => translateTouched(deps, terms))
  await translateAfterRelease(deps)
  await when(jobs, textSettled, ({ textId }) => wantIndexOfText(deps, textId))
  await when(jobs, caseUndone, ({ caseId }) => forgetNotificationsAbout(deps, caseId))
}

type Reacting = Pick<Deps, 'db' | 'clock' | 'ids' | 'jobs'>

/** What follows when somebody has said something in a case. */
export const afterComment = async (deps: Reacting, { threadId, commentId, kind, byAsker }: Told<typeof commentPosted>): Promise<void> => {
  if (kind === 'question-back' && !byAsker) await noteQuestionBack(deps, threadId)
  await tellOfComment(deps, commentId)
  if (kind === 'answer' && !byAsker) await noteAnswer(deps, threadId, commentId)
}

/** What follows when a case stands here for the first time. */
export const afterPosting = async (deps: Reacting, caseId: string, imported: boolean): Promise<void> => {
  if (imported) return
  await beginRings(deps, caseId)
  await beginFollowUp(deps, caseId)
}

/** What follows when a case has gone from one state to another. */
export const afterMove = async (deps: Reacting, caseId: string, to: CaseState): Promise<void> => {
  if (to === 'open') {
    await beginRingsAgain(deps, caseId, ['closed'])
    await beginFollowUp(deps, caseId)
  }
  if (to === 'resolved' || to === 'withdrawn' || to === 'hidden') {
    await endRings(deps, caseId)
    await endFollowUp(deps, caseId)
  }
  if (to === 'resolved') await tellOutcome(deps, caseId)
}

const caseAddress = /^\/cases\/([0-9a-f-]{36})\/?$/

/** What a page needs first, so that it comes with the page: the reply of each call, by name and parameters. */
export const communityPageData = async (deps: Deps, request: FastifyRequest): Promise<Record<string, unknown>> => {
  const { caller } = request
  const [session, rest] = await Promise.all([
    showSession(deps, tokenOf(request)),
    caller.kind === 'member' && !caller.lapsed ? repliesFor(deps, caller, request.url.split('?')[0] ?? '/') : {},
  ])
  return { showSession: session, ...rest }
}

const repliesFor = async (deps: Deps, member: Member, path: string): Promise<Record<string, unknown>> => {
  const opened = caseAddress.exec(path)?.[1]
  if (opened) return whole({ [`showCase:${opened}`]: await orNothing(showCase(deps, member, opened)) })
  return path === '/' ? home(deps, member) : {}
}

const home = async (deps: Deps, member: Member): Promise<Record<string, unknown>> => {
  const [beside, list] = await Promise.all([showHome(deps, member), listCases(deps, member, { list: 'for-you', limit: 20 })])
  return whole({ showHome: beside, 'listCases:for-you': list })
}

/** A refusal is left to the page's own call, which shows it. */
const orNothing = (reply: Promise<JsonText>): Promise<JsonText | null> => reply.catch(() => null)

const whole = (replies: Record<string, JsonText | null>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(replies).flatMap(([name, reply]) => (reply ? [[name, JSON.parse(reply.text)]] : [])))
