import type pg from 'pg'
import { specialties } from '#atlas/specialties.ts'
import type { Language } from '#contract/shapes.ts'
import type { Member } from '#server/access.ts'
import { systemIds } from '#server/platform/ids.ts'
import { days, later, minutes } from '#server/platform/time.ts'
import { epochOf } from '#tickets/tickets.rules.ts'
import { type Chance, seededChance } from './chance.ts'
import { countThreads, insertRows } from './load.sql.ts'
import { proseOf } from './prose.ts'

export interface Size {
  readonly members: number
  readonly cases: number
  readonly comments: number
  /** How many of them stand in one case, the one that is measured. */
  readonly commentsInOne: number
}

export interface Loaded {
  readonly readerId: string
  readonly readerLabel: string
  /** The case with `commentsInOne` comments. */
  readonly measuredCaseId: string
  readonly openCaseIds: readonly string[]
}

/** The doctor who reads and writes while something is measured. */
export const readerIn = ({ readerId, readerLabel }: Loaded): Member => ({
  kind: 'member',
  accountId: readerId,
  language: 'en',
  label: readerLabel,
  shown: readerLabel,
  lapsed: false,
  moderator: false,
})

interface Doctor {
  readonly id: string
  readonly label: string
  readonly specialty: string
}

const countries = ['MX', 'ES', 'GB', 'US', 'AR', 'CO', 'CL', 'PE', 'IE']
const urgencies = ['minutes', 'hours', 'days', 'no-hurry']

/** Fills an empty community with what its commands would have written: members, cases, comments, every text in both languages. */
export const loadCommunity = async (client: pg.ClientBase, size: Size, now: Date): Promise<Loaded> => {
  const chance = seededChance(7)
  const doctors = await loadDoctors(client, chance, size.members, now)
  const wards = wardsOf(doctors)
  const perCase = spread(chance, size)
  const loaded: { id: string; isOpen: boolean }[] = []
  // In portions, so that a machine with little memory can load as much.
  for (let from = 0; from < size.cases; from += 250) {
    const rows = new Rows()
    for (let place = from; place < Math.min(from + 250, size.cases); place += 1) {
      const askedAt = later(now, -(((size.cases - place) / size.cases) * 180 * days) - minutes)
      const isOpen = place === size.cases - 1 || chance.next() < 0.4
      const id = addCase(rows, chance, {
        askedAt,
        isOpen,
        ward: wards[place % wards.length] ?? doctors,
        comments: perCase[place] ?? 0,
        now,
      })
      loaded.push({ id, isOpen })
    }
    await rows.write(client)
  }
  await countThreads(client)
  return {
    readerId: doctors[0]?.id ?? '',
    readerLabel: doctors[0]?.label ?? '',
    measuredCaseId: loaded.at(-1)?.id ?? '',
    openCaseIds: loaded.filter(({ id, isOpen }) => isOpen && id !== loaded.at(-1)?.id).map(({ id }) => id),
  }
}

const loadDoctors = async (client: pg.ClientBase, chance: Chance, members: number, now: Date): Promise<readonly Doctor[]> => {
  const doctors = Array.from({ length: members }, (_, place): Doctor => {
    const specialty = specialties[place % specialties.length]?.code ?? ''
    return { id: systemIds.random(), specialty, label: `${specialty}.${chance.pick(countries)}` }
  })
  await insertRows(
    client,
    'account',
    doctors.map(({ id, label }) => ({
      id,
      root_key: bytes(systemIds.bytes(32)),
      valid_through: epochOf(now) + 6,
      label,
      label_period: 0,
      banned: false,
      moderator: false,
      shuffle: chance.next(),
    })),
  )
  await insertRows(
    client,
    'account_settings',
    doctors.map(({ id, specialty }, place) => ({
      account_id: id,
      revision: 0,
      language: place % 2 === 0 ? 'en' : 'es',
      reads: place % 2 === 0 ? ['en'] : ['es'],
      interests: [specialty],
      byline: 'anonymous',
      shuffle: chance.next(),
    })),
  )
  return doctors
}

/** Doctors who meet in the same cases: those of one group of specialties. */
const wardsOf = (doctors: readonly Doctor[]): readonly (readonly Doctor[])[] => [
  ...Map.groupBy(doctors, ({ specialty }) => specialties.find(({ code }) => code === specialty)?.parent ?? specialty).values(),
]

/** How many comments each case has: the last as many as asked, the others by chance, all together as many as asked. */
const spread = (chance: Chance, { cases, comments, commentsInOne }: Size): readonly number[] => {
  const counts = new Array<number>(cases).fill(0)
  counts[cases - 1] = commentsInOne
  for (let left = comments - commentsInOne; left > 0; left -= 1) {
    // Two throws, the lower counts: some cases are talked about much more than others.
    const place = Math.min(chance.below(cases - 1), chance.below(cases - 1))
    counts[place] = (counts[place] ?? 0) + 1
  }
  return counts
}

interface NewCase {
  readonly askedAt: Date
  readonly isOpen: boolean
  readonly ward: readonly Doctor[]
  readonly comments: number
  readonly now: Date
}

/** Adds a case of about 150 words, with its comments of about 40, to the rows. */
const addCase = (rows: Rows, chance: Chance, { askedAt, isOpen, ward, comments, now }: NewCase): string => {
  const id = systemIds.timed(askedAt)
  const language: Language = chance.pick(['en', 'es'])
  const asker = chance.pick(ward)
  const write = (about: number, inLanguage = language): string => rows.addText(chance, inLanguage, about, askedAt)
  const bylines = new Map<Doctor, string>()
  const bylineOf = (doctor: Doctor): string => {
    const known = bylines.get(doctor)
    if (known) return known
    const bylineId = systemIds.random()
    bylines.set(doctor, bylineId)
    rows.add('byline', {
      id: bylineId,
      account_id: doctor.id,
      thread_id: id,
      kind: 'anonymous',
      label: doctor.label,
      handle: systemIds.bytes(4).toString('hex'),
      shuffle: chance.next(),
    })
    return bylineId
  }
  rows.add('thread', {
    id,
    state: isOpen ? 'open' : 'settled',
    audience: 'everyone',
    specialties: [asker.specialty],
    asker_byline_id: bylineOf(asker),
    comments: 0,
    answers: 0,
    took_part: 0,
  })
  const resolvedAt = isOpen ? null : later(askedAt, days)
  rows.add('patient_case', {
    id,
    mode: 'ask',
    state: isOpen ? 'open' : 'resolved',
    revision: isOpen ? 1 : 2,
    question_text_id: write(14),
    question_types: ['what-is-it'],
    urgency: chance.pick(urgencies),
    age_band: '40-44',
    sex: chance.pick(['female', 'male']),
    asked_at: askedAt,
    resolved_at: resolvedAt,
    views: 0,
    viewers: 0,
    post_tag: bytes(systemIds.bytes(32)),
    request_hash: bytes(systemIds.bytes(32)),
  })
  rows.add('case_section', { case_id: id, name: 'history', text_id: write(90) })
  rows.add('case_section', { case_id: id, name: 'examination', text_id: write(46) })
  for (const [position, code] of ['heart-rate', 'spo2', 'temperature'].entries())
    rows.add('case_vital', { case_id: id, position, code, value: '98' })
  rows.add('case_lab', { case_id: id, position: 0, name_text_id: write(2), value: '3.4', unit: 'mmol/L', range: '0.5-2.0', flag: 'high' })
  rows.add('case_transition', transition(id, null, 'open', askedAt))
  if (resolvedAt) {
    rows.add('case_transition', transition(id, 'open', 'resolved', resolvedAt))
    rows.add('case_outcome', {
      case_id: id,
      final_diagnosis_text_id: write(5),
      confirmed_by: 'imaging',
      course_text_id: write(30),
      learning_point_text_id: write(20),
      closed_at: resolvedAt,
    })
  }
  const droppedOn = later(askedAt, 30 * days)
  if (droppedOn > now)
    rows.add('case_view_key', { case_id: id, key: bytes(systemIds.bytes(32)), dropped_on: droppedOn.toISOString().slice(0, 10) })

  const said: string[] = []
  for (let place = 0; place < comments; place += 1) {
    const postedAt = later(askedAt, Math.min((place + 1) * 3 * minutes, now.getTime() - askedAt.getTime()))
    const commentId = systemIds.timed(postedAt)
    const isAnswer = chance.next() < 0.6
    rows.add('comment', {
      id: commentId,
      thread_id: id,
      byline_id: bylineOf(chance.pick(ward)),
      parent_id: said.length > 0 && chance.next() < 0.3 ? chance.pick(said) : null,
      kind: isAnswer ? 'answer' : 'comment',
      text_id: rows.addText(chance, chance.pick(['en', 'es']), 40, postedAt),
      confidence: isAnswer ? chance.pick(['likely', 'possible', 'long-shot']) : null,
      seen: isAnswer ? chance.pick(['never', 'once', 'few', 'many']) : null,
      posted_at: postedAt,
      client_key: systemIds.random(),
      request_hash: bytes(systemIds.bytes(32)),
    })
    said.push(commentId)
  }
  return id
}

const transition = (caseId: string, from: string | null, to: string, at: Date) => ({
  id: systemIds.timed(at),
  case_id: caseId,
  from_state: from,
  to_state: to,
  made_at: at,
  made_by: 'asker',
})

const bytes = (value: Buffer): string => `\\x${value.toString('hex')}`

/** In the order in which rows refer to each other. */
export const loadedTables = [
  'byline',
  'thread',
  'text',
  'translation',
  'patient_case',
  'case_section',
  'case_vital',
  'case_lab',
  'case_outcome',
  'case_transition',
  'case_view_key',
  'comment',
] as const

class Rows {
  readonly #rows = new Map<string, Record<string, unknown>[]>()

  add(table: (typeof loadedTables)[number], row: Record<string, unknown>): void {
    const rows = this.#rows.get(table)
    if (rows) rows.push(row)
    else this.#rows.set(table, [row])
  }

  /** A text of about so many words that an engine has translated. */
  addText(chance: Chance, language: Language, about: number, at: Date): string {
    const id = systemIds.timed(at)
    const sentences = proseOf(chance, language, about)
    this.add('text', {
      id,
      language,
      body: sentences.map(({ source }) => source).join(' '),
      revision: 1,
      edited: false,
      specialty: 'general-practice',
    })
    this.add('translation', {
      text_id: id,
      language: language === 'en' ? 'es' : 'en',
      revision: 1,
      state: 'ready',
      by: 'machine',
      body: sentences.map(({ target }) => target).join(' '),
      held: [],
      engine: 'Apertium',
      attempts: 0,
    })
    return id
  }

  async write(client: pg.ClientBase): Promise<void> {
    for (const table of loadedTables) await insertRows(client, table, this.#rows.get(table) ?? [])
  }
}
