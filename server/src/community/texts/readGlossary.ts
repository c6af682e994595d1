import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { glossaryOf } from './glossary.rules.ts'
import type { Glossary, Term, TermClass } from './Translator.ts'

const folder = join(import.meta.dirname, '../../../glossary')

/**
 * A word of everyday language that the engine knows in several senses, and the one that doctors mean.
 * `cnj` is one it takes for the beginning of a clause, with its meaning before a noun: `before surgery`.
 */
export interface Sense {
  readonly class: 'n' | 'v' | 'adj' | 'adv' | 'pr' | 'cnj'
  readonly word: string
  readonly meaning: string
}

const classes: Readonly<Record<string, TermClass>> = {
  n: 'noun',
  a: 'adjective',
  v: 'verb',
  d: 'adverb',
  p: 'preposition',
  x: 'abbreviation',
}

/** The glossary that comes with the product without what is replaced of it (class, English and Spanish, with tabs between), and what else is known. */
export async function readGlossary(
  more: readonly Term[] = [],
  replaced: ReadonlySet<string> = new Set(),
  edition: number | null = null,
): Promise<Glossary> {
  const text = await readFile(join(folder, 'terms.tsv'), 'utf8')
  const own = rowsOf(text).map(({ line, cells }) => termFrom(cells, `terms.tsv:${line}`))
  const kept = own.filter((term) => !replaced.has([term.class, term.en, term.es].join('\t')))
  const version = createHash('sha256')
    .update(text)
    .update(JSON.stringify([more, [...replaced]]))
    .digest('hex')
    .slice(0, 12)
  return glossaryOf([...more, ...kept], version, edition)
}

/** The rows of the glossary that comes with the product. */
export const bundledRows = async (): Promise<readonly string[]> =>
  rowsOf(await readFile(join(folder, 'terms.tsv'), 'utf8')).map(({ cells }) => cells.join('\t'))

let bundled: Promise<Glossary> | undefined

/** The glossary that comes with the product alone, read once. */
export const bundledGlossary = (): Promise<Glossary> => {
  bundled ??= readGlossary()
  return bundled
}

export const readSenses = async (from: string, to: string): Promise<readonly Sense[]> => {
  const text = await readFile(join(folder, `senses.${from}-${to}.tsv`), 'utf8').catch(() => '')
  return rowsOf(text).map(({ cells: [kind, word, meaning] }) => ({ class: kind as Sense['class'], word: word!, meaning: meaning! }))
}

/** A row is `class, English, Spanish, gender, options`; an option is `en=PLURAL`, `es=PLURAL`, `only=LANGUAGE`,
 * `for=SPECIALTY,...`, `near=WORD,WORD-,...` or `drug`. */
export function termFrom([kind = '', en = '', es = '', gender = '', ...options]: readonly string[], where: string): Term {
  const termClass = classes[kind]
  if (!termClass || en === '' || es === '')
    throw new Error(`${where}: a term needs its class (${Object.keys(classes).join(', ')}) and both languages`)
  const option = (name: string) => options.find((text) => text.startsWith(`${name}=`))?.slice(name.length + 1)
  const [enPlural, esPlural, only, near] = [option('en'), option('es'), option('only'), option('near')]
  return {
    class: termClass,
    en,
    es,
    gender: gender === 'm' || gender === 'f' || gender === 'mf' ? gender : null,
    plural: { ...(enPlural && { en: enPlural }), ...(esPlural && { es: esPlural }) },
    oneWay: only === 'en' || only === 'es' ? only : null,
    specialties: option('for')?.split(',') ?? [],
    ...(near && { near: near.split(',') }),
    isDrug: options.includes('drug'),
  }
}

export const rowsOf = (text: string): readonly { line: number; cells: readonly string[] }[] =>
  text
    .split(/\r?\n/)
    .map((row, i) => ({ line: i + 1, cells: row.split('\t').map((cell) => cell.trim()) }))
    .filter(({ cells }) => cells[0] !== '' && !cells[0]!.startsWith('#'))
