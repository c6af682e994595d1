import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ageBands } from '#atlas/ageBands.ts'
import type { Both, DemoCase, DemoDoctor } from '#demo/DemoCase.ts'
import { akiAfterContrast } from './aki-after-contrast.ts'
import { annularPlaquesShins } from './annular-plaques-shins.ts'
import { deliriumAnticholinergics } from './delirium-anticholinergics.ts'
import { dkaAndHeadache } from './dka-and-headache.ts'
import { hypocalcaemiaAfterThyroidectomy } from './hypocalcaemia-after-thyroidectomy.ts'
import { limpKneePain } from './limp-knee-pain.ts'
import { marathonHyponatraemia } from './marathon-hyponatraemia.ts'
import { pheochromocytomaGp } from './pheochromocytoma-gp.ts'
import { postpartumBreathlessness } from './postpartum-breathlessness.ts'
import { rashOnLamotrigine } from './rash-on-lamotrigine.ts'
import { redEyeReducedVision } from './red-eye-reduced-vision.ts'
import { typeADissection } from './type-a-dissection.ts'
import { wellensPatternEcg } from './wellens-pattern-ecg.ts'

const cases: readonly DemoCase[] = [
  akiAfterContrast,
  annularPlaquesShins,
  deliriumAnticholinergics,
  dkaAndHeadache,
  hypocalcaemiaAfterThyroidectomy,
  limpKneePain,
  marathonHyponatraemia,
  pheochromocytomaGp,
  postpartumBreathlessness,
  rashOnLamotrigine,
  redEyeReducedVision,
  typeADissection,
  wellensPatternEcg,
]

const imageFolder = join(import.meta.dirname, '../../images')

/** Every text written in both languages inside a value, however deep. */
const bothIn = (value: unknown): readonly Both[] => {
  if (typeof value !== 'object' || value === null) return []
  return 'en' in value && 'es' in value ? [value as Both] : Object.values(value).flatMap(bothIn)
}

const figuresIn = (text: string) => (text.match(/\d+(?:[.,]\d+)?/g) ?? []).map((figure) => figure.replace(',', '.')).toSorted()

const doctorsOf = (story: DemoCase): readonly DemoDoctor[] => [story.asker, ...story.doctors]

const answersOf = (story: DemoCase) => story.events.filter((event) => event.kind === 'answer')

const openCases = cases.filter((story) => !story.outcome && !story.workingDiagnosis)

describe.each(cases.map((story) => [story.slug, story] as const))('%s', (_, story) => {
  test('asks a question of at most 140 characters in both languages', () => {
    expect(story.question.en.length).toBeLessThanOrEqual(140)
    expect(story.question.es.length).toBeLessThanOrEqual(140)
  })

  test('gives the same figures in both languages, with the decimal sign of each', () => {
    for (const { en, es } of bothIn(story)) {
      expect(figuresIn(es), es).toEqual(figuresIn(en))
      expect(en).not.toMatch(/\d,\d/)
      expect(es).not.toMatch(/\d\.\d/)
    }
  })

  test('speaks to the reader as usted', () => {
    for (const { es } of bothIn(story)) expect(es).not.toMatch(/(?<!\p{L})(tú|tus?|te|ti|vosotros|vuestr[oa]s?)(?!\p{L})/iu)
  })

  test('tells its events in the order they happened, all in the past', () => {
    const times = story.events.map((event) => event.at)
    expect(times).toEqual(times.toSorted((a, b) => a - b))
    expect(new Set(times).size).toBe(times.length)
    const now = story.hoursAgo * 60
    for (const at of [...times, story.workingDiagnosis?.at ?? 0, story.outcome?.at ?? 0]) {
      expect(at).toBeGreaterThanOrEqual(0)
      expect(at).toBeLessThan(now)
    }
  })

  test('refers only to events and doctors that exist, and a reply comes after what it replies to', () => {
    const ids = story.events.map((event) => event.id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const [index, event] of story.events.entries()) if (event.replyTo) expect(ids.slice(0, index)).toContain(event.replyTo)
    for (const id of story.outcome?.helped ?? []) expect(ids).toContain(id)

    const keys = doctorsOf(story).map((doctor) => doctor.key)
    expect(new Set(keys).size).toBe(keys.length)
    expect(story.asker.key).toBe('asker')
    const speakers = new Set(story.events.map((event) => event.by).filter((by) => by !== 'asker'))
    expect(speakers).toEqual(new Set(story.doctors.map((doctor) => doctor.key)))
  })

  test('thanks colleagues, never the asker', () => {
    for (const id of story.outcome?.helped ?? []) expect(story.events.find((event) => event.id === id)?.by).not.toBe('asker')
  })

  test('lets only the asker update, only others answer, and nobody answer after the outcome', () => {
    const closedAt = story.outcome?.at ?? Number.POSITIVE_INFINITY
    for (const event of story.events) {
      if (event.kind === 'update') expect(event.by).toBe('asker')
      if (event.kind === 'answer' || event.kind === 'question-back') {
        expect(event.by).not.toBe('asker')
        expect(event.at).toBeLessThan(closedAt)
      }
    }
    for (const answer of answersOf(story)) expect([answer.confidence, answer.seen]).not.toContain(undefined)
  })

  test('keeps the limits of the form', () => {
    expect(story.suspicions.length).toBeLessThanOrEqual(5)
    expect(story.questionTypes.length).toBeLessThanOrEqual(2)
    expect(story.specialties.length).toBeGreaterThanOrEqual(1)
    expect(story.specialties.length).toBeLessThanOrEqual(3)
    expect(ageBands).toContain(story.patient.ageBand)
  })

  test('shows only drawings that exist', () => {
    for (const image of story.images) expect(readFileSync(join(imageFolder, image.file), 'utf8')).toMatch(/^<svg /)
  })

  test('was seen by everybody who spoke, and no doctor is counted twice within 30 minutes', () => {
    const { doctors, views } = story.seenBy
    expect(doctors).toBeGreaterThanOrEqual(Math.max(8, story.doctors.length))
    expect(doctors).toBeLessThanOrEqual(240)
    expect(views).toBeGreaterThanOrEqual(doctors)
    expect(views).toBeLessThanOrEqual(doctors * (Math.floor(story.hoursAgo * 2) + 1))
  })
})

describe('the cases asked in English, together', () => {
  test('are thirteen, each with its own slug', () => {
    expect(new Set(cases.map((story) => story.slug)).size).toBe(13)
    for (const story of cases) expect(story.language).toBe('en')
  })

  test('are answered in Spanish too', () => {
    expect(cases.filter((story) => story.events.some((event) => event.language === 'es')).length).toBeGreaterThan(9)
  })

  test('name four doctors, each of one specialty in one country', () => {
    const named = doctorsByName(cases)
    expect(named.size).toBe(4)
    for (const places of named.values()) expect(places.size).toBe(1)
  })

  test('leave three open, recent and urgent, two of them without an answer', () => {
    expect(openCases).toHaveLength(3)
    for (const story of openCases) {
      expect(story.hoursAgo).toBeLessThan(3)
      expect(['minutes', 'hours']).toContain(story.urgency)
    }
    expect(openCases.filter((story) => answersOf(story).length === 0)).toHaveLength(2)
  })

  test('close with an outcome in at least eight, and with a working diagnosis in one', () => {
    expect(cases.filter((story) => story.mode === 'ask' && story.outcome).length).toBeGreaterThanOrEqual(8)
    expect(cases.filter((story) => story.workingDiagnosis)).toHaveLength(1)
  })

  test('bring updates with laboratory values in at least six', () => {
    const withLabs = cases.filter((story) => story.events.some((event) => event.kind === 'update' && event.labs))
    expect(withLabs.length).toBeGreaterThanOrEqual(6)
  })

  test('share one that was solved from the start and takes only comments', () => {
    const shared = cases.filter((story) => story.mode === 'share')
    expect(shared).toHaveLength(1)
    expect(shared[0]?.outcome?.at).toBe(0)
    for (const event of shared[0]?.events ?? []) expect(event.kind).toBe('comment')
  })
})

/** The places each name appears at, as specialty and country. */
function doctorsByName(stories: readonly DemoCase[]): ReadonlyMap<string, ReadonlySet<string>> {
  const places = new Map<string, Set<string>>()
  for (const { name, specialty, country } of stories.flatMap(doctorsOf))
    if (name) places.set(name, (places.get(name) ?? new Set()).add(`${specialty}, ${country}`))
  return places
}
