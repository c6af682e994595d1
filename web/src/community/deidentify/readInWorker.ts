import type { Field, FoundInField } from '#deidentify/findInFields.ts'
import type { Language } from '#deidentify/Identifier.ts'

type Reply = { readonly id: number; readonly found: readonly FoundInField[] }

let worker: Worker | null = null
let asked = 0
const waiting = new Map<number, { resolve: (found: readonly FoundInField[]) => void; reject: (reason: Error) => void }>()

const startWorker = (): Worker => {
  const started = new Worker(new URL('./guard.worker.ts', import.meta.url), { type: 'module' })
  started.addEventListener('message', ({ data }: MessageEvent<Reply>) => {
    waiting.get(data.id)?.resolve(data.found)
    waiting.delete(data.id)
  })
  // A dictionary that did not come over a bad line: the next reading starts another worker.
  started.addEventListener('error', () => {
    started.terminate()
    worker = null
    for (const { reject } of waiting.values()) reject(new Error('the guard did not start'))
    waiting.clear()
  })
  return started
}

/** What the guard finds in these fields, read beside the page. Rejects where its dictionaries cannot be loaded. */
export const readInWorker = (fields: readonly Field[], language: Language): Promise<readonly FoundInField[]> => {
  worker ??= startWorker()
  asked += 1
  const id = asked
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject })
    worker?.postMessage({ id, fields, language })
  })
}
