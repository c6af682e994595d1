// Measures whom a case could ask among a million members, how many rings go out, and how many notices pass the gate: script/bench routing.
import { cpus, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { specialties } from '#atlas/specialties.ts'
import { notify } from '#server/community/notifications/notify.ts'
import { refreshMembers } from '#server/community/routing/refresh-members.ts'
import { type Asking, whoToAsk } from '#server/community/routing/who-to-ask.ts'
import { dueRings } from '#server/community/routing/widen-rings.ts'
import { openDatabase } from '#server/platform/database.ts'
import { systemIds } from '#server/platform/ids.ts'
import { openLog } from '#server/platform/log.ts'
import type { DB } from '#server/platform/schema/community.generated.ts'
import { days, hours, later } from '#server/platform/time.ts'
import { askedAbout, places, specialtySizes } from '#server/simulation/model.ts'
import { epochOf } from '#tickets/tickets.rules.ts'
import { seededChance } from './chance.ts'
import { keepResults } from './keepResults.ts'
import { addDueRings, addMembers, bytesOfTopics, countRows, everyMember, type Population, settleTables, spendBudgets } from './load.sql.ts'
import { loadCommunity } from './loadCommunity.ts'
import { openBench } from './openBench.ts'
import { sharesOf } from './sharesOf.ts'

const { values: options } = parseArgs({
  options: { members: { type: 'string', default: '1000000' }, times: { type: 'string', default: '2000' } },
})
const members = Number(options.members)
const times = Number(options.times)
const size = { members: 2_000, cases: 1_500, comments: 3_000, commentsInOne: 20 }
/** 09:00 in New York, 15:00 in Madrid: a busy hour. The cases are half a year old by then at most. */
const now = new Date('2027-03-03T14:00:00Z')

const say = (line: string): void => console.log(line)
const count = (n: number): string => Math.round(n).toLocaleString('en')

const figuresOf = (durations: readonly number[]) => {
  const at = sharesOf(durations, 1)
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) }
}

const upTo = (weights: readonly number[]): number[] => {
  const sum = weights.reduce((all, each) => all + each, 0)
  return weights.map((_, place) => weights.slice(0, place + 1).reduce((all, each) => all + each, 0) / sum)
}

const population: Population = {
  specialties: specialties.map(({ code }) => code),
  specialtiesUpTo: upTo(specialties.map(({ code }) => specialtySizes[code] ?? 1)),
  places: places.map(({ country, zone }) => ({ country, zone, language: country === 'ES' || country === 'MX' ? 'es' : 'en' })),
  placesUpTo: upTo(places.map(({ share }) => share)),
}

const { server, connect, undo, end } = await openBench('community')
try {
  const [owner, client] = [await connect(server.ownerUrl), await connect(server.url)]
  const { db, close } = openDatabase<DB>(server.url, { max: 10 })
  undo.push(close)
  const log = openLog('community')
  log.level = 'error'
  let clock = now
  const deps = { db, ids: systemIds, clock: { now: () => clock }, log }

  const loaded = await loadCommunity(client, size, now)
  await addMembers(owner, members, population, epochOf(now) + 6)
  const everybody = await everyMember(client)
  const began = performance.now()
  for (let from = 0; from < everybody.length; from += 1_000) await refreshMembers(deps, everybody.slice(from, from + 1_000))
  const takenIn = everybody.length / ((performance.now() - began) / 1_000)
  await settleTables(owner)
  const [topics, bytes] = [await countRows(client, 'ring_topic'), await bytesOfTopics(client)]
  say(
    `${count(members)} members, ${count(topics)} specialties to ask them about, ${count(bytes / 1e6)} MB; laid out at ${count(takenIn)} members/s.`,
  )

  const chance = seededChance(11)
  const asked = Object.keys(askedAbout)
  const codes = specialties.map(({ code }) => code)
  const asking = (specialty: string, ring: number): Asking => ({
    caseId: chance.pick(loaded.openCaseIds),
    ring,
    urgency: 'hours',
    child: false,
    specialties: [specialty],
    added: [],
    audience: 'everyone',
    language: chance.next() < 0.3 ? 'es' : 'en',
  })
  const timed = async (draw: () => { asking: Asking; at: Date }, runs = times) => {
    for (let warm = 0; warm < 50; warm += 1) {
      const { asking: one, at } = draw()
      await whoToAsk(db, one, at)
    }
    const durations: number[] = []
    for (let run = 0; run < runs; run += 1) {
      const { asking: one, at } = draw()
      const from = performance.now()
      await whoToAsk(db, one, at)
      durations.push(performance.now() - from)
    }
    return figuresOf(durations)
  }
  const anyHour = () => later(now, chance.below(24) * hours)
  const picks: Record<string, ReturnType<typeof figuresOf>> = {}
  const measurePick = async (what: string, draw: () => { asking: Asking; at: Date }): Promise<void> => {
    const figures = await timed(draw)
    picks[what] = figures
    say(`${what.padEnd(58)} p50 ${figures.p50}, p95 ${figures.p95}, p99 ${figures.p99}, most ${figures.max} ms`)
  }
  await measurePick('first ring, any of the 108 specialties, any hour', () => ({ asking: asking(chance.pick(codes), 0), at: anyHour() }))
  await measurePick('first ring, as cases are asked', () => ({ asking: asking(chance.pick(asked), 0), at: anyHour() }))
  await measurePick('a later ring, with generalists', () => ({ asking: asking(chance.pick(asked), 2), at: anyHour() }))
  await measurePick('nobody sure which specialty', () => ({ asking: { ...asking('', 0), specialties: [] }, at: anyHour() }))

  // What a round trip costs at this moment, so that the figures above can be read on a busy machine.
  const trips: number[] = []
  for (let run = 0; run < times; run += 1) {
    const from = performance.now()
    await client.query('select 1')
    trips.push(performance.now() - from)
  }
  picks['a round trip that asks nothing'] = figuresOf(trips)
  say(`a round trip that asks nothing: p50 ${figuresOf(trips).p50}, p99 ${figuresOf(trips).p99} ms`)

  const largest = 'internal-medicine'
  const spent = await spendBudgets(client, largest, 0.9, later(now, 6 * days))
  await measurePick(`${largest}, ${count(spent)} of it just out of budget`, () => ({ asking: asking(largest, 2), at: anyHour() }))

  const rings = async (workers: number, cases: readonly string[]) => {
    clock = later(clock, hours)
    await addDueRings(client, cases, clock)
    const before = await countRows(client, 'ring_alert')
    const from = performance.now()
    await Promise.all(Array.from({ length: workers }, () => dueRings(deps, clock)))
    const seconds = (performance.now() - from) / 1_000
    const alerts = (await countRows(client, 'ring_alert')) - before
    say(`${workers} at once: ${count(cases.length / seconds)} rings/s with ${count(alerts / seconds)} alerts/s.`)
    return { workers, ringsPerSecond: Math.round(cases.length / seconds), alertsPerSecond: Math.round(alerts / seconds) }
  }
  const open = loaded.openCaseIds
  const third = Math.floor(open.length / 3)
  const waves = [
    await rings(1, open.slice(0, third)),
    await rings(2, open.slice(third, 2 * third)),
    await rings(4, open.slice(2 * third, 3 * third)),
  ]

  const recipients = 100
  const rounds = Math.min(100, Math.floor(everybody.length / recipients))
  const from = performance.now()
  for (let round = 0; round < rounds; round += 1)
    await db.transaction().execute((trx) =>
      notify(
        deps,
        trx,
        everybody.slice(round * recipients, (round + 1) * recipients).map((account) => ({
          to: { account },
          kind: 'outcome',
          about: open[0] ?? '',
          key: `bench:${round}`,
        })),
      ),
    )
  const noticesPerSecond = Math.round((rounds * recipients) / ((performance.now() - from) / 1_000))
  say(`Outcomes told to ${recipients} at a time: ${count(noticesPerSecond)} notices/s through the gate.`)
  say(`Load of the machine at the end: ${(loadavg()[0] ?? 0).toFixed(1)} on ${cpus().length} cores.`)
  await keepResults(`routing-${members}`, {
    members,
    topics,
    megabytes: Math.round(bytes / 1e6),
    laidOutPerSecond: Math.round(takenIn),
    milliseconds: picks,
    waves,
    noticesPerSecond,
  })
} finally {
  await end()
}
