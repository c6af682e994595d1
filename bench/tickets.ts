// Signs tickets as the registrar does, unseen, and blinds and finalises them in Chromium as a doctor's browser does: script/bench tickets.
import { cpus, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { chromium } from 'playwright-core'
import { fromBase64url, toBase64url } from '#tickets/base64url.ts'
import { blindSign, generateTicketKey } from '#tickets/sign.ts'
import { keepResults } from './keepResults.ts'
import { servePage } from './servePage.ts'
import { sharesOf } from './sharesOf.ts'
import type { Asked } from './ticketsInBrowser.ts'

const { values: options } = parseArgs({ options: { tickets: { type: 'string', default: '1000' } } })
const tickets = Number(options.tickets)

const say = (line: string): void => console.log(line)

/** The 3072 bits are those of root tickets, the 2048 those of renewals and labels (`registrar/issuing/keys.ts`). */
const sizes = [3072, 2048] as const

const figuresOf = (durations: readonly number[]) => {
  const at = sharesOf(durations, 2)
  const mean = Number((durations.reduce((sum, each) => sum + each, 0) / durations.length).toFixed(2))
  return { first: Number((durations[0] ?? 0).toFixed(2)), mean, p50: at(0.5), p99: at(0.99) }
}

const page = await servePage('ticketsInBrowser.ts')
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
})
try {
  const results: Record<string, object> = {}
  for (const bits of sizes) {
    const { privateKey, publicKey } = await generateTicketKey(bits)
    const asked: Asked = { publicKey, tickets }
    const tab = await browser.newPage()
    await tab.goto(page.address)
    const { blinded, times: blinding } = await tab.evaluate((given) => window.askForTickets(given), asked)
    const signing: number[] = []
    const signed = blinded.map((request) => {
      const began = performance.now()
      const signature = toBase64url(blindSign(privateKey, fromBase64url(request) ?? new Uint8Array()))
      signing.push(performance.now() - began)
      return signature
    })
    const { good, times: finalising } = await tab.evaluate((given) => window.openTickets(given), signed)
    await tab.close()
    if (good !== tickets) throw new Error(`Only ${good} of ${tickets} tickets came out good`)
    const figures = { sign: figuresOf(signing), blind: figuresOf(blinding), finalise: figuresOf(finalising) }
    results[bits] = figures
    say(
      `${bits} bits, ${tickets.toLocaleString('en')} tickets, ms each: sign ${line(figures.sign)}; in Chromium blind ${line(figures.blind)}, finalise ${line(figures.finalise)}.`,
    )
  }
  say(`Load of the machine at the end: ${(loadavg()[0] ?? 0).toFixed(1)} on ${cpus().length} cores.`)
  await keepResults('tickets', { tickets, browser: browser.version(), milliseconds: results })
} finally {
  await browser.close()
  await page.close()
}

function line({ mean, p99, first }: ReturnType<typeof figuresOf>): string {
  return `${mean} (p99 ${p99}, first ${first})`
}
