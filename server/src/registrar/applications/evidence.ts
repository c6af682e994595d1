import sharp from 'sharp'
import { type Application, type Evidence, evidenceLimits } from '#contract/registrar/applications.ts'
import type { Registrant } from '../../access.ts'
import { refuse, refuseIf } from '../../platform/refuse.ts'
import { open, seal } from '../../platform/sealed.ts'
import type { Db, Deps, Trx } from '../deps.ts'
import { anyPlace } from '../persons/anyPlace.ts'
import { mediaTypeOf, whyNoDocument, whyNoMore } from './applications.rules.ts'
import { addEvidenceRow, evidenceOf, markLookedAt } from './applications.sql.ts'
import { dropDocument, fileOfDocument } from './drop-documents.ts'
import { holdApplication } from './hold-application.ts'
import { type ShowDeps, showApplication } from './show-application.ts'

type Needs = ShowDeps & Pick<Deps, 'ids' | 'files' | 'jobs'>

/** Takes a document an applicant sends: its content checked, sealed, its name forgotten. The same upload again is the same document. */
export const addEvidence = async (
  deps: Needs,
  registrant: Registrant,
  { kind, bytes, key }: { kind: Evidence['kind']; bytes: Buffer; key: string },
): Promise<Application> => {
  const { db, ids, secrets, files } = deps
  if (bytes.length > evidenceLimits.megabytes * 1_000_000) refuse('application.evidence-too-large', { megabytes: evidenceLimits.megabytes })
  const mediaType = mediaTypeOf(bytes) ?? refuse('application.evidence-refused')
  if (mediaType !== 'application/pdf' && !(await isReadable(bytes))) refuse('application.evidence-refused')
  const id = ids.random()
  await files.put(fileOfDocument(id), seal(secrets.bytes('field-key'), fileOfDocument(id), bytes, ids.bytes(12)))
  const kept = await db
    .transaction()
    .execute(async (trx) => {
      const found = await holdApplication(trx, deps, registrant)
      if (!found) return refuse('application.not-found')
      const documents = await evidenceOf(trx, found.id)
      if (documents.some(({ uploadKey }) => uploadKey === key)) return false
      refuseIf(whyNoDocument(found.state, found.told))
      if (whyNoMore(documents, kind)) refuse('application.evidence-too-many', { max: evidenceLimits.perKind })
      await addEvidenceRow(trx, {
        id,
        application_id: found.id,
        kind,
        media_type: mediaType,
        bytes: bytes.length,
        upload_key: key,
        sent_on: deps.clock.now().toISOString().slice(0, 10),
        shuffle: anyPlace(ids),
      })
      return true
    })
    .catch(async (error: unknown) => {
      await files.remove(fileOfDocument(id))
      throw error
    })
  if (!kept) await files.remove(fileOfDocument(id))
  return showApplication(deps, registrant)
}

/** Throws away a document of an application that may still change. */
export const removeEvidence = async (deps: Needs, registrant: Registrant, evidenceId: string): Promise<void> => {
  await deps.db.transaction().execute(async (trx) => {
    const found = await holdApplication(trx, deps, registrant)
    if (!found) return refuse('application.not-found')
    refuseIf(whyNoDocument(found.state, found.told))
    const mine = (await evidenceOf(trx, found.id)).some(({ id }) => id === evidenceId)
    if (!mine) refuse('application.evidence-not-found')
    await dropDocument(trx, deps, evidenceId)
  })
}

/** One document, opened; null when this application has none of this id. */
export const readDocument = async (
  db: Db,
  { files, secrets }: Pick<Deps, 'files' | 'secrets'>,
  applicationId: string,
  evidenceId: string,
): Promise<{ mediaType: Evidence['mediaType']; bytes: Buffer } | null> => {
  const document = (await evidenceOf(db, applicationId)).find(({ id }) => id === evidenceId)
  const file = document && (await files.get(fileOfDocument(evidenceId)))
  return file ? { mediaType: document.mediaType, bytes: open(secrets.bytes('field-key'), fileOfDocument(evidenceId), file) } : null
}

/** A document somebody looked at goes seven days later at the latest. */
export const markSeen = (trx: Trx, evidenceId: string, on: string) => markLookedAt(trx, evidenceId, on)

const isReadable = async (bytes: Buffer): Promise<boolean> => {
  try {
    // Every pixel is decoded once, so that a verifier never meets half a picture.
    await sharp(bytes, { limitInputPixels: 50_000_000, failOn: 'error' }).resize(64, 64, { fit: 'inside' }).toBuffer()
    return true
  } catch {
    return false
  }
}
