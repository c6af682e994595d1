import { type Base64url, fromBase64url } from '#tickets/base64url.ts'
import { readTicketKey } from '#tickets/blind.ts'
import { isTicketGood, type Ticket } from '#tickets/ticket.ts'
import type { TicketClaim } from '#tickets/tickets.rules.ts'
import { refuse } from '../../platform/refuse.ts'
import type { Deps } from '../deps.ts'
import { keysFor } from './accounts.rules.ts'
import type { PublishedManifest } from './manifestSource.ts'

/** The registrar's manifest, or a refusal that says to try again. */
export const readManifest = async ({ manifest, log }: Pick<Deps, 'manifest' | 'log'>): Promise<PublishedManifest> => {
  try {
    return await manifest.read()
  } catch (error) {
    log.error({ err: error }, 'manifest')
    return refuse('account.manifest-missing')
  }
}

/** Refuses unless the registrar has signed each of these claims for the holder of this root, with keys that everybody can see. */
export const checkTickets = async (
  deps: Pick<Deps, 'manifest' | 'log' | 'clock'>,
  rootKey: Base64url,
  claims: readonly { claim: TicketClaim; ticket: Ticket }[],
): Promise<void> => {
  const { entries } = await readManifest(deps)
  for (const { claim, ticket } of claims) {
    const keys = await Promise.all(keysFor(claim, entries, deps.clock.now()).map(({ publicKey }) => readTicketKey(publicKey)))
    const good = await Promise.all(keys.map((key) => key !== null && isTicketGood(ticket, claim, rootKey, key)))
    if (!good.includes(true)) refuse('account.ticket-refused')
  }
}

/** The 32 bytes of R's public half. */
export const readRootKey = (rootKey: Base64url): Buffer => {
  const bytes = fromBase64url(rootKey)
  return bytes?.length === 32 ? Buffer.from(bytes) : refuse('account.proof-refused')
}
