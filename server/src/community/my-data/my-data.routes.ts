import * as promises from '#contract/community/my-data.ts'
import { on, type Route } from '../../platform/bind.ts'
import { refuse } from '../../platform/refuse.ts'
import { cookieName, cookieOptions, tokenOf } from '../accounts/sessions.ts'
import type { Deps } from '../deps.ts'
import { downloadMyData } from './download-my-data.ts'
import { eraseAccount } from './erase-account.ts'

export const myDataRoutes = (deps: Deps): readonly Route[] => [
  on('downloadMyData', promises.downloadMyData, ({ caller, request }) =>
    downloadMyData(deps, caller, tokenOf(request) ?? refuse('session.needed')),
  ),
  on('eraseAccount', promises.eraseAccount, async ({ body, reply }) => {
    await eraseAccount(deps, body)
    reply.clearCookie(cookieName, cookieOptions)
  }),
]
