// Runs the parts of the suite one after the other, each to its end whatever the others said, and counts once at the end.
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Count, countOf, summaryOf } from './testCounts.ts'

const clone = join(import.meta.dirname, '../..')
const reports = mkdtempSync(join(tmpdir(), 'consilium-reports-'))
const bin = (name: string): string => join(clone, 'node_modules/.bin', name)
const vitest = (project: string): string[] => [
  bin('vitest'),
  'run',
  `--project=${project}`,
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${join(reports, `${project}.json`)}`,
]

/** What each part runs. A part without a report counts as one: it passed or it failed. */
const parts: Record<string, { words: string[]; report?: string }> = {
  types: { words: [bin('tsc'), '-p', '.'] },
  lint: { words: [bin('biome'), 'ci', '.'] },
  check: { words: [process.execPath, 'script/lib/check.ts'] },
  unit: { words: vitest('unit'), report: 'unit.json' },
  db: { words: vitest('db'), report: 'db.json' },
  e2e: { words: [bin('playwright'), 'test', '--reporter=list,json'], report: 'e2e.json' },
}

const run = ([program, ...words]: string[]): Promise<boolean> =>
  new Promise((resolve) => {
    const child = spawn(program ?? '', words, {
      cwd: clone,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: join(reports, 'e2e.json') },
    })
    child.once('error', () => resolve(false))
    child.once('exit', (code) => resolve(code === 0))
  })

const reportOf = (name: string | undefined): unknown => {
  try {
    return name === undefined ? null : JSON.parse(readFileSync(join(reports, name), 'utf8'))
  } catch {
    return null
  }
}

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !(name in parts))
if (unknown.length > 0) {
  console.error(`There is no part ${unknown.join(', ')}; known are ${Object.keys(parts).join(', ')}.`)
  process.exit(2)
}

const counts: Count[] = []
for (const [name, { words, report }] of Object.entries(parts)) {
  if (!asked.includes(name)) continue
  console.log(`\n── ${name} ──`)
  const from = performance.now()
  const succeeded = await run(words)
  counts.push({ name, seconds: (performance.now() - from) / 1000, ...countOf(succeeded, reportOf(report)) })
}
rmSync(reports, { recursive: true, force: true })

console.log(`\n${summaryOf(counts)}`)
process.exit(counts.every(({ failed }) => failed === 0) ? 0 : 1)
