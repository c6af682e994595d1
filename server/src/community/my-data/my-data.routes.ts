import * as promises from '#contract/community/my-data.ts'
import { on, type Route } from '../../platform/bind.ts'
import { cookieName, cookieOptions } from '../accounts/sessions.ts'
import type { Deps } from '../deps.ts'
import { eraseAccount } from './erase-account.ts'

export const myDataRoutes = (deps: Deps): readonly Route[] => [
  on('eraseAccount', promises.eraseAccount, async ({ body, reply }) => {
    await eraseAccount(deps, body)
    reply.clearCookie(cookieName, cookieOptions)
  }),
]
