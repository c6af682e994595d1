import * as promises from '#contract/registrar/issuing.ts'
import { on, type Route } from '../../platform/bind.ts'
import type { Deps } from '../deps.ts'
import { depositRequests, fetchSignatures } from './deposit-requests.ts'
import { eraseMe } from './erase-me.ts'
import { requestTickets } from './issue-tickets.ts'
import { findRoot, loseRoot } from './lose-root.ts'
import { publishedManifest } from './published-manifest.ts'
import { reportTheft } from './report-theft.ts'
import { showEntry } from './show-entry.ts'
import { attestName, startShowName } from './show-name.ts'

export const issuingRoutes = (deps: Deps): readonly Route[] => [
  on('publishManifest', promises.publishManifest, async () => {
    const { entries, ...published } = await publishedManifest(deps)
    return { ...published, entries: [...entries], crowds: { ...published.crowds } }
  }),
  on('showEntry', promises.showEntry, ({ caller }) => showEntry(deps, caller)),
  on('requestTickets', promises.requestTickets, ({ caller, body }) => requestTickets(deps, caller, body)),
  on('depositRequests', promises.depositRequests, ({ caller, body }) => depositRequests(deps, caller, body)),
  on('loseRoot', promises.loseRoot, ({ caller }) => loseRoot(deps, caller)),
  on('findRoot', promises.findRoot, ({ caller }) => findRoot(deps, caller)),
  on('reportTheft', promises.reportTheft, ({ caller }) => reportTheft(deps, caller)),
  on('eraseMe', promises.eraseMe, ({ caller }) => eraseMe(deps, caller)),
  on('fetchSignatures', promises.fetchSignatures, ({ body }) => fetchSignatures(deps, body.hashes)),
  on('startShowName', promises.startShowName, ({ caller }) => startShowName(deps, caller)),
  on('attestName', promises.attestName, ({ caller, body }) => attestName(deps, caller, body)),
]
