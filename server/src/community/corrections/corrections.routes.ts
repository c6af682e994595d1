import * as promises from '#contract/community/corrections.ts'
import { on, type Route } from '../../platform/bind.ts'
import type { Deps } from '../deps.ts'
import { correctSentence } from './correct-sentence.ts'
import { listCorrections } from './list-corrections.ts'
import { listHeldSentences, listSentences } from './list-sentences.ts'
import { settleCorrection, takeBackCorrection } from './settle-correction.ts'

export const correctionsRoutes = (deps: Deps): readonly Route[] => [
  on('listSentences', promises.listSentences, ({ caller, query }) => listSentences(deps, caller, query.texts)),
  on('listHeldSentences', promises.listHeldSentences, ({ caller, query }) => listHeldSentences(deps, caller, query)),
  on('correctSentence', promises.correctSentence, ({ caller, params, body, key }) =>
    correctSentence(deps, caller, params.textId, { form: body, key }),
  ),
  on('settleCorrection', promises.settleCorrection, ({ caller, params, body }) =>
    settleCorrection(deps, caller, params.correctionId, body.accept),
  ),
  on('takeBackCorrection', promises.takeBackCorrection, ({ caller, params }) => takeBackCorrection(deps, caller, params.correctionId)),
  on('listCorrections', promises.listCorrections, ({ caller, query }) => listCorrections(deps, caller, query)),
]
