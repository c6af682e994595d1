import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { findingsIn } from '#server/community/texts/gate.rules.ts'
import { score } from '#server/community/texts/score.rules.ts'
import type { Language } from '#server/community/texts/Translator.ts'
import { type Means, translateText } from '#server/community/texts/translateText.ts'
import { type Command, UsageError } from './Command.ts'
import { languageFrom, withTranslator } from './withTranslator.ts'

export const command: Command = {
  usage: '--from en|es --to en|es SRC REF [--bare]',
  summary: 'Translates the lines of SRC and scores them against the lines of REF: chrF2, and BLEU with 13a tokens.',
  help: [
    'The lines go the way posts go; with --bare they go to the engine as they stand, past protection, glossary and gate.',
    'It also counts what the gate holds back, and of how many references it would complain (false alarms).',
  ],
  run: async ({ config, words, say }) => {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: { from: { type: 'string' }, to: { type: 'string' }, bare: { type: 'boolean', default: false } },
    })
    const [from, to] = [languageFrom('--from', values.from), languageFrom('--to', values.to)]
    const [sourceFile, referenceFile] = positionals
    if (!from || !to || from === to) throw new UsageError('--from and --to must name two languages.')
    if (!sourceFile || !referenceFile || positionals.length > 2) throw new UsageError('Two files are needed, SRC and REF.')
    const [sources, references] = await Promise.all([linesOf(sourceFile), linesOf(referenceFile)])
    if (sources.length !== references.length)
      throw new UsageError(`SRC has ${sources.length} lines and REF ${references.length}: they must go together.`)
    return withTranslator(
      config,
      async (means) => {
        const started = performance.now()
        const { lines, sentences, held, failed } = await (values.bare ? bare : whole)(means, sources, from, to)
        const seconds = (performance.now() - started) / 1000
        const { chrF, bleu } = score(lines, references)
        const wordCount = sources.join(' ').split(/\s+/).length
        say(`chrF ${chrF.toFixed(2)}`)
        say(`BLEU ${bleu.toFixed(2)}`)
        say(`lines ${sources.length}, sentences ${sentences}, held by the gate ${held}, failed ${failed}`)
        if (!values.bare) {
          const alarms = sources.filter((source, i) => findingsIn(source, references[i]!, { from, to, mark: null }).length > 0)
          say(`references the gate would hold ${alarms.length} (${((100 * alarms.length) / sources.length).toFixed(2)} %)`)
        }
        say(`${Math.round(wordCount / seconds)} words/s`)
        return failed === 0 ? 0 : 1
      },
      values,
    )
  },
}

type Translated = { lines: readonly string[]; sentences: number; held: number; failed: number }

const whole = async (means: Means, sources: readonly string[], from: Language, to: Language): Promise<Translated> => {
  const texts = await Promise.all(sources.map((source) => translateText(means, source, from, to)))
  const segments = texts.flatMap((text) => text.segments)
  return {
    lines: texts.map(({ body }) => body),
    sentences: segments.length,
    held: segments.filter(({ held }) => held).length,
    failed: segments.filter(({ error }) => error !== undefined).length,
  }
}

const bare = async ({ translator }: Means, sources: readonly string[], from: Language, to: Language): Promise<Translated> => {
  const answers = await translator.translate(
    sources.map((text) => ({ text, spans: [] })),
    from,
    to,
  )
  return {
    lines: answers.map((answer, i) => ('text' in answer ? answer.text : sources[i]!)),
    sentences: sources.length,
    held: 0,
    failed: answers.filter((answer) => 'error' in answer).length,
  }
}

const linesOf = async (file: string): Promise<readonly string[]> => {
  const text = await readFile(file, 'utf8').catch((error: Error) => {
    throw new UsageError(error.message)
  })
  return text.replace(/\r?\n$/, '').split(/\r?\n/)
}
