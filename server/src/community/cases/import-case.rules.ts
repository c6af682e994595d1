import { limits } from '#contract/community/cases.ts'
import type { TextLanguage } from '#contract/shapes.ts'
import { splitIntoPieces } from '../texts/sentences.ts'

/** A case report that somebody has published, as one line of a file tells it. */
export interface Report {
  /** What it is known by here: a second import of the same finds it. */
  readonly externalId: string
  readonly text: string
  /** Null where the line does not say. */
  readonly language: TextLanguage | null
  readonly source: string
  /** Without the resolver's address before it. */
  readonly doi: string | null
  readonly url: string | null
  readonly licence: string
  readonly publishedAt: Date | null
}

/** A report, or why a line is none: the end of "Line 7 …". */
export const readReport = (line: string): Report | string => {
  const record = objectIn(line)
  if (!record) return 'is not a JSON object'
  const field = (name: string): string => (typeof record[name] === 'string' ? record[name].trim() : '')
  const text = field('text')
  if (text === '') return 'has no text'
  if (text.length > limits.section) return `has a text of more than ${limits.section} characters`
  if (Object.values(record).some((value) => typeof value === 'string' && value.includes('\0'))) return 'holds a character that no text has'
  const source = field('source')
  if (source === '') return 'does not say where it was published'
  const licence = field('licence')
  if (licence === '') return 'has no licence'
  const doi = field('doi').replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/i, '')
  if (doi !== '' && !/^10\.\d{4,9}\/\S+$/.test(doi)) return 'has a DOI that is none'
  const url = field('url')
  if (url !== '' && !(URL.canParse(url) && /^https?:$/.test(new URL(url).protocol))) return 'has an address that is none of the web'
  // A DOI can stand for a whole collection, or for an article with several patients; the file's own id tells those apart.
  const externalId = [doi, field('id')].filter((part) => part !== '').join('#')
  if (externalId === '') return 'has neither a DOI nor an id'
  const language = field('language')
  if (language !== '' && language !== 'en' && language !== 'es') return 'is in a language other than English or Spanish'
  const publishedAt = new Date(field('date'))
  return {
    externalId,
    text,
    language: language === '' ? null : language,
    source,
    doi: doi || null,
    url: url || null,
    licence,
    publishedAt: Number.isNaN(publishedAt.getTime()) ? null : publishedAt,
  }
}

const objectIn = (line: string): Readonly<Record<string, unknown>> | null => {
  try {
    const value: unknown = JSON.parse(line)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : null
  } catch {
    return null
  }
}

/** A first sentence as short as "Male, 40 years." tells two reports apart for nobody. */
const tellsEnough = 40

/** The question a report is listed under: its first sentence, with the next while that is very short, cut at a word where it is long. */
export const questionFrom = (text: string): string => {
  let question = ''
  for (const { kind, text: sentence } of splitIntoPieces(text)) {
    if (kind !== 'sentence') continue
    question = question === '' ? sentence : `${question} ${sentence}`
    if (question.length >= tellsEnough) break
  }
  return cutAtWord(question || text, limits.question)
}

/** A text as it is where it has room, else as many whole words as have, and an ellipsis. */
export const cutAtWord = (text: string, max: number): string => {
  if (text.length <= max) return text
  const room = text.slice(0, max)
  const words = /^(.*\S)\s/su.exec(room)?.[1] ?? room.slice(0, max - 1).replace(/[\uD800-\uDBFF]$/, '')
  return `${words.replace(/[\s,;:.(¿¡–—-]+$/u, '')}…`
}
