import * as promises from '#contract/registrar/mails.ts'
import { on, type Route } from '../../platform/bind.ts'
import { mailboxOf } from '../../platform/letters.ts'
import { refuse } from '../../platform/refuse.ts'
import type { Deps } from '../deps.ts'

export const mailsRoutes = ({ db, demo, mail }: Deps): readonly Route[] => [
  on('listMailbox', promises.listMailbox, async ({ query }) => {
    if (!demo || mail) return refuse('demo.off')
    const letters = await mailboxOf(db, query.to?.trim().toLowerCase() ?? null)
    return {
      items: letters.map(({ recipient, arrivedAt, ...letter }) => ({ ...letter, to: recipient, arrivedAt: arrivedAt.toISOString() })),
    }
  }),
]
