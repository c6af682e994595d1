import { Type } from 'typebox'
import { endpoint } from '../endpoint.ts'
import { id } from '../shapes.ts'

/**
 * A file larger than the line lets through in one go comes in pieces, one after the other; its last piece comes with the call that takes the whole.
 * So much of what is not whole yet may wait here for one member, and a piece that never gets its rest waits so long.
 */
export const uploadLimits = { pieceBytes: 4_194_304, megabytes: 60, waitingMegabytes: 200, waitingFiles: 24, hours: 24 } as const

/** How many bytes of the file came before these: where they stand in it. */
export const after = Type.Integer({ minimum: 0, maximum: uploadLimits.megabytes * 1_000_000 })

/** A file by the key its sender made for it, the same with which the whole is taken. */
const upload = { upload: id }

/** Bytes of the file that are here, from its beginning on: what is to be sent begins behind them. */
const arrived = Type.Integer()

export const showUpload = endpoint({
  method: 'GET',
  path: '/api/community/uploads/{upload}',
  who: 'member',
  summary: 'How much of a file of mine has arrived in pieces; none of one that nobody knows.',
  params: Type.Object(upload, { additionalProperties: false }),
  /** Where the whole was taken and the answer was lost, asking again with nothing behind what had arrived brings it. */
  reply: Type.Object({ arrived, taken: Type.Boolean() }, { additionalProperties: false }),
  status: 200,
  limit: 600,
  errors: [],
})

export const sendPiece = endpoint({
  method: 'PUT',
  path: '/api/community/uploads/{upload}/pieces/{after}',
  who: 'member',
  summary: 'Takes the next piece of a file and keeps it sealed, for a day at most; the same piece again changes nothing.',
  params: Type.Object({ ...upload, after }, { additionalProperties: false }),
  query: Type.Object({ sha256: Type.String({ pattern: '^[A-Za-z0-9_-]{43}$' }) }, { additionalProperties: false }),
  bytes: uploadLimits.pieceBytes,
  reply: Type.Object({ arrived }, { additionalProperties: false }),
  status: 200,
  limit: 600,
  errors: ['upload.piece-damaged', 'upload.piece-elsewhere', 'upload.too-much-waiting', 'image.too-large', 'request.repeat-differs'],
})

export const dropUpload = endpoint({
  method: 'DELETE',
  path: '/api/community/uploads/{upload}',
  who: 'member',
  summary: 'Throws away what has arrived of a file of mine; again, there is nothing left to do.',
  params: Type.Object(upload, { additionalProperties: false }),
  status: 204,
  limit: 600,
  errors: [],
})
