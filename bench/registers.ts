// Writes an NPPES file of invented people, imports it beside a plain COPY of the same columns, and looks numbers up: script/bench registers.
import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { createReadStream, createWriteStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { cpus, loadavg } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { parseArgs, promisify } from 'node:util'
import pg from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import { openDatabase } from '#server/platform/database.ts'
import type { DB } from '#server/platform/schema/registrar.generated.ts'
import { fileRegister } from '#server/registrar/registers/fileRegister.ts'
import { fileRegisters } from '#server/registrar/registers/openRegisters.ts'
import { seededChance } from './chance.ts'
import { keepResults } from './keepResults.ts'
import { npiAt, nppesFile } from './nppesFile.ts'
import { openBench } from './openBench.ts'
import { sharesOf } from './sharesOf.ts'

const { values: options } = parseArgs({
  options: { rows: { type: 'string', default: '1000000' }, lookups: { type: 'string', default: '5000' } },
})
const rows = Number(options.rows)
const seed = 2_026

const say = (line: string): void => console.log(line)
const run = promisify(execFile)

const { folder, server, end } = await openBench('registrar')
try {
  const path = join(folder, 'npidata_pfile.csv')
  const small = join(folder, 'small.csv')
  await writeRows(path, rows)
  await writeRows(small, rows / 10)
  const megabytes = (await stat(path)).size / 1e6
  say(`${rows.toLocaleString('en')} rows of 330 columns, ${megabytes.toFixed(0)} MB.`)

  const tenth = await imported(server.ownerUrl, small)
  const whole = await imported(server.ownerUrl, path)
  const rate = Math.round(whole.read / whole.seconds)
  say(
    `Import: ${rate.toLocaleString('en')} rows/s (${whole.seconds.toFixed(1)} s, ${whole.cpuSeconds.toFixed(1)} s of this process), ${whole.kept.toLocaleString('en')} kept.`,
  )
  say(`Peak memory: ${whole.peakMegabytes.toFixed(0)} MB; of a file of a tenth, ${tenth.peakMegabytes.toFixed(0)} MB.`)
  const plain = await plainCopy(server.ownerUrl, join(folder, 'rows.tsv'))
  say(
    `Plain COPY of the same columns: ${Math.round(plain.rows / plain.seconds).toLocaleString('en')} kept rows/s (${plain.seconds.toFixed(1)} s), without an index.`,
  )
  const lookups = await lookUp(server.url)
  say(`Look-up by number, one after the other: p50 ${lookups.p50} ms, p99 ${lookups.p99} ms.`)
  say(`Load of the machine at the end: ${(loadavg()[0] ?? 0).toFixed(1)} on ${cpus().length} cores.`)
  await keepResults('registers', {
    rows,
    megabytes,
    rate,
    whole,
    tenth,
    plain,
    lookups,
  })
} finally {
  await end()
}

async function writeRows(path: string, count: number): Promise<void> {
  const out = createWriteStream(path)
  for (const piece of nppesFile(count, seededChance(seed))) if (!out.write(piece)) await once(out, 'drain')
  out.end()
  await once(out, 'close')
}

interface Run {
  read: number
  kept: number
  seconds: number
  cpuSeconds: number
  peakMegabytes: number
}

async function imported(ownerUrl: string, path: string): Promise<Run> {
  const { stdout } = await run(process.execPath, [join(import.meta.dirname, 'importNppes.ts'), ownerUrl, path])
  return JSON.parse(stdout) as Run
}

/** The limit of the database: the rows the import kept, copied out as text and in again. */
async function plainCopy(ownerUrl: string, path: string): Promise<{ rows: number; seconds: number }> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await pipeline(client.query(copyTo('copy (select * from register_row) to stdout')), createWriteStream(path))
    await client.query('create table plain (like register_row)')
    const began = performance.now()
    const copy = client.query(copyFrom('copy plain from stdin'))
    await pipeline(createReadStream(path, { highWaterMark: 1_000_000 }), copy)
    return { rows: copy.rowCount, seconds: (performance.now() - began) / 1_000 }
  } finally {
    await client.end()
  }
}

async function lookUp(url: string): Promise<{ p50: number; p99: number }> {
  const { db, close } = openDatabase<DB>(url, { max: 1 })
  const [nppes] = fileRegisters
  const register = fileRegister({ db }, nppes)
  const chance = seededChance(seed + 1)
  const times: number[] = []
  try {
    for (let turn = 0; turn < Number(options.lookups); turn += 1) {
      const began = performance.now()
      const found = await register.lookUp(npiAt(chance.below(rows)), {})
      times.push(performance.now() - began)
      if (found.outcome === 'unavailable') throw new Error('The register does not answer')
    }
  } finally {
    await close()
  }
  const at = sharesOf(times, 2)
  return { p50: at(0.5), p99: at(0.99) }
}
