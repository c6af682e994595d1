import * as promises from '#contract/community/cases.ts'
import { on, type Route } from '../../platform/bind.ts'
import type { Deps } from '../deps.ts'
import { addUpdate, closeCase, reopenCase, setWorkingDiagnosis, withdrawCase } from './change-case.ts'
import { findCases, listCases, showHome } from './list-cases.ts'
import { listImageReports, settleImageReport } from './look-at-reports.ts'
import { postCase } from './post-case.ts'
import { sayLanguage } from './say-language.ts'
import { showCase } from './show-case.ts'
import { showWithdrawnCase } from './show-withdrawn-case.ts'
import { tellRecognisable, withdrawConsent } from './take-images-away.ts'
import { RecentViews, tellViewed } from './tell-viewed.ts'
import { undoPosting } from './undo-posting.ts'

export const caseRoutes = (deps: Deps): readonly Route[] => {
  const recent = new RecentViews()
  return [
    on('listCases', promises.listCases, ({ caller, query }) => listCases(deps, caller, query)),
    on('findCases', promises.findCases, ({ caller, query }) => findCases(deps, caller, query.ids.split(','))),
    on('showHome', promises.showHome, ({ caller }) => showHome(deps, caller)),
    on('postCase', promises.postCase, ({ caller, body, key }) => postCase(deps, caller, { ...body, key })),
    on('showCase', promises.showCase, ({ caller, params }) => showCase(deps, caller, params.caseId)),
    on('tellViewed', promises.tellViewed, ({ caller, params }) => tellViewed(deps, recent, caller, params.caseId)),
    on('addUpdate', promises.addUpdate, ({ caller, params, body, key }) => addUpdate(deps, caller, params.caseId, { form: body, key })),
    on('setWorkingDiagnosis', promises.setWorkingDiagnosis, ({ caller, params, body }) =>
      setWorkingDiagnosis(deps, caller, params.caseId, body),
    ),
    on('closeCase', promises.closeCase, ({ caller, params, body }) => closeCase(deps, caller, params.caseId, body)),
    on('sayLanguage', promises.sayLanguage, ({ caller, body }) => sayLanguage(deps, caller, body)),
    on('reopenCase', promises.reopenCase, ({ caller, params }) => reopenCase(deps, caller, params.caseId)),
    on('undoPosting', promises.undoPosting, ({ caller, params }) => undoPosting(deps, caller, params.caseId)),
    on('withdrawCase', promises.withdrawCase, ({ caller, params }) => withdrawCase(deps, caller, params.caseId)),
    on('withdrawConsent', promises.withdrawConsent, ({ caller, params }) => withdrawConsent(deps, caller, params.caseId)),
    on('tellRecognisable', promises.tellRecognisable, ({ caller, params }) => tellRecognisable(deps, caller, params.imageId)),
    on('listImageReports', promises.listImageReports, ({ caller }) => listImageReports(deps, caller)),
    on('settleImageReport', promises.settleImageReport, ({ caller, params, body }) =>
      settleImageReport(deps, caller, params.imageId, body.bringBack),
    ),
    on('showWithdrawnCase', promises.showWithdrawnCase, ({ caller, params }) => showWithdrawnCase(deps, caller, params.caseId)),
  ]
}
