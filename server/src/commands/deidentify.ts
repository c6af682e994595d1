import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { findIdentifiers } from '#deidentify/findIdentifiers.ts'
import type { Language } from '#deidentify/Identifier.ts'
import { type Command, UsageError } from './Command.ts'

export const command: Command = {
  usage: '--jsonl [--indirect] < FILE.jsonl',
  summary: 'Finds what could name a patient, as the composer and the server do.',
  help: [
    'Reads {"id", "lang", "text"} a line and writes {"id", "spans": [{"start", "end", "kind"}]}, offsets in UTF-16 units.',
    'Kinds: name, date, age, place, address, facility, phone, email, web, id. With --indirect also the hints of kind "indirect".',
  ],
  run: async ({ words, say }) => {
    const { values } = parseArgs({
      args: [...words],
      options: { jsonl: { type: 'boolean', default: false }, indirect: { type: 'boolean', default: false } },
    })
    if (!values.jsonl) throw new UsageError('deidentify reads lines of JSON: say --jsonl.')
    let failures = 0
    let number = 0
    for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
      number += 1
      if (line.trim() === '') continue
      const asked = readLine(line)
      if (!asked) {
        failures += 1
        console.error(`Line ${number} is not {"id", "lang": "en" or "es", "text"}.`)
        continue
      }
      const spans = findIdentifiers(asked.text, { language: asked.lang })
        .filter(({ kind }) => values.indirect || kind !== 'indirect')
        .map(({ start, end, kind }) => ({ start, end, kind }))
      say(JSON.stringify({ id: asked.id, spans }))
    }
    return failures === 0 ? 0 : 1
  },
}

interface Line {
  readonly id: unknown
  readonly lang: Language
  readonly text: string
}

const readLine = (line: string): Line | null => {
  try {
    const { id, lang, text } = JSON.parse(line) as Partial<Line>
    return (lang === 'en' || lang === 'es') && typeof text === 'string' ? { id, lang, text } : null
  } catch {
    return null
  }
}
