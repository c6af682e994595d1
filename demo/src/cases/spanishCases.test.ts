import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ageBands } from '#atlas/ageBands.ts'
import type { Both, DemoCase, DemoDoctor } from '#demo/DemoCase.ts'
import { acuteScrotum } from './acute-scrotum.ts'
import { feverAfterATrip } from './fever-after-a-trip.ts'
import { headacheJawAndBlurredVision } from './headache-jaw-and-blurred-vision.ts'
import { incompleteKawasaki } from './incomplete-kawasaki.ts'
import { lithiumAfterADiuretic } from './lithium-after-a-diuretic.ts'
import { lymphNodeAndAKitten } from './lymph-node-and-a-kitten.ts'
import { patchWithoutFeeling } from './patch-without-feeling.ts'
import { preeclampsiaBeforeTransfer } from './preeclampsia-before-transfer.ts'
import { scorpionSting } from './scorpion-sting.ts'
import { suddenVisualLoss } from './sudden-visual-loss.ts'
import { thromboticMicroangiopathy } from './thrombotic-microangiopathy.ts'
import { thunderclapHeadache } from './thunderclap-headache.ts'
import { varicealBleed } from './variceal-bleed.ts'

const cases: readonly DemoCase[] = [
  acuteScrotum,
  feverAfterATrip,
  headacheJawAndBlurredVision,
  incompleteKawasaki,
  lithiumAfterADiuretic,
  lymphNodeAndAKitten,
  patchWithoutFeeling,
  preeclampsiaBeforeTransfer,
  scorpionSting,
  suddenVisualLoss,
  thromboticMicroangiopathy,
  thunderclapHeadache,
  varicealBleed,
]

const images = join(import.meta.dirname, '../../images')

/** Every text of a value that exists in both languages, however deep. */
const textsIn = (value: unknown): readonly Both[] => {
  if (typeof value !== 'object' || value === null) return []
  if ('en' in value && 'es' in value) return [value as Both]
  return Object.values(value).flatMap(textsIn)
}

const numbersIn = (text: string): readonly string[] =>
  (text.match(/\d+(?:[.,]\d+)?/g) ?? []).map((number) => number.replace(',', '.')).sort()

const peopleOf = (demoCase: DemoCase): readonly DemoDoctor[] => [demoCase.asker, ...demoCase.doctors]

/** The doctors other than the asker who said something. */
const participantsOf = (demoCase: DemoCase) => new Set(demoCase.events.map((event) => event.by).filter((key) => key !== 'asker'))

/** A doctor's view counts at most once in 30 minutes. */
const mostViews = ({ hoursAgo, seenBy }: DemoCase): number => seenBy.doctors * (Math.floor(hoursAgo * 2) + 1)

describe.each(cases.map((demoCase) => [demoCase.slug, demoCase] as const))('%s', (_, demoCase) => {
  test('asks a question that fits a headline in both languages', () => {
    expect(demoCase.question.en.length).toBeLessThanOrEqual(140)
    expect(demoCase.question.es.length).toBeLessThanOrEqual(140)
  })

  test('gives the same figures in both languages', () => {
    for (const { en, es } of textsIn(demoCase)) expect(numbersIn(es), es).toEqual(numbersIn(en))
  })

  test('writes decimals with a comma in Spanish and a point in English', () => {
    for (const { en, es } of textsIn(demoCase)) {
      expect(en).not.toMatch(/\d,\d/)
      expect(es).not.toMatch(/\d\.\d/)
    }
  })

  test('names no calendar year and no age outside the bands', () => {
    for (const { en, es } of textsIn(demoCase)) expect(`${en} ${es}`).not.toMatch(/\b(19|20)\d\d\b/)
    expect(ageBands).toContain(demoCase.patient.ageBand)
  })

  test('has one doctor for each key, and each of them says something', () => {
    const keys = peopleOf(demoCase).map((doctor) => doctor.key)
    expect(new Set(keys).size).toBe(keys.length)
    expect(participantsOf(demoCase)).toEqual(new Set(demoCase.doctors.map((doctor) => doctor.key)))
  })

  test('has from three to eight events in the order they happened, within the time that has passed', () => {
    const times = demoCase.events.map((event) => event.at)
    expect(times.length).toBeGreaterThanOrEqual(3)
    expect(times.length).toBeLessThanOrEqual(8)
    times.reduce((before, at) => {
      expect(at).toBeGreaterThan(before)
      return at
    }, 0)
    const minutesPassed = demoCase.hoursAgo * 60
    for (const at of [...times, demoCase.workingDiagnosis?.at ?? 0, demoCase.outcome?.at ?? 0]) expect(at).toBeLessThan(minutesPassed)
  })

  test('replies only to what was said before, and thanks only what exists', () => {
    const ids = demoCase.events.map((event) => event.id)
    expect(new Set(ids).size).toBe(ids.length)
    demoCase.events.forEach((event, index) => {
      if (event.replyTo) expect(ids.slice(0, index)).toContain(event.replyTo)
    })
    for (const id of demoCase.outcome?.helped ?? []) expect(ids).toContain(id)
  })

  test('lets nobody but the asker bring updates, and says of every answer how sure it is', () => {
    for (const event of demoCase.events) {
      if (event.kind === 'update') expect(event.by).toBe('asker')
      if (event.kind === 'answer') {
        expect(event.by).not.toBe('asker')
        expect([event.confidence, event.seen]).not.toContain(undefined)
      }
    }
  })

  test('takes no answer after its outcome', () => {
    const closedAt = demoCase.outcome?.at ?? Number.POSITIVE_INFINITY
    for (const event of demoCase.events)
      if (event.kind === 'answer' || event.kind === 'question-back') expect(event.at).toBeLessThan(closedAt)
  })

  test('suspects at most five things and names one to three specialties', () => {
    expect(demoCase.suspicions.length).toBeLessThanOrEqual(5)
    expect(demoCase.specialties.length).toBeGreaterThanOrEqual(1)
    expect(demoCase.specialties.length).toBeLessThanOrEqual(3)
    expect(demoCase.questionTypes.length).toBeLessThanOrEqual(2)
  })

  test('shows only pictures that exist', () => {
    for (const image of demoCase.images) expect(existsSync(join(images, image.file)), image.file).toBe(true)
  })

  test('claims no more views than its doctors could have given', () => {
    expect(demoCase.seenBy.doctors).toBeGreaterThanOrEqual(demoCase.doctors.length)
    expect(demoCase.seenBy.views).toBeGreaterThanOrEqual(demoCase.seenBy.doctors)
    expect(demoCase.seenBy.views).toBeLessThanOrEqual(mostViews(demoCase))
  })
})

describe('the cases asked in Spanish, together', () => {
  test('are thirteen, each with its own slug', () => {
    expect(new Set(cases.map((demoCase) => demoCase.slug)).size).toBe(13)
    for (const demoCase of cases) expect(demoCase.language).toBe('es')
  })

  test('keep one specialty and one country for each name', () => {
    const placeOf = new Map<string, string>()
    for (const doctor of cases.flatMap(peopleOf)) {
      if (!doctor.name) continue
      const place = `${doctor.specialty}, ${doctor.country}`
      expect(placeOf.get(doctor.name) ?? place).toBe(place)
      placeOf.set(doctor.name, place)
    }
    expect(placeOf.size).toBe(4)
  })

  test('leave three open and recent, one of them without an answer', () => {
    const open = cases.filter((demoCase) => !demoCase.outcome && !demoCase.workingDiagnosis)
    expect(open).toHaveLength(3)
    for (const demoCase of open) {
      expect(demoCase.hoursAgo).toBeLessThan(3)
      expect(['minutes', 'hours']).toContain(demoCase.urgency)
    }
    expect(open.filter((demoCase) => demoCase.events.every((event) => event.kind !== 'answer'))).toHaveLength(1)
  })

  test('share one case solved from the start, to which colleagues only comment', () => {
    const shared = cases.filter((demoCase) => demoCase.mode === 'share')
    expect(shared).toHaveLength(1)
    for (const demoCase of shared) {
      expect(demoCase.outcome?.at).toBe(0)
      expect(new Set(demoCase.events.map((event) => event.kind))).toEqual(new Set(['comment']))
    }
  })
})
