// Reads what is being written beside the page, so that typing never waits for it. The dictionaries are loaded with it, and only then.
import { type Field, findInFields } from '#deidentify/findInFields.ts'
import type { Language } from '#deidentify/Identifier.ts'

self.addEventListener('message', ({ data }: MessageEvent<{ id: number; fields: readonly Field[]; language: Language }>) => {
  self.postMessage({ id: data.id, found: findInFields(data.fields, data.language) })
})
