// Measures how fast the privacy guard reads, in Node and in the worker of a browser as the composer asks it: script/bench guard --texts FOLDER [--times 60].

import { readFile } from 'node:fs/promises'
import { cpus, loadavg } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { chromium } from 'playwright-core'
import { findInFields } from '#deidentify/findInFields.ts'
import type { Language } from '#deidentify/Identifier.ts'
import type { Asked } from './guardInBrowser.ts'
import { keepResults } from './keepResults.ts'
import { servePage } from './servePage.ts'

const { values: options } = parseArgs({ options: { texts: { type: 'string' }, times: { type: 'string', default: '60' } } })
if (options.texts === undefined) throw new Error('Name a folder with texts, one JSON object with "text" a line: --texts FOLDER')
const folder = options.texts
const times = Number(options.times)
const say = (line: string): void => console.log(line)

/** Texts of notes and queries as they are published; they are put together to a thousand words each. */
const files: Record<Language, readonly string[]> = {
  en: ['en_asqphi_dev.jsonl', 'en_injected_dev.jsonl'],
  es: ['es_meddocan_dev.jsonl', 'es_injected_dev.jsonl'],
}
const enough = 1_000
const wordsIn = (text: string): number => text.split(/\s+/).length

const textsIn = async (language: Language): Promise<string[]> => {
  const lines = (await Promise.all(files[language].map((name) => readFile(join(folder, name), 'utf8')))).flatMap((file) =>
    file.split('\n').filter((line) => line !== ''),
  )
  const texts: string[] = []
  let open = ''
  for (let at = 0; texts.length < times; at += 1) {
    const { text } = JSON.parse(lines[at % lines.length] ?? '{}') as { text: string }
    open += `${text}\n`
    if (wordsIn(open) < enough) continue
    texts.push(
      open
        .trim()
        .split(/(?<=\s)(?=\S)/)
        .slice(0, enough)
        .join(''),
    )
    open = ''
  }
  return texts
}

const figuresOf = ([first = 0, ...rest]: readonly number[]) => {
  const sorted = rest.toSorted((a, b) => a - b)
  const at = (share: number) => Number((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1))
  return { first: Number(first.toFixed(1)), p50: at(0.5), p95: at(0.95) }
}

const page = await servePage('guardInBrowser.ts')
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
})
try {
  const results: Record<string, object> = {}
  for (const language of ['en', 'es'] as const) {
    const texts = await textsIn(language)
    const tab = await browser.newPage()
    await tab.goto(page.address)
    const { times: inWorker, found } = await tab.evaluate((asked) => window.readAll(asked), { texts, language } satisfies Asked)
    await tab.close()
    const foundInNode: string[] = []
    const inNode = texts.map((text) => {
      const before = process.cpuUsage()
      const all = findInFields([{ path: 'sections/history', text }], language)
      const { user, system } = process.cpuUsage(before)
      foundInNode.push(all.map(({ start, end }) => `${start}-${end}`).join(' '))
      return (user + system) / 1_000
    })
    // The same code, so that the same is found but where the tables of letters of Chromium and Node differ.
    const differing = found.filter((places, at) => places !== foundInNode[at]).length
    const figures = { texts: texts.length, differing, worker: figuresOf(inWorker), node: figuresOf(inNode) }
    results[language] = figures
    say(
      `${language}, ms for 1,000 words: worker ${line(figures.worker)}; Node, of processor, ${line(figures.node)}; another finding in ${differing} of ${texts.length}.`,
    )
  }
  say(`Load of the machine at the end: ${(loadavg()[0] ?? 0).toFixed(1)} on ${cpus().length} cores.`)
  await keepResults('guard', { browser: browser.version(), milliseconds: results })
} finally {
  await browser.close()
  await page.close()
}

function line({ first, p50, p95 }: ReturnType<typeof figuresOf>): string {
  return `p50 ${p50}, p95 ${p95}, the first with its dictionaries ${first}`
}
