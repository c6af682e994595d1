// The only file that knows every room of the registrar: its routes and its jobs.
import type { Route } from '../platform/bind.ts'
import { removeDocument } from './applications/applications.jobs.ts'
import { applicationsRoutes } from './applications/applications.routes.ts'
import { removeFile } from './applications/evidence.ts'
import { forgetCodes } from './codes/prove-address.ts'
import { decisionsRoutes } from './decisions/decisions.routes.ts'
import type { Deps } from './deps.ts'
import { startIssuingJobs } from './issuing/issuing.jobs.ts'
import { issuingRoutes } from './issuing/issuing.routes.ts'
import { publishKeys } from './issuing/publish-keys.ts'
import { sendLetter } from './mails/mails.jobs.ts'
import { mailsRoutes } from './mails/mails.routes.ts'
import { forgetMails, sendMail } from './mails/write-mail.ts'
import { keepDemoApart } from './persons/keep-demo-apart.ts'
import { sessionsRoutes } from './sessions/sessions.routes.ts'
import { forgetSessions, registrarCallerOf } from './sessions/sessions.ts'
import { forgetUnanswered } from './staff/sign-in-staff.ts'

export { registrarCallerOf }

/** Everything the registrar promises, kept. */
export const registrarRoutes = (deps: Deps): readonly Route[] => [
  ...sessionsRoutes(deps),
  ...applicationsRoutes(deps),
  ...decisionsRoutes(deps, () => publishKeys(deps)),
  ...issuingRoutes(deps),
  ...mailsRoutes(deps),
]

/** Everything the registrar does by itself. */
export const startRegistrarJobs = async (deps: Deps): Promise<void> => {
  const { jobs } = deps
  await keepDemoApart(deps)
  await jobs.work(sendLetter, ({ key }) => sendMail(deps, key))
  await jobs.work(removeDocument, ({ evidenceId }) => removeFile(deps, evidenceId))
  await jobs.every('registrar.expired', '*/10 * * * *', async () => {
    await forgetCodes(deps)
    await forgetSessions(deps)
    await forgetUnanswered(deps)
  })
  await jobs.every('registrar.mails', '20 2 * * *', () => forgetMails(deps))
  await startIssuingJobs(deps)
}
