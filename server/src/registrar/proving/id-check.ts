import { type Static, Type } from 'typebox'
import { Value } from 'typebox/value'
import type { Application } from '#contract/registrar/applications.ts'
import type { Registrant } from '../../access.ts'
import { refuse } from '../../platform/refuse.ts'
import { keyedHash } from '../../platform/sealed.ts'
import { seconds } from '../../platform/time.ts'
import { formOf, namesOf } from '../applications/case-file.ts'
import type { MoveDeps } from '../applications/move-case.ts'
import { askProof, readProofs, servedAnother, settleProof } from '../applications/proofs.ts'
import { type ShowDeps, showApplication } from '../applications/show-application.ts'
import type { Deps } from '../deps.ts'
import { matchWrittenName } from '../registers/names/matchNames.rules.ts'
import { holdProvable } from './hold-provable.ts'

type Needs = MoveDeps & ShowDeps & Pick<Deps, 'log'>

const begun = Type.Object({ id: Type.String({ minLength: 1, maxLength: 200 }), url: Type.String({ minLength: 1, maxLength: 2_000 }) })
/** What a vendor says: never a picture, only what it read and what it thinks. */
const result = Type.Object({
  state: Type.Enum(['pending', 'passed', 'failed', 'suspected']),
  name: Type.Optional(Type.Object({ given: Type.String(), family: Type.String() })),
  document: Type.Optional(Type.Object({ issuer: Type.String(), number: Type.String() })),
})

/** Asks the vendor; anything but a good answer is silence. */
const ask = async (deps: Needs, path: string, body?: object): Promise<unknown> => {
  const { idCheck, log } = deps
  if (!idCheck) return refuse('proof.vendor-silent')
  try {
    const reply = await fetch(new URL(path, idCheck.url.endsWith('/') ? idCheck.url : `${idCheck.url}/`), {
      method: body ? 'POST' : 'GET',
      headers: { authorization: `Bearer ${idCheck.key}`, ...(body ? { 'content-type': 'application/json' } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
      signal: AbortSignal.timeout(10 * seconds),
    })
    if (reply.ok) return await reply.json()
    log.warn({ status: reply.status }, 'the identity vendor refused')
  } catch {
    log.warn('the identity vendor is silent')
  }
  return refuse('proof.vendor-silent')
}

const checked = <S extends typeof begun | typeof result>(schema: S, answer: unknown): Static<S> =>
  Value.Check(schema, answer) ? (answer as Static<S>) : refuse('proof.vendor-silent')

/** Begins a check of document and face at the vendor. It learns a random reference, not who applies where. */
export const startIdCheck = async (deps: Needs, registrant: Registrant): Promise<{ url: string }> => {
  const { id, url } = checked(begun, await ask(deps, 'sessions', { returnTo: `${deps.origin}/`, language: registrant.language }))
  if (!/^https?:\/\//.test(url)) return refuse('proof.vendor-silent')
  await deps.db.transaction().execute(async (trx) => {
    const found = await holdProvable(trx, deps, registrant)
    await askProof(trx, deps, found.id, { kind: 'id_document_face', method: 'id-check', reference: id })
  })
  return { url }
}

/** What came of the check: the name on the document is compared with the one applied under, and one document serves one person. */
export const finishIdCheck = async (deps: Needs, registrant: Registrant): Promise<Application> => {
  const { proof, form } = await deps.db.transaction().execute(async (trx) => {
    const found = await holdProvable(trx, deps, registrant)
    const open = (await readProofs(trx, found.id)).find(({ method, state }) => method === 'id-check' && state === 'asked')
    return { proof: open ?? refuse('proof.unknown'), form: formOf(deps, found) }
  })
  const said = checked(result, await ask(deps, `sessions/${encodeURIComponent(proof.reference ?? '')}`))
  const { state } = said
  if (state === 'pending') return showApplication(deps, registrant)
  const document = said.document
    ? keyedHash(deps.secrets.bytes('pepper'), 'document', `${said.document.issuer}|${said.document.number}`)
    : undefined
  await deps.db.transaction().execute(async (trx) => {
    const found = await holdProvable(trx, deps, registrant)
    if (found.state === 'rejected') return
    const read = said.name ? namesOf(form).map((name) => matchWrittenName(name, said.name ? [said.name] : []).decision) : []
    const another = document ? await servedAnother(trx, document, registrant.personId) : false
    const fits = read.includes('accept') && !another
    // A pass on a document that names somebody else, or no one, is looked at by a person.
    const outcome = state === 'passed' && !fits ? 'suspected' : state
    await settleProof(
      trx,
      deps,
      found.id,
      proof.id,
      { kind: 'id_document_face', method: 'id-check', outcome, ...(document ? { subjectHash: document } : {}) },
      'program',
    )
  })
  return showApplication(deps, registrant)
}
