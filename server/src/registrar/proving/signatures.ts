import type { Application } from '#contract/registrar/applications.ts'
import { applying as english } from '#phrases/registrar/applying.en.ts'
import { applying as spanish } from '#phrases/registrar/applying.es.ts'
import type { Registrant } from '../../access.ts'
import { refuse } from '../../platform/refuse.ts'
import { keyedHash } from '../../platform/sealed.ts'
import { formOf, namesOf } from '../applications/case-file.ts'
import type { MoveDeps } from '../applications/move-case.ts'
import { askProof, readProofs, servedAnother, settleProof } from '../applications/proofs.ts'
import { type ShowDeps, showApplication } from '../applications/show-application.ts'
import { type Authority, CertificateRefused, RevocationUnknown, SignatureWrong } from '../certificates/Authority.ts'
import type { Deps } from '../deps.ts'
import { matchWrittenName, partings } from '../registers/names/matchNames.rules.ts'
import { openText } from '../sealing/fields.ts'
import { challenge, isAnsweredInTime } from './challenges.ts'
import { namesNumber } from './claims.rules.ts'
import { holdProvable } from './hold-provable.ts'

type Needs = MoveDeps & ShowDeps & Pick<Deps, 'log'>

const method = 'certificate'

const authorityOf = ({ authorities }: Pick<Deps, 'authorities'>, country: string | null): Authority =>
  authorities.find((one) => one.country === country) ?? refuse('proof.unknown')

/** Gives an applicant the text their certificate has to sign; one given before counts no longer. */
export const askSignature = async (deps: Needs, registrant: Registrant): Promise<{ text: string }> => {
  const { signature } = (registrant.language === 'es' ? spanish : english).proof
  const text = `${signature.toSign(deps.origin)}\n${deps.ids.bytes(32).toString('base64url')}\n`
  await deps.db.transaction().execute(async (trx) => {
    const found = await holdProvable(trx, deps, registrant)
    authorityOf(deps, formOf(deps, found).country)
    await challenge(trx, deps, found.id, { kind: 'qes_professional_attribute', method, detail: text })
  })
  return { text }
}

const identify = async ({ log }: Pick<Deps, 'log'>, authority: Authority, signed: Buffer, text: Buffer) => {
  try {
    return await authority.identify(signed, text)
  } catch (error) {
    if (error instanceof SignatureWrong) return refuse('proof.signature-wrong')
    if (error instanceof CertificateRefused) return refuse('proof.certificate-refused')
    if (!(error instanceof RevocationUnknown)) throw error
    log.warn({ country: authority.country }, 'nobody answers whether a certificate is revoked')
    return refuse('proof.certificate-silent')
  }
}

/**
 * A text that was signed: the name in the certificate has to be the applicant's. One of the profession, with their number, shows
 * everything; one with a number the register can be searched by lets the desk find the line; any other shows who they are.
 */
export const giveSignature = async (deps: Needs, registrant: Registrant, signed: string): Promise<Application> => {
  const { asked, country } = await deps.db.transaction().execute(async (trx) => {
    const found = await holdProvable(trx, deps, registrant)
    const open = (await readProofs(trx, found.id)).find(
      (proof) => proof.method === method && proof.state === 'asked' && proof.kind === 'qes_professional_attribute',
    )
    return { asked: open ?? refuse('proof.signature-over'), country: formOf(deps, found).country }
  })
  const authority = authorityOf(deps, country)
  const text = Buffer.from(openText(deps, 'proof', asked.detail) ?? '')
  const holder = await identify(deps, authority, Buffer.from(signed, 'base64'), text)
  if (!(await isAnsweredInTime(deps, asked.id))) return refuse('proof.signature-over')
  const subjectHash = keyedHash(deps.secrets.bytes('pepper'), 'certificate', `${authority.country}|${holder.subject}`)
  await deps.db.transaction().execute(async (trx) => {
    const found = await holdProvable(trx, deps, registrant)
    if (found.state === 'rejected') return
    const form = formOf(deps, found)
    const told = typeof holder.name === 'string' ? partings(holder.name) : [holder.name]
    const isNamed = namesOf(form).some((name) => matchWrittenName(name, told).decision === 'accept')
    const isTheirs = form.country !== null && form.number !== null && namesNumber(form.country, form.number, holder.numbers ?? [])
    const doubtful = !isNamed || (await servedAnother(trx, subjectHash, registrant.personId))
    const professional = holder.numbers !== null
    const outcome = professional && !isTheirs ? 'failed' : doubtful ? 'suspected' : 'passed'
    const kind = professional ? 'qes_professional_attribute' : 'national_eid'
    await settleProof(trx, deps, found.id, asked.id, { kind, method, outcome, subjectHash }, 'program')
    if (outcome === 'passed' && !professional && holder.registerId)
      await askProof(trx, deps, found.id, { kind: 'national_eid_keyed_to_register', method, detail: holder.registerId })
  })
  return showApplication(deps, registrant)
}
