import { sendPiece, showUpload } from '#contract/community/uploads.ts'
import type { AnyEndpoint, ParamsOf, ReplyOf } from '#contract/endpoint.ts'
import { toBase64url } from '#tickets/base64url.ts'
import { call } from '../../platform/call.ts'
import { stillFor, upload } from '../../platform/upload.ts'
import { leastPiece, mayPass, pauseAfter, pieceEnd, stepAfter } from './pieces.rules.ts'

/** What has been learnt of the line: how much of a file it lets through in one go. */
export interface Line {
  step: number
}

export const aLine = (): Line => ({ step: leastPiece })

interface Sent<E extends AnyEndpoint> {
  readonly file: Blob
  readonly params?: ParamsOf<E>
  /** UUID v4, the same for every attempt: what has arrived under it stays, and the whole is taken in once. */
  readonly key: string
  readonly line: Line
  /** How many bytes of the file have gone out. */
  readonly onProgress: (sent: number) => void
  readonly signal: AbortSignal
}

/**
 * Sends one file, in pieces where the line does not let it through in one go; the last one comes with the call that takes the whole. After a cut it goes on
 * behind what has arrived, a few times by itself; then it throws `Refused`, `Offline` or an abort, and another call goes on.
 */
export const sendFile = async <E extends AnyEndpoint>(
  endpoint: E,
  { file, params, key, line, onProgress, signal }: Sent<E>,
): Promise<ReplyOf<E>> => {
  let arrived = 0
  const goOn = async (): Promise<ReplyOf<E>> => {
    const wanted = AbortSignal.any([signal, AbortSignal.timeout(stillFor)])
    const here = file.size > line.step ? await call(showUpload, { params: { upload: key }, signal: wanted }) : { arrived: 0, taken: false }
    let after = here.arrived
    for (;;) {
      arrived = Math.max(arrived, after)
      onProgress(after)
      const end = here.taken ? after : pieceEnd({ after, size: file.size, step: line.step })
      const piece = file.slice(after, end)
      const sent = { file: piece, key, signal, onProgress: (bytes: number) => onProgress(after + Math.min(bytes, piece.size)) }
      if (here.taken || end === file.size)
        return upload(endpoint, { ...sent, ...(params !== undefined && { params }), ...(after > 0 && { query: { after } as never }) })
      const began = performance.now()
      const sha256 = toBase64url(new Uint8Array(await crypto.subtle.digest('SHA-256', await piece.arrayBuffer())))
      after = (await upload(sendPiece, { ...sent, params: { upload: key, after }, query: { sha256 } })).arrived
      line.step = stepAfter(piece.size, performance.now() - began)
    }
  }
  for (let cuts = 1; ; cuts += 1) {
    const before = arrived
    try {
      return await goOn()
    } catch (error) {
      line.step = leastPiece
      if (arrived > before) cuts = 1
      const pause = pauseAfter(cuts)
      if (signal.aborted || !mayPass(error) || pause === null || !navigator.onLine) throw error
      await new Promise((resolve) => {
        setTimeout(resolve, pause)
        signal.addEventListener('abort', resolve, { once: true })
      })
      signal.throwIfAborted()
    }
  }
}
