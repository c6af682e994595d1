// The operator's tool: script/consilium <command> [words].
import { join } from 'node:path'
import { CannotStart } from '#server/platform/CannotStart.ts'
import { readConfig } from '#server/platform/config.ts'
import { UsageError } from './Command.ts'
import { commands } from './commands.ts'

const say = (line: string): void => console.log(line)
const complain = (line: string): void => console.error(line)

const overview = async (): Promise<string> => {
  const lines = await Promise.all(
    Object.entries(commands).map(async ([name, load]) => {
      const { usage, summary } = (await load()).command
      return `  ${`${name} ${usage}`.trim().padEnd(44)} ${summary}`
    }),
  )
  return ['Usage: script/consilium <command>', '', ...lines, '', 'script/consilium <command> --help says more about one.'].join('\n')
}

/** The longest name the words begin with: some names are two words, such as `import cases`. */
const nameIn = (words: readonly string[]): string | undefined =>
  [words.slice(0, 2).join(' '), words[0] ?? ''].find((name) => Object.hasOwn(commands, name))

const main = async (words: readonly string[]): Promise<number> => {
  if (words.length === 0 || words[0] === '--help' || words[0] === '-h') {
    say(await overview())
    return words.length === 0 ? 2 : 0
  }
  const name = nameIn(words)
  const load = name === undefined ? undefined : commands[name]
  if (name === undefined || load === undefined) {
    complain(`There is no command "${words[0]}"; script/consilium --help lists them.`)
    return 2
  }
  const { command } = await load()
  const usage = `Usage: script/consilium ${`${name} ${command.usage}`.trim()}`
  const rest = words.slice(name.split(' ').length)
  if (rest.includes('--help') || rest.includes('-h')) {
    say([usage, '', command.summary, ...(command.help ? ['', ...command.help] : [])].join('\n'))
    return 0
  }
  const config = readConfig(process.env, [], join(import.meta.dirname, '../../..'))
  if (typeof config === 'string') {
    complain(config)
    return 1
  }
  try {
    return await command.run({ config, words: rest, say })
  } catch (error) {
    const isUsage = error instanceof UsageError || String((error as NodeJS.ErrnoException).code).startsWith('ERR_PARSE_ARGS')
    if (!isUsage && !(error instanceof CannotStart)) throw error
    complain((error as Error).message)
    if (isUsage) complain(usage)
    return isUsage ? 2 : 1
  }
}

process.exitCode = await main(process.argv.slice(2))
