import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { detectLanguage } from '#server/community/texts/detectLanguage.ts'
import { translateText } from '#server/community/texts/translateText.ts'
import type { Command } from './Command.ts'
import { languageFrom, withTranslator } from './withTranslator.ts'

export const command: Command = {
  usage: '[--from en|es] [--to en|es] [--json] < FILE',
  summary: 'Translates each line of the standard input the way posts are translated.',
  help: [
    'Without --from the language of each line is found from its words; without --to it goes into the other language.',
    'A sentence whose figures, denials or sides would not come through stays in the original, and its reason goes to the error output.',
    'With --json each line is {"from", "to", "text", "sentences": [{"source", "target", "proposed", "findings", "error"}]}; "proposed" is what',
    'the engine said where the gate has findings, and "target" what readers see.',
  ],
  run: async ({ config, words, say }) => {
    const { values } = parseArgs({
      args: [...words],
      options: { from: { type: 'string' }, to: { type: 'string' }, json: { type: 'boolean', default: false } },
    })
    const [givenFrom, givenTo] = [languageFrom('--from', values.from), languageFrom('--to', values.to)]
    return withTranslator(config, async (means) => {
      let failures = 0
      for await (const line of createInterface({ input: process.stdin })) {
        const from = givenFrom ?? detectLanguage(line, givenTo === 'en' ? 'es' : 'en')
        const to = givenTo ?? (from === 'en' ? 'es' : 'en')
        const { body, segments } = from === to ? { body: line, segments: [] } : await translateText(means, line, from, to)
        failures += segments.filter(({ error }) => error !== undefined).length
        if (values.json) {
          const sentences = segments.map(({ source, target, proposed, held, error }) => ({
            source,
            target,
            ...(proposed !== undefined && { proposed }),
            findings: held ?? [],
            ...(error !== undefined && { error }),
          }))
          say(JSON.stringify({ from, to, text: body, sentences }))
          continue
        }
        for (const { source, held, error } of segments) {
          if (held) complain(`In the original (${held.map(({ kind }) => kind).join(', ')}): ${source}`)
          if (error !== undefined) complain(`Not translated (${error}): ${source}`)
        }
        say(body)
      }
      return failures === 0 ? 0 : 1
    })
  },
}

const complain = (line: string): void => console.error(line)
