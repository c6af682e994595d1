import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { casePosted } from '#server/community/cases/cases.events.ts'
import { type Report, readReport } from '#server/community/cases/import-case.rules.ts'
import { importCase, isKnown } from '#server/community/cases/import-case.ts'
import type { Deps } from '#server/community/deps.ts'
import { indexCase } from '#server/community/search/index-case.ts'
import { countWaiting } from '#server/community/texts/count-waiting.ts'
import { openEngines } from '#server/community/texts/openEngines.ts'
import { readSiteGlossary } from '#server/community/texts/siteGlossary.ts'
import type { Language } from '#server/community/texts/Translator.ts'
import { translateText } from '#server/community/texts/texts.jobs.ts'
import { translateWanted } from '#server/community/texts/translate-wanted.ts'
import { CannotStart } from '#server/platform/CannotStart.ts'
import { openDatabase } from '#server/platform/database.ts'
import { systemIds } from '#server/platform/ids.ts'
import { openLog } from '#server/platform/log.ts'
import type { DB } from '#server/platform/schema/community.generated.ts'
import { systemClock } from '#server/platform/time.ts'
import { readyApertium } from '#server/startUp.ts'
import { type Command, UsageError } from './Command.ts'
import { showProgress } from './showProgress.ts'
import { withDatabases } from './withDatabases.ts'

export const command: Command = {
  usage: 'FILE.jsonl [--language en|es] [--dry-run]',
  summary: 'Imports published case reports as case studies that name their source.',
  help: [
    'A line is {"id", "text", "source", "doi", "url", "licence"}, and may have "language" and "date". A report is known by its DOI and its id',
    'together: importing it again changes nothing. A line that cannot be imported is reported with its number and skipped.',
    'Without --language the line says the language, else it is found from the words. --dry-run writes nothing.',
    'The command translates what it imports itself, so that the running server goes on with what members write; if it is interrupted, or',
    'there is no engine here, the server does the rest. Nobody is alerted.',
  ],
  run: async ({ config, words, say }) => {
    const { values, positionals } = parseArgs({
      args: [...words],
      options: { language: { type: 'string' }, 'dry-run': { type: 'boolean', default: false } },
      allowPositionals: true,
    })
    const [file] = positionals
    if (file === undefined || positionals.length > 1) throw new UsageError('import cases takes one file.')
    const language = languageFrom(values.language)
    const lines = await linesOf(file)
    if (!config.services.includes('community')) throw new CannotStart('Cases belong to the community, which does not run here.')
    return withDatabases(config, ['community'], async ({ community: { url } }) => {
      const place = values['dry-run'] ? null : await readyApertium(config.dataFolder, systemClock.now(), complain)
      const { db, close } = openDatabase<DB>(url, { max: atOnce })
      const undo = [close]
      try {
        const terms = await readSiteGlossary({ db })
        const glossary = async () => terms
        const translator = values['dry-run']
          ? null
          : openEngines(config.engines, { place, glossary, now: () => systemClock.now().getTime() })
        if (translator) undo.push(() => translator.stop())
        const deps = { db, clock: systemClock, ids: systemIds, log: openLog('community'), translator, glossary }
        const result = await importLines(deps, lines, { language, dryRun: values['dry-run'] })
        report(result, { dryRun: values['dry-run'], say })
        return 0
      } finally {
        for (const step of undo.reverse()) await step()
      }
    })
  },
}

const complain = (line: string): void => console.error(line)

/** Enough to write the next cases down while the engine is at work on others. */
const atOnce = 4

const languageFrom = (given: string | undefined): Language | null => {
  if (given !== undefined && given !== 'en' && given !== 'es') throw new UsageError(`--language must be en or es, not "${given}".`)
  return given ?? null
}

interface Line {
  readonly number: number
  readonly text: string
}

const linesOf = async (file: string): Promise<readonly Line[]> => {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new CannotStart(`${file} cannot be read (${error.code}).`)
  })
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .map((line, index) => ({ number: index + 1, text: line }))
    .filter((line) => line.text.trim() !== '')
}

export interface ImportResult {
  readonly lines: number
  readonly imported: number
  readonly known: number
  /** Line numbers by the reason for which they were refused. */
  readonly refused: ReadonlyMap<string, readonly number[]>
  readonly texts: number
  /** Texts that are not readable in both languages yet. */
  readonly waiting: number
  /** Words that went to the engine, and how long everything took. */
  readonly words: number
  readonly seconds: number
}

type Needs = Pick<Deps, 'db' | 'clock' | 'ids' | 'log' | 'translator' | 'glossary'>

/** Imports every line that is a report, and translates it. */
export const importLines = async (
  deps: Needs,
  lines: readonly Line[],
  { language, dryRun }: { language: Language | null; dryRun: boolean },
): Promise<ImportResult> => {
  const began = deps.clock.now().getTime()
  const progress = showProgress(lines.length, process.stderr, () => deps.clock.now().getTime())
  const refused = new Map<string, number[]>()
  const texts: string[] = []
  const seen = new Set<string>()
  let [done, imported, known, words] = [0, 0, 0, 0]

  const take = async (found: Report): Promise<void> => {
    const isRepeated = seen.has(found.externalId)
    seen.add(found.externalId)
    const isNew = !isRepeated && !(await isKnown(deps, found))
    if (dryRun || !isNew) {
      if (isNew) imported += 1
      else known += 1
      return
    }
    // What the case asks to be translated is done here; should this end early, the rows are due for the server a little later.
    const wanted: { textId: string; language: Language }[] = []
    const posted: string[] = []
    const jobs = {
      ask: async (_trx: unknown, { queue }: { queue: string }, data: object) => {
        if (queue === translateText.queue) wanted.push(data as (typeof wanted)[number])
        if (queue === casePosted.job.queue) posted.push((data as { caseId: string }).caseId)
      },
    }
    if (!(await importCase({ ...deps, jobs }, found, language ?? found.language ?? null))) {
      known += 1
      return
    }
    imported += 1
    texts.push(...wanted.map(({ textId }) => textId))
    if (deps.translator) {
      await Promise.all(wanted.map(({ textId, language: into }) => translateWanted({ ...deps, jobs }, textId, into)))
      words += found.text.split(/\s+/).length
    }
    for (const caseId of posted) await indexCase(deps, caseId)
  }

  const waitingLines = lines.values()
  const takeLines = async (): Promise<void> => {
    for (const { number, text } of waitingLines) {
      const found = readReport(text)
      if (typeof found === 'string') refused.set(found, [...(refused.get(found) ?? []), number])
      else await take(found)
      done += 1
      progress.done(done)
    }
  }
  try {
    await Promise.all(Array.from({ length: atOnce }, takeLines))
  } finally {
    progress.clear()
  }
  return {
    lines: lines.length,
    imported,
    known,
    refused,
    texts: texts.length,
    waiting: await countWaiting(deps, texts),
    words,
    seconds: (deps.clock.now().getTime() - began) / 1_000,
  }
}

const report = (result: ImportResult, { dryRun, say }: { dryRun: boolean; say: (line: string) => void }): void => {
  const { lines, imported, known, refused, texts, waiting, words, seconds } = result
  for (const [reason, numbers] of refused)
    complain(`Refused: ${numbers.length === 1 ? 'line' : 'lines'} ${numbers.join(', ')} ${reason} (${numbers.length}).`)
  const refusals = [...refused.values()].flat().length
  say(`${lines} lines: ${imported} ${dryRun ? 'would be imported' : 'imported'}, ${known} here already, ${refusals} refused.`)
  if (imported === 0 || dryRun) return
  say(`${texts - waiting} of ${texts} texts are readable in both languages${waiting > 0 ? '; the server translates the others' : ''}.`)
  say(`${seconds.toFixed(1)} s${words > 0 ? `, ${Math.round(words / seconds)} words a second` : ''}.`)
}
