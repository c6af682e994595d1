// The only file that knows every room of the registrar: its routes and its jobs.
import type { Route } from '../platform/bind.ts'
import { doctorVerified, licenceRevoked, readRegister, removeDocument, rootStolen } from './applications/applications.jobs.ts'
import { applicationsRoutes } from './applications/applications.routes.ts'
import { dropAgedDocuments, removeFile } from './applications/drop-documents.ts'
import { lookUpCase, lookUpWaiting, passDay } from './applications/read-register.ts'
import { tellRefusals } from './applications/tell-refusals.ts'
import { forgetCodes } from './codes/prove-address.ts'
import { decisionsRoutes } from './decisions/decisions.routes.ts'
import { takeBack } from './decisions/draw-application.ts'
import { refuseUnassigned } from './decisions/look.ts'
import type { Deps } from './deps.ts'
import { startIssuingJobs } from './issuing/issuing.jobs.ts'
import { issuingRoutes } from './issuing/issuing.routes.ts'
import { publishKeys } from './issuing/publish-keys.ts'
import { giveUpStolenRoot } from './issuing/report-theft.ts'
import { sendLetter } from './mails/mails.jobs.ts'
import { mailsRoutes } from './mails/mails.routes.ts'
import { forgetMails, sendMail, sendWaitingMails } from './mails/write-mail.ts'
import { keepDemoApart } from './persons/keep-demo-apart.ts'
import { forgetChallenges } from './proving/challenges.ts'
import { forgetProofCodes } from './proving/codes.ts'
import { forgetSlots } from './proving/interviews.ts'
import { provingRoutes } from './proving/proving.routes.ts'
import { doubtVouched } from './proving/vouches.ts'
import { sessionsRoutes } from './sessions/sessions.routes.ts'
import { forgetSessions, registrarCallerOf } from './sessions/sessions.ts'
import { forgetUnanswered } from './staff/sign-in-staff.ts'

export { registrarCallerOf }

/** Everything the registrar promises, kept. */
export const registrarRoutes = (deps: Deps): readonly Route[] => [
  ...sessionsRoutes(deps),
  ...applicationsRoutes(deps),
  ...provingRoutes(deps, (staffId, applicationId) => refuseUnassigned(deps, staffId, applicationId)),
  ...decisionsRoutes(deps),
  ...issuingRoutes(deps),
  ...mailsRoutes(deps),
]

/** Everything the registrar does by itself. */
export const startRegistrarJobs = async (deps: Deps): Promise<void> => {
  const { jobs } = deps
  await keepDemoApart(deps)
  await jobs.work(sendLetter, ({ key }) => sendMail(deps, key))
  await jobs.work(removeDocument, ({ evidenceId }) => removeFile(deps, evidenceId))
  await jobs.work(doctorVerified, () => publishKeys(deps))
  await jobs.work(licenceRevoked, ({ personId }) => doubtVouched(deps, personId))
  await jobs.work(rootStolen, ({ personId }) => giveUpStolenRoot(deps, personId))
  await jobs.work(readRegister, ({ applicationId }) => lookUpCase(deps, applicationId))
  await jobs.every('registrar.silent-registers', '*/10 * * * *', () => lookUpWaiting(deps))
  await jobs.every('registrar.day', '40 1 * * *', () => passDay(deps))
  await jobs.every('registrar.told', '5 * * * *', () => tellRefusals(deps))
  await jobs.every('registrar.documents', '50 1 * * *', () => dropAgedDocuments(deps))
  await jobs.every('registrar.expired', '*/10 * * * *', async () => {
    await takeBack(deps)
    await forgetProofCodes(deps)
    await forgetChallenges(deps)
    await forgetSlots(deps)
    await forgetCodes(deps)
    await forgetSessions(deps)
    await forgetUnanswered(deps)
  })
  await jobs.every('registrar.waiting-mails', '*/10 * * * *', () => sendWaitingMails(deps))
  await jobs.every('registrar.mails', '20 2 * * *', () => forgetMails(deps))
  await startIssuingJobs(deps)
}
