import { isOffline, problemOf } from '../../platform/call.ts'

/** A photo on its way in, by the name its doctor knows it by. */
export interface Upload {
  readonly key: string
  readonly name: string
  /** `cleaning`: all bytes are out, and the server takes everything but the picture off. */
  readonly state: 'waiting' | 'sending' | 'cleaning' | 'failed'
  readonly sent: number
  readonly total: number
  readonly error?: unknown
}

/** So many bytes have gone out. What a cut took back is not taken back from whoever looks: it is sent again while the bar stands. */
export const progressed = (upload: Upload, bytes: number): Upload => ({
  ...upload,
  sent: Math.min(upload.total, Math.max(upload.sent, bytes)),
  state: bytes < upload.total ? 'sending' : 'cleaning',
})

/** Whether another attempt can end better: the file was not refused for what it is. */
export const canRetry = (error: unknown): boolean => {
  const problem = problemOf(error)
  return isOffline(error) || problem === null || problem.status === 429 || problem.status >= 500 || problem.code.startsWith('upload.')
}

/** Photos that are still wanted: on their way, or stopped by the network. */
export const stillWanted = (uploads: readonly Upload[]): readonly Upload[] =>
  uploads.filter(({ state, error }) => state !== 'failed' || canRetry(error))

/** How many of these files still find room, and how many do not. */
export const roomFor = (
  files: number,
  { shown, coming, most }: { shown: number; coming: number; most: number },
): { readonly taken: number; readonly left: number } => {
  const taken = Math.max(0, Math.min(files, most - shown - coming))
  return { taken, left: files - taken }
}
