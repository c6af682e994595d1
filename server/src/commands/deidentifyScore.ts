import { readFile } from 'node:fs/promises'
import { findIdentifiers } from '#deidentify/findIdentifiers.ts'
import type { Language } from '#deidentify/Identifier.ts'
import { type GoldSpan, type Score, score } from '#deidentify/score.ts'
import { CannotStart } from '#server/platform/CannotStart.ts'
import { type Command, UsageError } from './Command.ts'

export const command: Command = {
  usage: 'FILE.jsonl',
  summary: 'Measures what is found against a marked set.',
  help: [
    'A line is {"id", "lang", "text", "spans": [{"start", "end", "label", "must"}]}; a line without spans is a text that names nobody.',
    'A token is a run of letters and figures, caught when all of it is covered; labels do not count. A span that need not be found (must: false)',
    'is neither missed nor a false alarm. Each language is reported apart; false alarms are also given per 1,000 words.',
  ],
  run: async ({ words, say }) => {
    const [file, more] = words
    if (file === undefined || more !== undefined) throw new UsageError('deidentify score takes one file.')
    const lines = await linesOf(file)
    for (const language of ['en', 'es'] as const) {
      const own = lines.filter(({ lang }) => lang === language)
      if (own.length === 0) continue
      // What runs often is compiled first, as it is in a server that has been up for a while.
      for (const { text } of own.slice(0, 100)) findIdentifiers(text, { language })
      const began = performance.now()
      const texts = own.map(({ text, spans }) => ({
        text,
        spans,
        found: findIdentifiers(text, { language }).filter(({ kind }) => kind !== 'indirect'),
      }))
      const milliseconds = performance.now() - began
      const count = own.reduce((sum, { text }) => sum + text.split(/\s+/).length, 0)
      for (const line of report(language, score(texts), count, milliseconds)) say(line)
    }
    return 0
  },
}

interface Line {
  readonly lang: Language
  readonly text: string
  readonly spans: readonly GoldSpan[]
}

const linesOf = async (file: string): Promise<readonly Line[]> => {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new CannotStart(`${file} cannot be read (${error.code}).`)
  })
  return text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line, index) => {
      const { lang, text: body, spans = [] } = JSON.parse(line) as Partial<Line> & { id?: unknown }
      const language = lang ?? (/^es/i.test(String((JSON.parse(line) as { id?: unknown }).id)) ? 'es' : 'en')
      if (typeof body !== 'string') throw new CannotStart(`Line ${index + 1} has no text.`)
      return { lang: language, text: body, spans }
    })
}

const share = (part: number, whole: number): string => (whole === 0 ? '  -  ' : (part / whole).toFixed(4))

const report = (language: Language, found: Score, words: number, milliseconds: number): string[] => {
  const row = (name: string, cells: readonly (string | number)[]): string =>
    `${name.padEnd(16)}${cells.map((cell) => String(cell).padStart(12)).join('')}`
  const labels = [...found.byLabel].toSorted(([one], [other]) => one.localeCompare(other))
  const alarms = [...found.falseByKind].toSorted(([, one], [, other]) => other - one)
  return [
    `${language}: ${found.texts} texts, ${words} words, ${((milliseconds / words) * 1_000).toFixed(2)} ms per 1,000 words`,
    row('', ['recall', 'precision', 'of']),
    row('tokens', [share(found.tokensCaught, found.tokens), share(found.tokensFound - found.tokensFalse, found.tokensFound), found.tokens]),
    row('full spans', [share(found.spansCaught, found.spans), '', found.spans]),
    row('texts with leak', [share(found.textsWithLeak, found.textsWithIdentifiers), '', found.textsWithIdentifiers]),
    '',
    row('by label', ['tokens', 'full spans', 'of']),
    ...labels.map(([label, tally]) =>
      row(label, [share(tally.tokensCaught, tally.tokens), share(tally.spansCaught, tally.spans), tally.spans]),
    ),
    '',
    row('false tokens', ['tokens', 'per 1,000']),
    ...alarms.map(([kind, count]) => row(kind, [count, ((count / words) * 1_000).toFixed(2)])),
    '',
  ]
}
