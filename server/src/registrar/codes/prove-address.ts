import { timingSafeEqual } from 'node:crypto'
import type { SentCode } from '#contract/registrar/sessions.ts'
import type { Language } from '#contract/shapes.ts'
import { canWrite } from '../../platform/letters.ts'
import { codeFrom, codeLife, maskAddress, mostCodes, readAddress } from '../../platform/mailedCode.rules.ts'
import { refuse, refuseIf } from '../../platform/refuse.ts'
import { keyedHash } from '../../platform/sealed.ts'
import { later, minutes } from '../../platform/time.ts'
import type { Deps } from '../deps.ts'
import { writeMail } from '../mails/write-mail.ts'
import { addressHash, openText, sealText } from '../sealing/fields.ts'
import { whyNoCode } from './codes.rules.ts'
import { addCode, countCodes, dropCode, dropExpiredCodes, tryCode } from './codes.sql.ts'

type Needs = Pick<Deps, 'db' | 'clock' | 'ids' | 'jobs' | 'secrets' | 'mail' | 'demo'>

/** Mails a code to an address, in the language its owner reads. */
export const sendCode = async (deps: Needs, typed: string, language: Language): Promise<SentCode> => {
  const { db, clock, ids } = deps
  const address = readAddress(typed) ?? refuse('application.email-invalid')
  if (!canWrite(deps)) refuse('registrar.no-mail')
  const hash = addressHash(deps, address)
  if ((await countCodes(db, hash, clock.now())) >= mostCodes) refuse('application.code-too-many')
  const codeId = ids.random()
  const code = codeFrom(ids.bytes(4))
  await db.transaction().execute(async (trx) => {
    await addCode(trx, {
      id: codeId,
      address_hash: hash,
      address: sealText(deps, 'email', address),
      language,
      code_hash: codeHash(deps, codeId, code),
      expires_at: later(clock.now(), codeLife),
    })
    await writeMail(trx, deps, `code/${codeId}`, { to: address, language, kind: 'code', given: { code, minutes: codeLife / minutes } })
  })
  return { codeId, to: maskAddress(address), minutes: codeLife / minutes }
}

/** The address a code proves; the code is then used up. */
export const proveAddress = async (
  deps: Pick<Deps, 'db' | 'clock' | 'secrets'>,
  codeId: string,
  code: string,
): Promise<{ address: string; addressHash: Buffer; language: Language }> => {
  const found = await tryCode(deps.db, codeId, deps.clock.now())
  refuseIf(whyNoCode(found ? { tries: found.tries, right: timingSafeEqual(found.codeHash, codeHash(deps, codeId, code)) } : null))
  if (!found || !(await dropCode(deps.db, codeId))) return refuse('application.code-expired')
  return { address: openText(deps, 'email', found.address), addressHash: found.addressHash, language: found.language as Language }
}

/** Forgets codes nobody typed in time. */
export const forgetCodes = ({ db, clock }: Pick<Deps, 'db' | 'clock'>) => dropExpiredCodes(db, clock.now())

const codeHash = ({ secrets }: Pick<Deps, 'secrets'>, codeId: string, code: string): Buffer =>
  keyedHash(secrets.bytes('pepper'), 'code', `${codeId}|${code}`)
