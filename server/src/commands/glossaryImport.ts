import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import type { TermPair } from '#contract/community/glossary.ts'
import { pairOf } from '#server/community/glossary/glossary.rules.ts'
import { importTerms } from '#server/community/glossary/import-terms.ts'
import { rowsOf, termFrom } from '#server/community/texts/readGlossary.ts'
import { CannotStart } from '#server/platform/CannotStart.ts'
import { openDatabase } from '#server/platform/database.ts'
import { systemIds } from '#server/platform/ids.ts'
import { openJobs } from '#server/platform/jobs.ts'
import { openLog } from '#server/platform/log.ts'
import type { DB } from '#server/platform/schema/community.generated.ts'
import { openSignals } from '#server/platform/signals.ts'
import { systemClock } from '#server/platform/time.ts'
import { type Command, UsageError } from './Command.ts'
import { withDatabases } from './withDatabases.ts'

export const command: Command = {
  usage: 'FILE.tsv --licence WORDS',
  summary: 'Adds a list of terms in both languages to the glossary, in the place of an earlier one of the same name.',
  help: [
    'A row is: class (n noun, a adjective, v regular verb, d adverb, p preposition, x abbreviation), English, Spanish, gender of the Spanish noun,',
    'then options: only=en or only=es for the one language it is read in, for=SPECIALTY,… for an abbreviation, near=WORD,… for words of the same',
    'sentence that give it this reading, drug for a medicine. Lines that begin with # are left out.',
    '--licence says under which terms the list may be used, and is kept with it. Only texts that hold one of the terms are translated again, by',
    'the program when it runs.',
  ],
  run: async ({ config, words, say }) => {
    const { values, positionals } = parseArgs({ args: [...words], options: { licence: { type: 'string' } }, allowPositionals: true })
    const [file] = positionals
    if (file === undefined || positionals.length > 1) throw new UsageError('glossary import takes one file.')
    if (!values.licence) throw new UsageError('--licence says under which terms the list may be used.')
    const licence = values.licence
    const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
      throw new CannotStart(`${file} cannot be read (${error.code}).`)
    })
    const source = basename(file)
    const terms = termsIn(text, source)
    if (!config.services.includes('community')) throw new CannotStart('The glossary belongs to the community, which does not run here.')
    return withDatabases(config, ['community'], async ({ community: { url } }) => {
      const log = openLog('community')
      const { db, close } = openDatabase<DB>(url, { max: 2 })
      const signals = openSignals(url, log)
      const jobs = await openJobs(url, log, { workers: false })
      try {
        const before = await importTerms({ db, signals, jobs, clock: systemClock, ids: systemIds }, terms, { source, licence })
        say(`${terms.length} terms of ${source} are in the glossary${before > 0 ? `, in the place of ${before}` : ''}.`)
        return 0
      } finally {
        await jobs.stop()
        await signals.close()
        await close()
      }
    })
  },
}

const termsIn = (text: string, source: string): readonly TermPair[] => {
  try {
    return rowsOf(text).map(({ line, cells }) => pairOf(termFrom(cells, `${source}:${line}`)))
  } catch (error) {
    throw new CannotStart(`${(error as Error).message}.`)
  }
}
