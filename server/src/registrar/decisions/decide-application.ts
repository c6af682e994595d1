import { createHash } from 'node:crypto'
import type { ApplicationState } from '#contract/registrar/applications.ts'
import type { Checks, Decision } from '#contract/registrar/decisions.ts'
import type { Staff } from '../../access.ts'
import { refuse, refuseIf } from '../../platform/refuse.ts'
import { holdForDecision, settleApplication } from '../applications/settle-application.ts'
import { note } from '../audit/note.ts'
import type { Deps } from '../deps.ts'
import { canWrite, writeMail } from '../mails/write-mail.ts'
import { readPerson, verifyPerson } from '../persons/know-person.ts'
import { isRepeat, stateAfter, whyNoDecision } from './decisions.rules.ts'

const noted = { approve: 'approved', decline: 'declined', 'ask-for-more': 'asked-for-more' } as const
const letters = { approve: 'approved', decline: 'declined', 'ask-for-more': 'moreWanted' } as const

/** Verifies, refuses or asks for more, in one transaction with the log, the person and the letter. */
export const decideApplication = async (
  deps: Pick<Deps, 'db' | 'clock' | 'ids' | 'jobs' | 'secrets' | 'mail' | 'demo' | 'origin'>,
  verifier: Staff,
  applicationId: string,
  { decision, reason, checks }: { decision: Decision; reason: string; checks: Checks },
): Promise<{ state: ApplicationState }> => {
  const said = reason.trim()
  const state = stateAfter[decision]
  await deps.db.transaction().execute(async (trx) => {
    const application = (await holdForDecision(trx, deps, applicationId)) ?? refuse('application.not-found')
    if (isRepeat(application.state, decision)) return
    refuseIf(whyNoDecision(application.state, { decision, reason: said, checks }))
    const { personId, revision, form } = application
    if (decision === 'approve') {
      const { country, specialty, legalName, number } = form
      if (!country || !specialty || !legalName || !number) return refuse('application.incomplete')
      await verifyPerson(trx, deps, personId, { country, specialty, name: legalName, number })
    }
    await settleApplication(trx, deps, applicationId, { state, reason: said })
    await note(trx, deps, {
      actor: verifier.staffId,
      action: noted[decision],
      subject: applicationId,
      // The words themselves may name somebody; their hash shows later that they are the same.
      detail: { ...checks, reasonHash: createHash('sha256').update(said).digest('base64url') },
    })
    const person = await readPerson(trx, deps, personId)
    if (person && canWrite(deps))
      await writeMail(trx, deps, `decision/${applicationId}/${revision}`, {
        to: person.email,
        language: person.language,
        kind: letters[decision],
        given: { link: `${deps.origin}/` },
      })
  })
  return { state }
}
