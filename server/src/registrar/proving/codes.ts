import { timingSafeEqual } from 'node:crypto'
import type { Application } from '#contract/registrar/applications.ts'
import type { Registrant } from '../../access.ts'
import { canWrite } from '../../platform/letters.ts'
import { codeFrom, readAddress } from '../../platform/mailedCode.rules.ts'
import { refuse, refuseIf } from '../../platform/refuse.ts'
import { keyedHash } from '../../platform/sealed.ts'
import { days, later, minutes } from '../../platform/time.ts'
import { isInstitutional } from '../applications/applications.rules.ts'
import { formOf, lineOf } from '../applications/case-file.ts'
import { holdApplication } from '../applications/hold-application.ts'
import type { MoveDeps } from '../applications/move-case.ts'
import { askProof, findProof, settleProof } from '../applications/proofs.ts'
import { type ShowDeps, showApplication } from '../applications/show-application.ts'
import { whyNoCode } from '../codes/codes.rules.ts'
import type { Deps, Trx } from '../deps.ts'
import { writeMail } from '../mails/write-mail.ts'
import { holdProvable } from './hold-provable.ts'
import { dropExpiredProofCodes, dropProofCode, keepCode, tryProofCode } from './proving.sql.ts'

/** How long a code lives on its way. */
const lives = { mail: 1 * days, phone: 10 * minutes, letter: 30 * days } as const

type Needs = MoveDeps & ShowDeps

const hashOf = ({ secrets }: Pick<Deps, 'secrets'>, proofId: string, code: string): Buffer =>
  keyedHash(secrets.bytes('pepper'), 'proof-code', `${proofId}|${code}`)

const makeCode = async (trx: Trx, deps: Needs, proofId: string, way: keyof typeof lives): Promise<{ code: string; until: Date }> => {
  const code = codeFrom(deps.ids.bytes(4))
  const until = later(deps.clock.now(), lives[way])
  await keepCode(trx, { proof_id: proofId, code_hash: hashOf(deps, proofId, code), expires_at: until })
  return { code, until }
}

const mailCode = async (trx: Trx, deps: Needs, proofId: string, to: string, language: Registrant['language']): Promise<void> => {
  const { code } = await makeCode(trx, deps, proofId, 'mail')
  await writeMail(trx, deps, `proof/${proofId}`, { to, language, kind: 'code', given: { code, minutes: lives.mail / minutes } })
}

/**
 * Asks for a code to the contact printed in the register: by e-mail where it prints an address, else the desk calls or writes.
 * The same answer comes where there is no such contact, or no such line: what a register knows is nobody's to try out.
 */
export const askContactCode = async (deps: Needs, registrant: Registrant): Promise<Application> => {
  await deps.db.transaction().execute(async (trx) => {
    const found = await holdProvable(trx, deps, registrant)
    const contact = lineOf(deps, found)?.contact
    const direct = contact?.direct ? readAddress(contact.direct) : null
    const printed = [contact?.phone, contact?.postal].filter(Boolean).join('\n')
    const proofId = await askProof(trx, deps, found.id, {
      kind: 'register_address_code',
      method: 'contact-code',
      detail: direct ?? printed,
    })
    if (direct && canWrite(deps)) await mailCode(trx, deps, proofId, direct, registrant.language)
  })
  return showApplication(deps, registrant)
}

/** Mails a code to a mailbox at a health service. */
export const askMailbox = async (deps: Needs, registrant: Registrant, email: string): Promise<Application> => {
  const address = readAddress(email) ?? refuse('application.email-invalid')
  if (!canWrite(deps)) refuse('registrar.no-mail')
  await deps.db.transaction().execute(async (trx) => {
    const found = await holdProvable(trx, deps, registrant)
    const { country } = formOf(deps, found)
    if (!country || !isInstitutional(country, address)) return refuse('proof.not-institutional')
    const proofId = await askProof(trx, deps, found.id, {
      kind: 'institutional_email_domain',
      method: 'mailbox',
      detail: address,
      // What stays is the house, not who in it.
      reference: address.slice(address.lastIndexOf('@') + 1),
    })
    await mailCode(trx, deps, proofId, address, registrant.language)
  })
  return showApplication(deps, registrant)
}

/** Types a code that came where only the registrant reads. A wrong one counts, also when the request ends in a refusal. */
export const giveCode = async (deps: Needs, registrant: Registrant, proofId: string, code: string): Promise<Application> => {
  const mine = await deps.db.transaction().execute((trx) => holdApplication(trx, deps, registrant))
  const proof = await findProof(deps.db, proofId)
  if (!mine || proof?.applicationId !== mine.id || proof.state !== 'asked') return refuse('proof.unknown')
  const found = await tryProofCode(deps.db, proofId, deps.clock.now())
  const typed = hashOf(deps, proofId, code)
  refuseIf(whyNoCode(found ? { tries: found.tries, right: timingSafeEqual(found.codeHash, typed) } : null))
  await deps.db.transaction().execute(async (trx) => {
    const { id } = await holdProvable(trx, deps, registrant)
    if (!(await dropProofCode(trx, proofId))) return refuse('application.code-expired')
    await settleProof(trx, deps, id, proofId, { kind: proof.kind, method: proof.method, outcome: 'passed' }, 'applicant')
  })
  return showApplication(deps, registrant)
}

/** Makes the code somebody of the desk dictates or prints; an older one stops working. */
export const makeErrandCode = (
  deps: Needs,
  applicationId: string,
  proofId: string,
  by: 'phone' | 'letter',
): Promise<{ code: string; until: string }> =>
  deps.db.transaction().execute(async (trx) => {
    const proof = await findProof(trx, proofId)
    if (proof?.applicationId !== applicationId || proof.method !== 'contact-code' || proof.state !== 'asked') return refuse('proof.unknown')
    const { code, until } = await makeCode(trx, deps, proofId, by)
    return { code, until: until.toISOString() }
  })

/** Forgets codes nobody typed in time. */
export const forgetProofCodes = ({ db, clock }: Pick<Deps, 'db' | 'clock'>) => dropExpiredProofCodes(db, clock.now())
