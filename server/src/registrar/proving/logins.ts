import type { Application } from '#contract/registrar/applications.ts'
import type { Registrant } from '../../access.ts'
import { refuse } from '../../platform/refuse.ts'
import { keyedHash } from '../../platform/sealed.ts'
import { formOf, namesOf } from '../applications/case-file.ts'
import type { MoveDeps } from '../applications/move-case.ts'
import { readProofs, servedAnother, settleProof } from '../applications/proofs.ts'
import { type ShowDeps, showApplication } from '../applications/show-application.ts'
import type { Deps } from '../deps.ts'
import { matchWrittenName } from '../registers/names/matchNames.rules.ts'
import { openText } from '../sealing/fields.ts'
import { challenge, isAnsweredInTime } from './challenges.ts'
import { namesIn, namesNumber, textsAt } from './claims.rules.ts'
import { holdProvable } from './hold-provable.ts'
import { type Login, type LoginKept, LoginRefused, LoginSilent } from './Login.ts'

type Needs = MoveDeps & ShowDeps & Pick<Deps, 'log'>

const proof = { kind: 'idp_regulator', method: 'login' } as const

/** The page a provider sends people back to. */
const returnTo = ({ origin }: Pick<Deps, 'origin'>): string => `${origin}/login`

/** A provider's no is the doctor's to hear; its silence is also the operator's. */
const asking = async <Answer>({ log }: Pick<Deps, 'log'>, { code }: Login, ask: () => Promise<Answer>): Promise<Answer> => {
  try {
    return await ask()
  } catch (error) {
    if (error instanceof LoginRefused) return refuse('proof.login-refused')
    if (!(error instanceof LoginSilent)) throw error
    log.warn({ provider: code, reason: error.message }, 'a provider of logins is silent')
    return refuse('proof.login-silent')
  }
}

/** Begins a sign-in at a provider of the applicant's country. It learns where they came from, and nothing of the application. */
export const startLogin = async (deps: Needs, registrant: Registrant, provider: string): Promise<{ url: string }> => {
  const random = (): string => deps.ids.bytes(32).toString('base64url')
  const kept: LoginKept = { provider, verifier: random(), state: random(), nonce: random() }
  const { country } = await deps.db.transaction().execute(async (trx) => formOf(deps, await holdProvable(trx, deps, registrant)))
  const login = deps.logins.find((one) => one.code === provider && one.country === country) ?? refuse('proof.unknown')
  const url = await asking(deps, login, () => login.begin(kept, returnTo(deps)))
  await deps.db.transaction().execute(async (trx) => {
    const { id } = await holdProvable(trx, deps, registrant)
    await challenge(trx, deps, id, { ...proof, detail: JSON.stringify(kept) })
  })
  return { url }
}

/**
 * What came back with the applicant: the number the provider knows has to be the one applied with, under the same name,
 * and one account there proves one person.
 */
export const finishLogin = async (deps: Needs, registrant: Registrant, answer: string): Promise<Application> => {
  const { asked, form } = await deps.db.transaction().execute(async (trx) => {
    const found = await holdProvable(trx, deps, registrant)
    const open = (await readProofs(trx, found.id)).find(({ method, state }) => method === proof.method && state === 'asked')
    return { asked: open ?? refuse('proof.login-over'), form: formOf(deps, found) }
  })
  const kept = JSON.parse(openText(deps, 'proof', asked.detail) ?? '{}') as LoginKept
  const came = new URL(`${returnTo(deps)}?${answer.replace(/^\?/, '')}`)
  // An answer to another question, such as one begun in somebody else's browser, leaves this one as it is.
  if (came.searchParams.get('state') !== kept.state) return refuse('proof.login-over')
  const login = deps.logins.find(({ code, country }) => code === kept.provider && country === form.country)
  if (!login || !(await isAnsweredInTime(deps, asked.id))) return refuse('proof.login-over')
  const { subject, claims } = await asking(deps, login, () => login.finish(kept, came))
  const account = keyedHash(deps.secrets.bytes('pepper'), 'login', subject)
  const told = namesIn(claims)
  await deps.db.transaction().execute(async (trx) => {
    const found = await holdProvable(trx, deps, registrant)
    if (found.state === 'rejected') return
    const now = formOf(deps, found)
    const isTheirs = now.country !== null && now.number !== null && namesNumber(now.country, now.number, textsAt(claims, login.claim))
    const isNamed = told.length === 0 || namesOf(now).some((name) => matchWrittenName(name, told).decision === 'accept')
    const doubtful = !isNamed || (await servedAnother(trx, account, registrant.personId))
    const outcome = !isTheirs ? 'failed' : doubtful ? 'suspected' : 'passed'
    await settleProof(trx, deps, found.id, asked.id, { ...proof, outcome, reference: login.code, subjectHash: account }, 'program')
  })
  return showApplication(deps, registrant)
}
