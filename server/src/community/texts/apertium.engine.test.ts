import { readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { apertium } from './apertium.ts'
import { compileApertium } from './compileApertium.ts'
import { findApertium } from './findApertium.ts'
import { bundledGlossary } from './readGlossary.ts'
import type { Glossary, Language, Translator } from './Translator.ts'
import { translateText } from './translateText.ts'
import { unpackApertium } from './unpackApertium.ts'

const dataDir = process.env.CONSILIUM_DATA ?? '.data'
let translator: Translator
let glossary: Glossary
let folder: string
let refused: string[]

beforeAll(async () => {
  // The system's own is passed over, so that the way without root is the one that is proved.
  const place = (await findApertium({ dataDir, system: null })) ?? (await unpackApertium({ dataDir, log: () => {} }))
  if ('reason' in place) throw new Error(place.reason)
  folder = await mkdtemp(join(tmpdir(), 'consilium-compiled-'))
  refused = []
  translator = apertium(await compileApertium(place, { folder, log: (line) => refused.push(line) }))
  glossary = await bundledGlossary()
}, 180_000)

afterAll(async () => {
  await translator?.stop()
  if (folder) await rm(folder, { recursive: true, force: true })
})

const plain = (text: string) => ({ text, spans: [] })

const shown = async (text: string, from: Language) =>
  (await translateText({ translator, glossary }, text, from, from === 'en' ? 'es' : 'en')).body

describe('Apertium', () => {
  it('is well', async () => expect(await translator.health()).toEqual({ ok: true }))

  it('translates both ways', async () => {
    expect(await shown('The patient has fever.', 'en')).toBe('El paciente tiene fiebre.')
    expect(await shown('El paciente tiene fiebre.', 'es')).toBe('The patient has fever.')
  })

  it.each([
    ['en', 'The dose is 10~20 mg.', '10~20 mg'],
    ['en', 'Hepatitis A and vitamin E.', 'Hepatitis A y vitamina E.'],
    ['en', 'A 7-year-old girl has fever.', ' de 7 años'],
    ['en', 'Give 0.5 mg of lorazepam BID.', '0,5 mg'],
    ['en', 'She has COPD and MS.', 'EPOC y MS'],
    ['en', 'SpO2 ≥ 92% on room air; platelets 85,000/µL.', '85\u00a0000/µL'],
    ['es', 'Plaquetas de 85.000/µL y K 6,1 mmol/L.', 'Platelets of 85,000/µL and K 6.1 mmol/L.'],
    ['es', 'Hepatitis A y B; stent en DA.', 'Hepatitis A and B; stent in DA.'],
    ['es', 'TA 150/95 mmHg, FC 104 lpm.', 'BP 150/95 mmHg, HR 104 bpm.'],
  ] as const)('from %s keeps what matters in: %s', async (from, text, kept) => expect(await shown(text, from)).toContain(kept))

  it.each([
    ['en', 'Hold the kidney medicine.', 'Suspenda el medicamento de riñón.'],
    ['en', 'Do not stop the beta-blocker.', 'No suspenda el betabloqueante.'],
    ['en', 'Plan: hold metformin; start insulin.', 'Plan: suspenda metformina; inicie insulina.'],
    ['en', 'Give .5 mg four times a day for 3 days.', 'Dé 0,5 mg cuatro veces al día durante 3 días.'],
    ['es', 'Ninguno de los pacientes presentó fiebre.', 'None of the patients presented fever.'],
    ['es', 'No suspenda la metformina.', 'Do not stop the metformin.'],
    ['es', 'Dé 0,5 mg, no 5 mg.', 'Give 0.5 mg, not 5 mg.'],
    ['es', 'Nadie de la familia está enfermo.', 'Nobody of the family is ill.'],
  ] as const)('from %s says orders, rhythms and denials by rule: %s', async (from, text, kept) =>
    expect(await shown(text, from)).toBe(kept),
  )

  it.each([
    ['en', 'There was nothing on the scan.'],
    ['en', 'The pain moved from the left to the right.'],
    ['es', 'Dejar de tomar enalapril.'],
    ['es', 'Dé ,5 mg de haloperidol.'],
  ] as const)('from %s shows in the original what it would turn round: %s', async (from, text) =>
    expect(await shown(text, from)).toBe(text),
  )

  it('knows a word for every sense we prefer', () => expect(refused).toEqual([]))

  it.each([
    ['en', 'Stools were black.', 'Las deposiciones eran negras.'],
    ['en', 'The severe pulmonary embolisms were treated.', 'Las embolias pulmonares severas'],
    ['en', 'He was intubated.', 'Fue intubado.'],
    ['en', 'The echo showed severe splenomegaly.', 'mostró esplenomegalia severa'],
    ['es', 'Presenta derrame pleural bilateral.', 'bilateral pleural effusion'],
    ['es', 'Se realizó una esplenectomía.', 'performed a splenectomy'],
  ] as const)('from %s bends our words with its own: %s', async (from, text, kept) =>
    expect((await shown(text, from)).toLowerCase()).toContain(kept.toLowerCase()),
  )

  it('loses nothing when one program of the pipeline is killed at work', async () => {
    const engine = apertium((await findApertium({ dataDir, system: null }))!)
    try {
      await engine.translate([plain('One.')], 'en', 'es')
      const work = engine.translate(
        Array.from({ length: 1000 }, (_, i) => plain(`The patient number ${i} has fever.`)),
        'en',
        'es',
      )
      killYoungest('apertium-interchunk')
      const answers = await work
      expect(answers.map((answer) => ('text' in answer ? answer.text.match(/\d+/)?.[0] : answer.error))).toEqual(
        answers.map((_, i) => String(i)),
      )
    } finally {
      await engine.stop()
    }
  }, 30_000)

  it('says which part is missing', async () => {
    const nowhere = apertium({ prefix: '/nowhere' })
    expect(await nowhere.health()).toMatchObject({ ok: false })
    expect(await nowhere.translate([plain('Fever.')], 'en', 'es')).toMatchObject([
      { error: expect.stringContaining('apertium-wblank-mode') },
    ])
  })
})

/** Ends only a program that this test started: one whose ancestor is this process. */
function killYoungest(program: string) {
  const numbers = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  const parents = new Map(numbers.map((pid) => [pid, / [A-Z] (\d+) /.exec(factOf(pid, 'stat'))?.[1] ?? '0']))
  const isMine = (pid: string): boolean => pid === String(process.pid) || (parents.has(pid) && isMine(parents.get(pid)!))
  const found = numbers.filter((pid) => factOf(pid, 'cmdline').startsWith(`${program}\0`) && isMine(pid)).at(-1)
  if (!found) throw new Error(`no ${program} is running`)
  process.kill(Number(found), 'SIGKILL')
}

/** A process may end between being listed and being looked at. */
function factOf(pid: string, name: 'stat' | 'cmdline'): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8')
  } catch {
    return ''
  }
}
