import type { Field, FoundInField } from '#deidentify/findInFields.ts'
import type { Language } from '#deidentify/Identifier.ts'
import { readInWorker } from '#web/community/deidentify/readInWorker.ts'

export interface Asked {
  readonly texts: readonly string[]
  readonly language: Language
}

/** How long each text takes from the page's question to the worker's answer, in milliseconds, the first with the start of the worker; and where something was found. */
const readAll = async ({ texts, language }: Asked): Promise<{ times: number[]; found: string[] }> => {
  const times: number[] = []
  const found: string[] = []
  for (const text of texts) {
    const began = performance.now()
    const fields: readonly Field[] = [{ path: 'sections/history', text }]
    const all: readonly FoundInField[] = await readInWorker(fields, language)
    times.push(performance.now() - began)
    found.push(all.map(({ start, end }) => `${start}-${end}`).join(' '))
  }
  return { times, found }
}

declare global {
  interface Window {
    readAll: typeof readAll
  }
}
window.readAll = readAll
