import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { stackLimits } from '#contract/community/media.ts'
import { inTurns } from '../../../platform/inTurns.ts'
import { refuse } from '../../../platform/refuse.ts'
import { seconds } from '../../../platform/time.ts'
import type { DicomReason } from './DicomRefused.ts'
import type { Answered, Asked } from './readDicom.worker.ts'
import type { StackFile } from './stack.rules.ts'

const patience = 20 * seconds
/** How long the reader waits for another file before it ends. */
const idle = 60 * seconds

let worker: Worker | null = null
let ending: NodeJS.Timeout | undefined
const oneAtATime = inTurns(1)

const begin = (): Worker => {
  const begun = new Worker(new URL('./readDicom.worker.ts', import.meta.url), { resourceLimits: { maxOldGenerationSizeMb: 512 } })
  begun.unref()
  begun.once('exit', () => {
    if (worker === begun) worker = null
  })
  // What broke is told to whoever asked; the thread is begun anew.
  begun.on('error', () => {})
  return begun
}

const ask = async (bytes: Buffer): Promise<Answered> => {
  clearTimeout(ending)
  worker ??= begin()
  const asked = worker
  const stop = AbortSignal.timeout(patience)
  try {
    const answer = once(asked, 'message', { signal: stop })
    asked.postMessage({ bytes } satisfies Asked)
    const [answered] = (await answer) as [Answered]
    ending = setTimeout(() => void asked.terminate(), idle)
    ending.unref()
    return answered
  } catch (error) {
    worker = null
    await asked.terminate()
    return { error: String(error) }
  }
}

const refusalFor: Readonly<Record<DicomReason, () => never>> = {
  unreadable: () => refuse('image.dicom-unreadable'),
  'no-picture': () => refuse('image.dicom-no-picture'),
  compression: () => refuse('image.dicom-compression'),
  'too-much': () => refuse('image.stack-too-large', { frames: stackLimits.frames, megapixels: stackLimits.pixels / 1_000_000 }),
}

/** A DICOM file taken apart: what a viewer needs of it, and its frames, packed with gzip. One file at a time, in a thread of its own. Refuses what it cannot read. */
export const readDicom = async (bytes: Buffer): Promise<{ said: StackFile; frames: readonly Uint8Array[] }> => {
  const answer = await oneAtATime(() => ask(bytes))
  if ('refused' in answer) return refusalFor[answer.refused]()
  return 'error' in answer ? refuse('image.dicom-unreadable') : answer
}
