import sharp from 'sharp'
import { type Application, type Evidence, evidenceLimits } from '#contract/registrar/applications.ts'
import type { Registrant } from '../../access.ts'
import { refuse, refuseIf } from '../../platform/refuse.ts'
import { open, seal } from '../../platform/sealed.ts'
import type { Db, Deps, Trx } from '../deps.ts'
import { anyPlace } from '../persons/anyPlace.ts'
import { removeDocument } from './applications.jobs.ts'
import { mediaTypeOf, whyNoChange, whyNoMore } from './applications.rules.ts'
import { addEvidenceRow, dropEvidenceRow, evidenceOf } from './applications.sql.ts'
import { holdApplication } from './keep-application.ts'
import { showApplication } from './show-application.ts'

type Needs = Pick<Deps, 'db' | 'ids' | 'secrets' | 'files' | 'jobs'>

const fileOf = (evidenceId: string): string => `evidence/${evidenceId}`

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
  await files.put(fileOf(id), seal(secrets.bytes('field-key'), fileOf(id), bytes, ids.bytes(12)))
  const kept = await db
    .transaction()
    .execute(async (trx) => {
      const found = await holdApplication(trx, deps, registrant)
      if (!found) return refuse('application.not-found')
      const documents = await evidenceOf(trx, found.id)
      if (documents.some(({ uploadKey }) => uploadKey === key)) return false
      refuseIf(whyNoChange(found.state))
      if (whyNoMore(documents, kind)) refuse('application.evidence-too-many', { max: evidenceLimits.perKind })
      await addEvidenceRow(trx, {
        id,
        application_id: found.id,
        kind,
        media_type: mediaType,
        bytes: bytes.length,
        upload_key: key,
        shuffle: anyPlace(ids),
      })
      return true
    })
    .catch(async (error: unknown) => {
      await files.remove(fileOf(id))
      throw error
    })
  if (!kept) await files.remove(fileOf(id))
  return showApplication(deps, registrant)
}

/** Throws away a document of an application that may still change. */
export const removeEvidence = async (deps: Needs, registrant: Registrant, evidenceId: string): Promise<void> => {
  await deps.db.transaction().execute(async (trx) => {
    const found = await holdApplication(trx, deps, registrant)
    if (!found) return refuse('application.not-found')
    refuseIf(whyNoChange(found.state))
    const mine = (await evidenceOf(trx, found.id)).some(({ id }) => id === evidenceId)
    if (!mine) refuse('application.evidence-not-found')
    await dropDocument(trx, deps, evidenceId)
  })
}

/** Throws away every document of an application: it is decided. */
export const dropDocuments = async (trx: Trx, deps: Pick<Deps, 'jobs'>, applicationId: string): Promise<void> => {
  for (const { id } of await evidenceOf(trx, applicationId)) await dropDocument(trx, deps, id)
}

const dropDocument = async (trx: Trx, { jobs }: Pick<Deps, 'jobs'>, evidenceId: string): Promise<void> => {
  await dropEvidenceRow(trx, evidenceId)
  await jobs.ask(trx, removeDocument, { evidenceId })
}

/** Deletes the file of a document that is gone. Told again, there is nothing left to delete. */
export const removeFile = ({ files }: Pick<Deps, 'files'>, evidenceId: string): Promise<void> => files.remove(fileOf(evidenceId))

/** One document, opened; null when this application has none of this id. */
export const readDocument = async (
  db: Db,
  { files, secrets }: Pick<Deps, 'files' | 'secrets'>,
  applicationId: string,
  evidenceId: string,
): Promise<{ mediaType: Evidence['mediaType']; bytes: Buffer } | null> => {
  const document = (await evidenceOf(db, applicationId)).find(({ id }) => id === evidenceId)
  const file = document && (await files.get(fileOf(evidenceId)))
  return file ? { mediaType: document.mediaType, bytes: open(secrets.bytes('field-key'), fileOf(evidenceId), file) } : null
}

const isReadable = async (bytes: Buffer): Promise<boolean> => {
  try {
    // Every pixel is decoded once, so that a verifier never meets half a picture.
    await sharp(bytes, { limitInputPixels: 50_000_000, failOn: 'error' }).resize(64, 64, { fit: 'inside' }).toBuffer()
    return true
  } catch {
    return false
  }
}
