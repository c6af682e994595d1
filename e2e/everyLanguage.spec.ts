import { type APIRequestContext, type APIResponse, expect, request, test } from '@playwright/test'
import { communityEndpoints } from '#contract/community/all.ts'
import type { Language, ShownText } from '#contract/shapes.ts'
import { isSurelyIn } from '#server/community/texts/detectLanguage.ts'
import { splitIntoPieces } from '#server/community/texts/sentences.ts'

// A doctor who reads one language meets no sentence in another, anywhere: every reply that a member can ask for is walked, and every text in it
// read, in a community that has its demo and one case in each language that only the engine has translated.

const baseURL = `http://localhost:${process.env['E2E_PORT']}`
const readers = ['cardiology-uk', 'gp-mexico', 'specialist-spain'] as const
const searched = ['fever', 'fiebre', 'IAM', 'potassium', 'cardiología', 'dolor']

/** Where members' words stand, so that a walk which misses one of these has not walked. */
const mustBeRead = [
  'listCases.items[].question',
  'listCases.items[].finalDiagnosis',
  'searchCases.items[].passages[]',
  'similarCases.items[].question',
  'showCase.question',
  'showCase.sections[].text',
  'showCase.labs[].name',
  'showCase.labs[].words.value',
  'showCase.updates[].text',
  'showCase.comments[].text',
  'showCase.images[].caption',
  'showCase.suspicions[]',
  'showCase.outcome.finalDiagnosis',
  'showCase.outcome.course',
  'showCase.outcome.learningPoint',
]

interface Read {
  readonly place: string
  readonly reader: Language
  readonly text: Pick<ShownText, 'body' | 'language' | 'state' | 'held'>
}

const as = async (slug: string): Promise<{ api: APIRequestContext; language: Language }> => {
  const api = await request.newContext({ baseURL, extraHTTPHeaders: { origin: baseURL } })
  expect((await api.post('/api/demo/sign-in', { data: { as: slug } })).status()).toBe(201)
  const { me } = (await (await api.get('/api/community/session')).json()) as { me: { language: Language } }
  return { api, language: me.language }
}

const isText = (value: object): value is ShownText => 'body' in value && 'held' in value && 'language' in value

/** Every text of a reply, and every passage a search shows. */
const textsIn = (value: unknown, place: string, reader: Language): readonly Read[] => {
  if (Array.isArray(value)) return value.flatMap((one) => textsIn(one, `${place}[]`, reader))
  if (value === null || typeof value !== 'object') return []
  if (isText(value)) return [{ place, reader, text: value }]
  if ('marks' in value && 'text' in value) {
    const { text, language } = value as unknown as { text: string; language: Language }
    return [{ place, reader, text: { body: text, language, state: language === reader ? 'ready' : 'pending', held: [] } }]
  }
  return Object.entries(value).flatMap(([name, one]) => textsIn(one, `${place}.${name}`, reader))
}

/** What a reader can ask for without knowing an id, and what hangs on the ids found there. */
const addresses = communityEndpoints.filter(
  ({ endpoint: { method, who, produces } }) => method === 'GET' && (who === 'member' || who === 'member-or-lapsed') && !produces,
)
const queriesOf: Readonly<Record<string, readonly string[]>> = {
  listCases: ['for-you', 'unanswered', 'latest', 'resolved'].map((list) => `list=${list}&limit=100`),
  searchCases: searched.map((q) => `q=${encodeURIComponent(q)}&limit=30`),
  similarCases: searched.map((q) => `q=${encodeURIComponent(`${q} ${q}`)}`),
}

/** Whoever asks too much in a minute is told when to ask again: a walk that is made anew soon after another waits so long. */
const patient = async (api: APIRequestContext, address: string): Promise<APIResponse> => {
  const answer = await api.get(address)
  if (answer.status() !== 429) return answer
  await new Promise((resolve) => setTimeout(resolve, 1_000 * Number(answer.headers()['retry-after'] ?? 1)))
  return patient(api, address)
}

const crawl = async (slug: string): Promise<readonly Read[]> => {
  const { api, language } = await as(slug)
  const reads: Read[] = []
  const idsUnder = new Map<string, Set<string>>()
  const get = async (name: string, address: string, path: string) => {
    const answer = await patient(api, address)
    if (!answer.ok()) return
    const reply = (await answer.json()) as { items?: readonly { id?: string }[] }
    reads.push(...textsIn(reply, name, language))
    for (const { id } of reply.items ?? []) if (id) idsUnder.set(path, (idsUnder.get(path) ?? new Set()).add(id))
  }
  for (const { name, endpoint } of addresses.filter(({ endpoint: { path } }) => !path.includes('{')))
    for (const query of queriesOf[name] ?? ['']) await get(name, `${endpoint.path}${query && `?${query}`}`, endpoint.path)
  for (const { name, endpoint } of addresses.filter(({ endpoint: { path } }) => path.split('{').length === 2)) {
    const [before = '', after = ''] = endpoint.path.split(/\{[^}]+\}/)
    for (const id of idsUnder.get(before.replace(/\/$/, '')) ?? []) await get(name, `${before}${id}${after}`, endpoint.path)
  }
  await api.dispose()
  return reads
}

/** What of a text a reader would find in another language: all of it, or the sentences that no mark says stand in the original. */
const foreign = ({ reader, text: { body, language, state, held } }: Read): readonly string[] => {
  if (language !== reader) return state === 'failed' ? [] : [body]
  const other: Language = reader === 'en' ? 'es' : 'en'
  return splitIntoPieces(body).flatMap(({ kind, text }) =>
    kind === 'sentence' && !held.includes(text) && isSurelyIn(other, text) ? [text] : [],
  )
}

const form = (language: Language) => {
  const said = (en: string, es: string) => ({ en, es })[language]
  return {
    mode: 'ask',
    language,
    question: said('How would you treat this cough with blood?', '¿Cómo tratarían esta tos con sangre?'),
    questionTypes: ['how-to-treat'],
    specialties: ['general-practice'],
    notSure: false,
    urgency: 'days',
    patientLeavesAt: null,
    patient: { ageBand: '40-44', sex: 'female', pregnant: false },
    sections: {
      chiefComplaint: said('Cough with blood for three days. No fever.', 'Tos con sangre desde hace tres días. Sin fiebre.'),
      history: said('She had tuberculosis as a child.', 'Tuvo tuberculosis de niña.'),
      medicines: said('Apixaban 5 mg twice daily.', 'Apixabán 5 mg dos veces al día.'),
      allergies: said('None known.', 'Ninguna conocida.'),
      examination: said('Crackles at the right base.', 'Crepitantes en la base derecha.'),
      doneSoFar: said('A chest X-ray was taken.', 'Se hizo una radiografía de tórax.'),
      constraints: said('The nearest hospital is two hours away.', 'El hospital más cercano está a dos horas.'),
      resources: said('We have an ultrasound machine.', 'Tenemos un ecógrafo.'),
    },
    vitals: [],
    labs: [{ name: said('Sputum smear', 'Baciloscopia'), value: said('negative', 'negativa'), unit: '', range: null, flag: null }],
    suspicions: [said('Bronchiectasis', 'Bronquiectasias')],
    images: [],
    consent: null,
    audience: 'everyone',
    byline: 'anonymous',
    outcome: null,
  }
}

test('no reader meets a sentence in a language that is not theirs', async () => {
  test.setTimeout(180_000)
  const [english, spanish] = await Promise.all([as('cardiology-uk'), as('gp-mexico')])
  for (const [asker, colleague] of [
    [english, spanish],
    [spanish, english],
  ] as const) {
    const post = async ({ api }: typeof asker, path: string, data: unknown): Promise<string> => {
      const answer = await api.post(`/api/community/${path}`, { data, headers: { 'idempotency-key': crypto.randomUUID() } })
      expect([path, answer.status()]).toEqual([path, 201])
      return ((await answer.json()) as { id: string }).id
    }
    const { language } = asker
    const said = (en: string, es: string) => ({ en, es })[language]
    const caseId = await post(asker, 'cases', { form: form(language), draftId: null })
    const helped = await post(colleague, `cases/${caseId}/comments`, {
      kind: 'answer',
      language: colleague.language,
      text: colleague.language === 'en' ? 'I would ask for a CT scan of the chest today.' : 'Yo pediría hoy una tomografía de tórax.',
      parentId: null,
      confidence: 'likely',
      seen: 'few',
      byline: 'anonymous',
    })
    await post(asker, `cases/${caseId}/updates`, {
      language,
      text: said('The scan shows bronchiectasis in the lower lobe.', 'La tomografía muestra bronquiectasias en el lóbulo inferior.'),
      labs: [],
    })
    await post(asker, `cases/${caseId}/working-diagnosis`, {
      language,
      text: said('Infected bronchiectasis', 'Bronquiectasias infectadas'),
    })
    await post(asker, `cases/${caseId}/outcome`, {
      language,
      outcome: {
        finalDiagnosis: said('Bronchiectasis after tuberculosis', 'Bronquiectasias tras tuberculosis'),
        confirmedBy: 'imaging',
        course: said('The bleeding stopped in two days.', 'El sangrado cesó en dos días.'),
        learningPoint: said('Ask about tuberculosis.', 'Pregunten por la tuberculosis.'),
        helped: [helped],
      },
    })
  }
  await Promise.all([english.api.dispose(), spanish.api.dispose()])
  const walk = async () => (await Promise.all(readers.map(crawl))).flat()
  // What other stories post meanwhile is on its way into the other language; nothing stays so.
  await expect(async () => {
    const reads = await walk()
    expect(reads.length).toBeGreaterThan(1000)
    expect([...new Set(reads.map(({ place }) => place))]).toEqual(expect.arrayContaining([...mustBeRead]))
    const left = reads.flatMap((read) =>
      foreign(read).map((sentence) => `${read.reader} · ${read.place} · ${read.text.state}: ${sentence}`),
    )
    expect([...new Set(left)]).toEqual([])
  }).toPass({ timeout: 120_000, intervals: [2_000, 5_000, 15_000] })
})
