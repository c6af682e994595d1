// Imports one file, as a process of its own so that its memory can be measured: node bench/importNppes.ts OWNER_URL FILE
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { systemClock } from '#server/platform/time.ts'
import { formats } from '#server/registrar/registers/importing/formats.ts'
import { importRegister } from '#server/registrar/registers/importing/importRegister.ts'

const [ownerUrl = '', path = ''] = process.argv.slice(2)
const format = formats.get('us-nppes')
if (!format) throw new Error('There is no format us-nppes')
const began = performance.now()
const result = await importRegister(
  {
    name: 'bench.csv',
    bytes: (await stat(path)).size,
    asOf: systemClock.now().toISOString().slice(0, 10),
    chunks: createReadStream(path, { highWaterMark: 1_000_000 }),
  },
  { ownerUrl, clock: systemClock, format, delta: false, onProgress: () => {}, onBroken: () => {} },
)
const { user, system } = process.cpuUsage()
const seconds = (performance.now() - began) / 1_000
console.log(
  JSON.stringify({ ...result, seconds, cpuSeconds: (user + system) / 1e6, peakMegabytes: process.resourceUsage().maxRSS / 1_024 }),
)
