import type { TicketRequests } from '#contract/registrar/issuing.ts'
import { fromBase64url } from '#tickets/base64url.ts'
import { isSignable, readTicketKey } from '#tickets/blind.ts'
import type { ManifestEntry } from '#tickets/manifest.ts'
import { refuse } from '../../platform/refuse.ts'
import type { Trx } from '../deps.ts'
import { requestKey } from './issuing.rules.ts'
import { requestsOf } from './issuing.sql.ts'

/** One blinded message, as it is kept. */
export interface Asked {
  readonly kind: 'root' | 'renewal' | 'label'
  readonly period: number
  readonly rung: string
  readonly blinded: Buffer
}

/** What a browser asks for, as it is kept. */
export const read = ({ root, renewal, label }: TicketRequests): Asked[] => {
  const bytes = (text: string): Buffer => Buffer.from(fromBase64url(text) ?? refuse('issuing.malformed'))
  return [
    ...(root === null ? [] : [{ kind: 'root', period: 0, rung: '', blinded: bytes(root) } as const]),
    ...(renewal === null ? [] : [{ kind: 'renewal', period: renewal.epoch, rung: '', blinded: bytes(renewal.blinded) } as const]),
    ...(label === null ? [] : [{ kind: 'label', period: label.period, rung: label.code, blinded: bytes(label.blinded) } as const]),
  ]
}

/** Refuses what no key of ours may touch, before anything is spent; a period or label without a listed key has none. */
export const checkBytes = async (entries: readonly ManifestEntry[], requests: readonly Asked[]): Promise<void> => {
  const listed = new Map(entries.map((entry) => [requestKey({ ...entry, rung: entry.label ?? '' }), entry.publicKey]))
  const keys = new Map<string, Awaited<ReturnType<typeof readTicketKey>>>()
  for (const request of requests) {
    const name = requestKey(request)
    const publicKey = listed.get(name) ?? refuse(request.kind === 'label' ? 'issuing.label-changed' : 'issuing.period-closed')
    if (!keys.has(name)) keys.set(name, await readTicketKey(publicKey))
    const key = keys.get(name)
    if (!key || !isSignable(request.blinded, key)) refuse('issuing.malformed')
  }
}

/** Tells what was signed before (for a deposit: handed in before) from what is due; the same place with other bytes is refused. */
export const compare = async (
  trx: Trx,
  personId: string,
  requests: readonly Asked[],
  purpose: 'sign' | 'keep',
): Promise<{ due: Asked[]; known: Map<Asked['kind'], Buffer> }> => {
  const before = await requestsOf(trx, personId)
  const due: Asked[] = []
  const known = new Map<Asked['kind'], Buffer>()
  for (const request of requests) {
    const place = before.filter(({ kind, period }) => kind === request.kind && period === request.period)
    const same = place.find(({ rung }) => rung === request.rung)
    if (same && !same.blinded.equals(request.blinded)) refuse('issuing.other-request')
    // A second label signed in one quarter would tell one doctor from the rest of the crowd.
    if (purpose === 'sign' && !same?.signature && place.some(({ signature }) => signature !== null)) refuse('issuing.other-request')
    if (same?.signature) known.set(request.kind, same.signature)
    else if (!same || purpose === 'sign') due.push(request)
  }
  return { due, known }
}
