// A thread of its own that takes DICOM files apart: it may be slow or break without holding up anybody who reads.
import { parentPort } from 'node:worker_threads'
import { gzipSync } from 'node:zlib'
import { type DicomReason, DicomRefused } from './DicomRefused.ts'
import { readStackFile } from './readStackFile.ts'
import type { StackFile } from './stack.rules.ts'

export interface Asked {
  readonly bytes: Uint8Array
}
export type Answered =
  | { readonly said: StackFile; readonly frames: readonly Uint8Array[] }
  | { readonly refused: DicomReason }
  | { readonly error: string }

const answerTo = async ({ bytes }: Asked): Promise<Answered> => {
  try {
    const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    return await readStackFile(whole, (frame) => gzipSync(frame, { level: 5 }))
  } catch (error) {
    return error instanceof DicomRefused ? { refused: error.reason } : { error: String(error) }
  }
}

parentPort?.on('message', (asked: Asked) => void answerTo(asked).then((answer) => parentPort?.postMessage(answer)))
