import type { NameForm } from '#contract/community/accounts.ts'
import { fromBase64url, toBase64url } from '#tickets/base64url.ts'
import { fromSpki } from '#tickets/ed25519.ts'
import { whyNoName } from '#tickets/nameAttestation.ts'
import type { Member } from '../../access.ts'
import { refuse } from '../../platform/refuse.ts'
import type { Deps } from '../deps.ts'
import { keepName, rootKeyOf } from './accounts.sql.ts'
import { readManifest } from './check-tickets.ts'

/** Keeps the registrar's word that this account is this doctor, signed with a listed key for exactly this account's R. */
export const showName = async (
  deps: Pick<Deps, 'db' | 'clock' | 'log' | 'manifest'>,
  member: Member,
  { name, specialty, country, through, signature }: NameForm,
): Promise<void> => {
  const { entries } = await readManifest(deps)
  const attestation = {
    rootPublicKey: toBase64url(await rootKeyOf(deps.db, member.accountId)),
    name,
    specialty,
    country,
    throughQuarter: through,
  }
  const keys = entries.flatMap(({ kind, publicKey }) => (kind === 'name' ? [fromSpki(publicKey)] : []))
  const good = keys.some((key) => key !== null && whyNoName(attestation, signature, key, deps.clock.now()) === null)
  if (!good) refuse('account.name-refused')
  await keepName(deps.db, member.accountId, {
    name: name.normalize('NFC'),
    name_specialty: specialty,
    name_country: country,
    name_through: through,
    name_signature: Buffer.from(fromBase64url(signature) ?? []),
  })
}
