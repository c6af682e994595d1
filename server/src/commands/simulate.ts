import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { glossaryOf } from '#server/community/texts/glossary.rules.ts'
import { openDatabase } from '#server/platform/database.ts'
import { startEmbeddedPostgres } from '#server/platform/embeddedPostgres.ts'
import { openLog } from '#server/platform/log.ts'
import { migrate, migrationsOf } from '#server/platform/migrate.ts'
import { openFolderStore } from '#server/platform/openFolderStore.ts'
import type { DB } from '#server/platform/schema/community.generated.ts'
import { openSecrets } from '#server/platform/secrets.ts'
import { headings, lineOf, plotOf, tableOf } from '#server/simulation/figures.rules.ts'
import { type Model, usualModel } from '#server/simulation/model.ts'
import { simulate } from '#server/simulation/simulate.ts'
import { type Command, UsageError } from './Command.ts'
import { showProgress } from './showProgress.ts'

const flagOf = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
const names = Object.keys(usualModel) as (keyof Model)[]

const modelFrom = (words: readonly string[]): { model: Model; plot: string | undefined } => {
  const options = Object.fromEntries([...names.map(flagOf), 'plot'].map((flag) => [flag, { type: 'string' as const }]))
  const { values } = parseArgs({ args: [...words], options })
  const given = names.map((name): [string, number] => {
    const said = values[flagOf(name)]
    const value = said === undefined ? usualModel[name] : Number(said)
    if (!Number.isFinite(value) || value < 0) throw new UsageError(`--${flagOf(name)} must be a number of zero or more, not "${said}".`)
    return [name, value]
  })
  return { model: Object.fromEntries(given) as unknown as Model, plot: values['plot'] as string | undefined }
}

export const command: Command = {
  usage: '[--members 50000] [--cases-per-day 16] [--days 14] [--seed 1] [--plot FILE.svg] [--opened 0.2] …',
  summary: 'Runs modelled doctors against the rings of the product and tells how soon they answer.',
  help: [
    `What is assumed, each a flag: ${names.map((name) => `--${flagOf(name)} ${usualModel[name]}`).join(' ')}.`,
    'It works on a database of its own, which is thrown away. docs/simulation.md tells where the figures come from.',
  ],
  run: async ({ words, say }) => {
    const { model, plot } = modelFrom(words)
    const folder = await mkdtemp(join(tmpdir(), 'consilium-simulation-'))
    const undo: (() => Promise<unknown>)[] = [() => rm(folder, { recursive: true, force: true })]
    try {
      const server = await startEmbeddedPostgres({ dataDir: folder, name: 'community', log: () => {} })
      undo.push(() => server.stop())
      await migrate({ ownerUrl: server.ownerUrl, folder: migrationsOf('community'), appRole: 'community' })
      const { db, close } = openDatabase<DB>(server.url, { max: 4 })
      undo.push(close)
      const progress = showProgress(Math.round(model.casesPerDay * model.days), process.stderr, () => performance.now())
      const told = await simulate(
        {
          db,
          log: openLog('community'),
          signals: { hear: () => {}, tell: async () => {}, close: async () => {} },
          files: openFolderStore(join(folder, 'files')),
          secrets: await openSecrets('community', { folder: join(folder, 'secrets'), env: {} }),
          mail: null,
          push: null,
          translator: null,
          placeFinder: { find: async () => ({ looked: 'whole', boxes: [] }), stop: async () => {} },
          glossary: async () => glossaryOf([], 'none'),
          manifest: { read: () => Promise.reject(new Error('A simulation has no registrar')) },
          origin: 'http://localhost',
          registrarOrigin: 'http://registrar.localhost',
          demo: false,
        },
        model,
        (done) => progress.done(done),
      )
      progress.clear()
      say(
        `${model.members} members, ${told.routed.length} cases in ${model.days} days, seed ${model.seed}. Median / p90; within 1 h / 24 h.`,
      )
      const lines = [
        headings,
        lineOf('with rings', told.routed),
        lineOf('feed alone', told.feedOnly),
        lineOf('feed of 300,000', told.feedOf300k),
      ]
      for (const line of tableOf(lines)) say(line)
      say(
        `Alerts: ${told.alertsPerCase.toFixed(0)} a case, ${told.alertsPerDoctorWeek.toFixed(2)} a doctor and week on average, ${told.mostInAWeek} at most. Woken off call: ${told.nightWakings}.`,
      )
      if (plot !== undefined) {
        await writeFile(plot, plotOf(told.routed, told.feedOnly))
        say(`Drawn to ${plot}.`)
      }
      return told.nightWakings === 0 ? 0 : 1
    } finally {
      for (const step of undo.reverse()) await step()
    }
  },
}
