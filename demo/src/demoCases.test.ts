import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ageBands } from '#atlas/ageBands.ts'
import type { Both, DemoCase, DemoDoctor } from '#demo/DemoCase.ts'
import { demoCases } from './demoCases.ts'

/** All but the two stories of product.md, which are longer and have claims of their own. */
const cases = demoCases.filter(({ slug }) => slug !== 'plastic-bronchitis' && slug !== 'the-sister')
const asked = (language: 'en' | 'es') => cases.filter((story) => story.language === language)

const imageFolder = join(import.meta.dirname, '../images')

/** Every text written in both languages inside a value, however deep. */
const bothIn = (value: unknown): readonly Both[] => {
  if (typeof value !== 'object' || value === null) return []
  return 'en' in value && 'es' in value ? [value as Both] : Object.values(value).flatMap(bothIn)
}

const figuresIn = (text: string) => (text.match(/\d+(?:[.,]\d+)?/g) ?? []).map((figure) => figure.replace(',', '.')).toSorted()

const doctorsOf = (story: DemoCase): readonly DemoDoctor[] => [story.asker, ...story.doctors]

const answersOf = (story: DemoCase) => story.events.filter((event) => event.kind === 'answer')

const isOpen = (story: DemoCase) => !story.outcome && !story.workingDiagnosis

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

  test('points only at its own images, and says the numbers it points with', () => {
    for (const { pins = [], text } of story.events as DemoCase['events'])
      for (const { number, file } of pins) {
        expect(story.images.map((image) => image.file)).toContain(file)
        expect(text.en).toContain(`pin ${number}`)
        expect(text.es).toContain(`marca ${number}`)
      }
  })

  test('names no calendar year', () => {
    for (const { en, es } of bothIn(story)) expect(`${en} ${es}`).not.toMatch(/\b(19|20)\d\d\b/)
  })

  test('tells its events in the order they happened, all in the past, and at most eight', () => {
    const times = story.events.map((event) => event.at)
    expect(times.length).toBeLessThanOrEqual(8)
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

  test('shows only drawings and phantoms that exist', () => {
    for (const image of story.images)
      expect(readFileSync(join(imageFolder, image.file), 'latin1')).toMatch(image.file.endsWith('.dcm') ? /^\0{128}DICM/ : /^<svg /)
  })

  test('was seen by everybody who spoke, and no doctor is counted twice within 30 minutes', () => {
    const { doctors, views } = story.seenBy
    expect(doctors).toBeGreaterThanOrEqual(Math.max(8, story.doctors.length))
    expect(doctors).toBeLessThanOrEqual(250)
    expect(views).toBeGreaterThanOrEqual(doctors)
    expect(views).toBeLessThanOrEqual(doctors * (Math.floor(story.hoursAgo * 2) + 1))
  })
})

describe('the cases together', () => {
  test('are thirteen in each language, each with its own slug', () => {
    expect(new Set(demoCases.map((story) => story.slug)).size).toBe(demoCases.length)
    for (const language of ['en', 'es'] as const) expect(asked(language)).toHaveLength(13)
  })

  test('are mostly answered in the other language too', () => {
    for (const [language, other] of [
      ['en', 'es'],
      ['es', 'en'],
    ] as const)
      expect(asked(language).filter((story) => story.events.some((event) => event.language === other)).length).toBeGreaterThan(9)
  })

  test('keep one specialty and one country for each name', () => {
    const named = doctorsByName(demoCases)
    expect(named.size).toBeGreaterThanOrEqual(8)
    for (const [name, places] of named) expect([name, places.size]).toEqual([name, 1])
  })

  test('leave three open in each language, recent and urgent, and one of them at least without an answer', () => {
    for (const language of ['en', 'es'] as const) {
      const open = asked(language).filter(isOpen)
      expect(open).toHaveLength(3)
      for (const story of open) {
        expect(story.hoursAgo).toBeLessThan(3)
        expect(['minutes', 'hours']).toContain(story.urgency)
      }
      expect(open.filter((story) => answersOf(story).length === 0).length).toBeGreaterThanOrEqual(1)
    }
  })

  test('mostly close with an outcome, and some stand at a working diagnosis or bring values', () => {
    expect(cases.filter((story) => story.mode === 'ask' && story.outcome).length).toBeGreaterThanOrEqual(16)
    expect(cases.filter((story) => story.workingDiagnosis).length).toBeGreaterThanOrEqual(1)
    const withLabs = cases.filter((story) => story.events.some((event) => event.kind === 'update' && event.labs))
    expect(withLabs.length).toBeGreaterThanOrEqual(6)
  })

  test('share one in each language that was solved from the start and takes only comments', () => {
    for (const language of ['en', 'es'] as const) {
      const shared = asked(language).filter((story) => story.mode === 'share')
      expect(shared).toHaveLength(1)
      expect(shared[0]?.outcome?.at).toBe(0)
      for (const event of shared[0]?.events ?? []) expect(event.kind).toBe('comment')
    }
  })
})

/** The places each name appears at, as specialty and country. */
function doctorsByName(stories: readonly DemoCase[]): ReadonlyMap<string, ReadonlySet<string>> {
  const places = new Map<string, Set<string>>()
  for (const { name, specialty, country } of stories.flatMap(doctorsOf))
    if (name) places.set(name, (places.get(name) ?? new Set()).add(`${specialty}, ${country}`))
  return places
}
