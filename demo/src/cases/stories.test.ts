import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ageBands } from '#atlas/ageBands.ts'
import { countries } from '#atlas/countries.ts'
import type { Both, DemoCase } from '#demo/DemoCase.ts'
import { plasticBronchitis } from './plastic-bronchitis.ts'
import { theSister } from './the-sister.ts'

const stories: readonly DemoCase[] = [plasticBronchitis, theSister]

const images = join(import.meta.dirname, '../../images')

/** Every text of a value that exists in both languages, however deep. */
const textsIn = (value: unknown): readonly Both[] => {
  if (typeof value !== 'object' || value === null) return []
  if ('en' in value && 'es' in value) return [value as Both]
  return Object.values(value).flatMap(textsIn)
}

const numbersIn = (text: string): readonly string[] =>
  (text.match(/\d+(?:[.,]\d+)?/g) ?? []).map((number) => number.replace(',', '.')).sort()

/** The doctors other than the asker who said something. */
const participantsOf = (story: DemoCase): ReadonlySet<string> => {
  const speakers = new Set(story.events.map((event) => event.by))
  speakers.delete('asker')
  return speakers
}

const saidIn = (story: DemoCase, language: 'en' | 'es') =>
  story.events.filter((event) => event.by !== 'asker' && event.language === language)

describe.each(stories.map((story) => [story.slug, story] as const))('%s', (_, story) => {
  test('says everything in both languages', () => {
    for (const { en, es } of textsIn(story)) {
      expect(en.trim(), es).not.toBe('')
      expect(es.trim(), en).not.toBe('')
    }
  })

  test('gives the same figures in both languages, each with its own decimal sign', () => {
    for (const { en, es } of textsIn(story)) {
      expect(numbersIn(es), es).toEqual(numbersIn(en))
      expect(en).not.toMatch(/\d,\d/)
      expect(es).not.toMatch(/\d\.\d/)
    }
  })

  test('keeps what it is asked to keep short', () => {
    for (const text of Object.values(story.question)) expect(text.length).toBeLessThanOrEqual(140)
    for (const { caption } of story.images) for (const text of Object.values(caption)) expect(text.length).toBeLessThanOrEqual(500)
    for (const suspicion of story.suspicions) for (const text of Object.values(suspicion)) expect(text.length).toBeLessThanOrEqual(200)
    expect(story.suspicions.length).toBeLessThanOrEqual(5)
    expect(story.specialties.length).toBeLessThanOrEqual(3)
    expect(story.questionTypes.length).toBeLessThanOrEqual(2)
  })

  test('tells nobody an age, a date or a year', () => {
    expect(ageBands).toContain(story.patient.ageBand)
    for (const { en, es } of textsIn(story)) {
      expect(`${en} ${es}`).not.toMatch(/\b(19|20)\d\d\b/)
      expect(`${en} ${es}`).not.toMatch(/\b\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\b/)
    }
  })

  test('moves forward in time and ends before the demo is made', () => {
    const times = story.events.map((event) => event.at)
    for (const [index, at] of times.entries()) expect(at, story.events[index]?.id).toBeGreaterThan(times[index - 1] ?? 0)
    const now = story.hoursAgo * 60
    for (const at of [times.at(-1), story.workingDiagnosis?.at, story.outcome?.at]) expect(at).toBeLessThan(now)
  })

  test('lets every doctor speak, and nobody who is not there', () => {
    const keys = story.doctors.map((doctor) => doctor.key)
    expect(new Set(keys).size).toBe(keys.length)
    expect(participantsOf(story)).toEqual(new Set(keys))
  })

  test('replies only to comments said before, one level deep, and thanks only comments by others', () => {
    const ids = story.events.map((event) => event.id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const [index, event] of story.events.entries()) {
      if (!event.replyTo) continue
      const repliedTo = story.events.slice(0, index).find((earlier) => earlier.id === event.replyTo)
      expect(repliedTo, event.id).toBeDefined()
      expect(repliedTo?.kind).not.toBe('update')
      expect(repliedTo?.replyTo).toBeUndefined()
    }
    expect(story.outcome?.helped).not.toHaveLength(0)
    for (const id of story.outcome?.helped ?? []) {
      const helped = story.events.find((event) => event.id === id)
      expect(helped, id).toBeDefined()
      expect(helped?.by).not.toBe('asker')
      expect(helped?.at).toBeLessThan(story.outcome?.at ?? 0)
    }
  })

  test('leaves updates and their values to the asker, and asks every answer how sure it is', () => {
    for (const event of story.events) {
      if (event.kind === 'update' || event.labs) expect([event.id, event.by, event.kind]).toEqual([event.id, 'asker', 'update'])
      if (event.kind === 'answer') expect([event.confidence, event.seen], event.id).not.toContain(undefined)
    }
  })

  test('takes no answer once it is resolved', () => {
    for (const event of story.events.filter(({ at }) => at > (story.outcome?.at ?? 0)))
      expect(['comment', 'update'], event.id).toContain(event.kind)
  })

  test('shows only drawings that exist', () => {
    for (const image of story.images) expect(existsSync(join(images, image.file)), image.file).toBe(true)
  })

  test('is viewed by at least those who took part', () => {
    expect(story.seenBy.doctors).toBeGreaterThanOrEqual(participantsOf(story).size)
    expect(story.seenBy.views).toBeGreaterThanOrEqual(story.seenBy.doctors)
  })
})

describe('the branch-like mass', () => {
  const story: DemoCase = plasticBronchitis

  test('is asked in Spanish, anonymously, by the GP in Mexico, for an answer within minutes', () => {
    expect(story).toMatchObject({ language: 'es', urgency: 'minutes', questionTypes: ['what-is-it'] })
    expect(story.asker).toEqual({ key: 'asker', specialty: 'general-practice', country: 'MX', persona: 'gp-mexico' })
  })

  test('hears “Cardiology, now” in English from the cardiologist in the United Kingdom within a quarter of an hour', () => {
    const answer = story.events.find((event) => event.text.en.startsWith('Cardiology, now.'))
    const author = story.doctors.find((doctor) => doctor.key === answer?.by)
    expect(author).toMatchObject({ persona: 'cardiology-uk', specialty: 'pediatric-cardiology', country: 'GB' })
    expect(answer).toMatchObject({ kind: 'answer', language: 'en' })
    expect(answer?.at).toBeLessThan(15)
  })

  test('brings ten doctors or more, from several countries and specialties', () => {
    expect(story.doctors.length).toBeGreaterThanOrEqual(10)
    expect(new Set(story.doctors.map((doctor) => doctor.country)).size).toBeGreaterThanOrEqual(5)
    expect(new Set(story.doctors.map((doctor) => doctor.specialty)).size).toBeGreaterThanOrEqual(5)
  })

  test('has its dangerous advice answered by others within five minutes, and taken back', () => {
    const advice = story.events.find((event) => event.id === 'sedate-and-scope')!
    const replies = story.events.filter((event) => event.replyTo === advice.id)
    expect(replies.map((reply) => reply.by)).toEqual(['cardiology-ca', advice.by])
    expect(replies.at(-1)!.at - advice.at).toBeLessThanOrEqual(5)
  })

  test('is a working diagnosis within the hour and resolved within a day', () => {
    expect(story.workingDiagnosis?.at).toBeLessThan(60)
    expect(story.outcome?.at).toBeLessThan(24 * 60)
    expect(story.outcome?.finalDiagnosis.en).toMatch(/plastic bronchitis/i)
  })
})

describe('the sister', () => {
  const story: DemoCase = theSister

  test('asks how to treat her and where it came from, not what it is', () => {
    expect(story.questionTypes).toEqual(['how-to-treat', 'public-health'])
    expect(story.asker).toEqual({ key: 'asker', specialty: 'general-practice', country: 'ZA' })
  })

  test('brings 46 doctors other than the asker, from all nine countries', () => {
    expect(participantsOf(story).size).toBe(46)
    expect(new Set(story.doctors.map((doctor) => doctor.country))).toEqual(new Set(countries.map((country) => country.code)))
  })

  test('is seen by 1,253 doctors, 3,904 times', () => {
    expect(story.seenBy).toEqual({ doctors: 1253, views: 3904 })
  })

  test('is a conversation in two languages', () => {
    expect(saidIn(story, 'es').length).toBeGreaterThanOrEqual(18)
    expect(saidIn(story, 'en').length).toBeGreaterThanOrEqual(18)
    expect(story.events.length).toBeGreaterThanOrEqual(55)
    expect(story.events.length).toBeLessThanOrEqual(60)
  })

  test('shows a name only where a doctor chose to, and never twice', () => {
    const names = story.doctors.flatMap((doctor) => doctor.name ?? [])
    expect(names.length).toBeGreaterThanOrEqual(3)
    expect(names.length).toBeLessThanOrEqual(5)
    expect(new Set(names).size).toBe(names.length)
  })

  test('names only specialties whose labels enough doctors of the demo share', () => {
    const shared = [
      'general-practice',
      'family-medicine',
      'pediatrics',
      'pediatric-nephrology',
      'nephrology',
      'infectious-disease',
      'pediatric-infectious-disease',
      'emergency-medicine',
      'critical-care-medicine',
      'public-health',
      'medical-microbiology',
      'gastroenterology',
      'internal-medicine',
      'pediatric-cardiology',
      'cardiology',
      'pulmonology',
      'pediatric-pulmonology',
      'hematology',
      'psychiatry',
      'pediatric-critical-care',
    ]
    for (const doctor of story.doctors) expect(shared, doctor.key).toContain(doctor.specialty)
  })

  test('grows with dated values and ends at home on day 11 with the source named', () => {
    const creatinine = story.events.flatMap((event) => event.labs ?? []).filter((lab) => lab.name.en === 'Creatinine')
    expect(creatinine.map((lab) => Number(lab.value))).toEqual([36, 58, 121, 178, 64, 43])
    expect(Math.floor((story.outcome?.at ?? 0) / (24 * 60))).toBe(11)
    expect(story.outcome?.finalDiagnosis.en).toMatch(/raw goat’s milk/)
  })
})
