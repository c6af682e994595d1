import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { apertium } from '#server/community/texts/apertium.ts'
import { detectLanguage } from '#server/community/texts/detectLanguage.ts'
import type { Language } from '#server/community/texts/Translator.ts'
import { translateText } from '#server/community/texts/translateText.ts'
import { CannotStart } from '#server/platform/CannotStart.ts'
import { openDataFolder } from '#server/platform/dataFolder.ts'
import { readyApertium } from '#server/startUp.ts'
import { type Command, UsageError } from './Command.ts'

export const command: Command = {
  usage: '[--from en|es] [--to en|es] < FILE',
  summary: 'Translates each line of the standard input the way posts are translated.',
  help: [
    'Without --from the language of each line is found from its words; without --to it goes into the other language.',
    'A sentence whose figures, denials or sides would not come through stays in the original, and its reason goes to the error output.',
  ],
  run: async ({ config, words, say }) => {
    const { values } = parseArgs({ args: [...words], options: { from: { type: 'string' }, to: { type: 'string' } } })
    const [givenFrom, givenTo] = [languageFrom('--from', values.from), languageFrom('--to', values.to)]
    await openDataFolder(config.dataFolder)
    const place = await readyApertium(config.dataFolder, new Date(), complain)
    if (!place) throw new CannotStart('There is no translation engine on this machine.')
    const translator = apertium(place)
    let failures = 0
    try {
      for await (const line of createInterface({ input: process.stdin })) {
        const from = givenFrom ?? detectLanguage(line, givenTo === 'en' ? 'es' : 'en')
        const to = givenTo ?? (from === 'en' ? 'es' : 'en')
        if (from === to) {
          say(line)
          continue
        }
        const { body, segments } = await translateText({ translator }, line, from, to)
        for (const { source, held, error } of segments) {
          if (held) complain(`In the original (${held.map(({ kind }) => kind).join(', ')}): ${source}`)
          if (error === undefined) continue
          failures += 1
          complain(`Not translated (${error}): ${source}`)
        }
        say(body)
      }
    } finally {
      await translator.stop()
    }
    return failures === 0 ? 0 : 1
  },
}

const complain = (line: string): void => console.error(line)

const languageFrom = (option: string, given: string | undefined): Language | null => {
  if (given === undefined) return null
  if (given !== 'en' && given !== 'es') throw new UsageError(`${option} must be en or es, not "${given}".`)
  return given
}
