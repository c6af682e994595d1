import type { CountryCode } from '#atlas/countries.ts'
import type { Application } from '#contract/registrar/applications.ts'
import type { MyProof, ProofMethod } from '#contract/registrar/proofs.ts'
import type { Registrant } from '../../access.ts'
import { maskAddress } from '../../platform/mailedCode.rules.ts'
import { refuse } from '../../platform/refuse.ts'
import { keyedHash } from '../../platform/sealed.ts'
import { days, later } from '../../platform/time.ts'
import type { Deps } from '../deps.ts'
import { readPerson } from '../persons/know-person.ts'
import { openText } from '../sealing/fields.ts'
import { missingFrom, readNumber, shownState, waysOf } from './applications.rules.ts'
import { casesOf, evidenceOf, findApplication, medianSeconds, type ProofRow, placeOf } from './applications.sql.ts'
import { formOf, openCase } from './case-file.ts'
import { type CaseState, weighCase } from './verification.rules.ts'

/** The word somebody holds up in a photo of their face, so that it was taken for this application. */
export const poseOf = ({ secrets }: Pick<Deps, 'secrets'>, applicationId: string): string =>
  String(keyedHash(secrets.bytes('pepper'), 'pose', applicationId).readUInt32BE() % 10_000).padStart(4, '0')

/** How long a wait of late usually took. */
const ofLate = 30 * days

/** What showing an application needs: what this instance offers is part of it. */
export type ShowDeps = Pick<Deps, 'db' | 'secrets' | 'clock' | 'idCheck' | 'interviewUrl' | 'logins' | 'authorities'>

/** My application as it stands. */
export const showApplication = async (deps: ShowDeps, { personId }: Registrant): Promise<Application> => {
  const { db, clock, idCheck, interviewUrl, logins, authorities } = deps
  const [found, person] = await Promise.all([findApplication(db, personId), readPerson(db, deps, personId)])
  if (!found || !person) return refuse('application.not-found')
  const since = later(clock.now(), -ofLate).toISOString().slice(0, 10)
  const [documents, place, { file, proofs }, all, usual] = await Promise.all([
    evidenceOf(db, found.id),
    placeOf(db, found.id),
    openCase(db, found),
    casesOf(db, personId),
    medianSeconds(db, 'wait', since),
  ])
  const form = formOf(deps, found)
  const here = logins.filter(({ country }) => country === form.country)
  const reading = file.state === 'number-invalid' ? readNumber(form) : null
  const { points, person: bound, record, passes, second } = weighCase(file)
  const state = shownState(file.state, found.told)
  return {
    state,
    revision: found.revision,
    form,
    email: maskAddress(person.email),
    evidence: documents.map(({ uploadKey: _, lookedOn: __, ...document }) => document),
    missing: missingFrom(form),
    numberProblem: reading && 'problem' in reading ? reading.problem : null,
    pose: poseOf(deps, found.id),
    proofs: proofs.map(myProof),
    ways: waysOf(form.country, {
      idCheck: idCheck !== null,
      interviews: interviewUrl !== null,
      logins: here.length > 0,
      certificates: authorities.some(({ country }) => country === form.country),
    }),
    logins: here.map(({ code, name }) => ({ provider: code, name })),
    weighed: { points, person: bound, record, passes, second },
    ...place,
    usualHours: usual === null ? null : Math.max(1, Math.ceil(usual / 3_600)),
    // While two of the desk disagree, what one of them said is not the answer yet.
    reason: file.reasons.includes('disagreement') ? null : openText(deps, 'reason', found.reason),
    since: file.since,
    mayAppeal: (file.state === 'rejected' && found.told) || file.state === 'revoked',
    licences: all
      .filter(({ id, country }) => id !== found.id && country !== null)
      .map((other) => ({ country: other.country as CountryCode, state: shownState(other.state as CaseState, other.told) })),
  }
}

/** A doubt is looked at by a person, and looks like a proof that is not answered yet. */
const myProof = ({ id, method, state }: ProofRow): MyProof => ({
  proofId: id,
  method: method as ProofMethod,
  state: state === 'suspected' ? 'asked' : state,
})
