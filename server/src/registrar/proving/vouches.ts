import type { CountryCode } from '#atlas/countries.ts'
import type { SpecialtyCode } from '#atlas/specialties.ts'
import type { Application } from '#contract/registrar/applications.ts'
import type { Registrant } from '../../access.ts'
import { canWrite } from '../../platform/letters.ts'
import { readAddress } from '../../platform/mailedCode.rules.ts'
import { refuse, refuseIf } from '../../platform/refuse.ts'
import { keyedHash } from '../../platform/sealed.ts'
import { formOf } from '../applications/case-file.ts'
import { readCase, verifiedSince } from '../applications/desk-cases.ts'
import { type MoveDeps, moveCase } from '../applications/move-case.ts'
import { askProof, findProofBySubject, settleProof } from '../applications/proofs.ts'
import { type ShowDeps, showApplication } from '../applications/show-application.ts'
import type { Db, Deps } from '../deps.ts'
import { writeMail } from '../mails/write-mail.ts'
import { anyPlace } from '../persons/anyPlace.ts'
import { holdPerson } from '../persons/know-person.ts'
import { holdProvable } from './hold-provable.ts'
import { addVouch, vouchesFor, vouchesOf } from './proving.sql.ts'
import { whyNoVouch } from './vouching.rules.ts'

type Needs = MoveDeps & ShowDeps

const hashOf = ({ secrets }: Pick<Deps, 'secrets'>, invitation: string): Buffer => keyedHash(secrets.bytes('pepper'), 'vouch', invitation)

/** Asks a colleague to vouch; at most two are asked at a time. */
export const askVouch = async (deps: Needs, registrant: Registrant, email: string): Promise<Application> => {
  const address = readAddress(email) ?? refuse('application.email-invalid')
  if (!canWrite(deps)) refuse('registrar.no-mail')
  const invitation = deps.ids.bytes(32).toString('base64url')
  await deps.db.transaction().execute(async (trx) => {
    const found = await holdProvable(trx, deps, registrant)
    const proofId = await askProof(trx, deps, found.id, {
      kind: 'vouch',
      method: 'vouch',
      subjectHash: hashOf(deps, invitation),
      keepOthers: true,
    })
    await writeMail(trx, deps, `vouch/${proofId}`, {
      to: address,
      language: registrant.language,
      kind: 'vouchAsked',
      // In the part of an address that no server sees.
      given: { link: `${deps.origin}/vouch#${invitation}` },
    })
  })
  return showApplication(deps, registrant)
}

/** The case an invitation is about, if this doctor may vouch in it. */
const openFor = async (db: Db, deps: Needs, { personId }: Registrant, invitation: string) => {
  const proof = await findProofBySubject(db, hashOf(deps, invitation))
  const found = proof?.state === 'asked' ? await readCase(db, proof.applicationId) : undefined
  if (!proof || !found) return refuse('vouch.unknown')
  const on = deps.clock.now().toISOString().slice(0, 10)
  const mine = [...(await vouchesOf(db, personId)), ...(await vouchesFor(db, personId))]
  const theirs = await vouchesFor(db, found.personId)
  const beside = (await Promise.all(theirs.map(({ voucher }) => vouchesFor(db, voucher)))).flat()
  refuseIf(
    whyNoVouch({
      voucher: personId,
      applicant: found.personId,
      verifiedOn: await verifiedSince(db, personId),
      on,
      known: [...mine, ...theirs, ...beside],
    }),
  )
  return { proof, found, on }
}

/** Who asks me to vouch for them. */
export const openVouch = async (
  deps: Needs,
  registrant: Registrant,
  invitation: string,
): Promise<{ name: string; country: CountryCode; specialty: SpecialtyCode }> => {
  const { found } = await openFor(deps.db, deps, registrant, invitation)
  const { legalName, country, specialty } = formOf(deps, found)
  return legalName && country && specialty ? { name: legalName, country, specialty } : refuse('vouch.unknown')
}

/** Says whether I know them; who vouched answers for it. */
export const giveVouch = async (deps: Needs, registrant: Registrant, { invitation, known }: { invitation: string; known: boolean }) => {
  await deps.db.transaction().execute(async (trx) => {
    // Held, so that a quota is counted by one request at a time.
    await holdPerson(trx, deps, registrant.personId)
    const { proof, found, on } = await openFor(trx, deps, registrant, invitation)
    if (known) await addVouch(trx, { proof_id: proof.id, voucher_id: registrant.personId, given_on: on, shuffle: anyPlace(deps.ids) })
    await settleProof(trx, deps, found.id, proof.id, { kind: 'vouch', method: 'vouch', outcome: known ? 'passed' : 'failed' }, 'program')
  })
}

/** A licence was taken from somebody: whoever they vouched for proves anew. */
export const doubtVouched = async (deps: Needs, personId: string): Promise<void> => {
  for (const { proofId, applicationId } of await vouchesOf(deps.db, personId))
    await deps.db
      .transaction()
      .execute((trx) => moveCase(trx, deps, applicationId, { event: { type: 'doubt', proofs: [proofId] }, actor: 'program' }))
}
