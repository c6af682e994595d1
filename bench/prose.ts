import type { Language } from '#contract/shapes.ts'
import type { Chance } from './chance.ts'

// Sentences of the length, letters and figures of clinical notes; what they say does not matter here.
const openings: Record<Language, readonly string[]> = {
  en: [
    'The patient reports',
    'On examination there is',
    'Since yesterday',
    'Laboratory work shows',
    'We have started',
    'There is no history of',
  ],
  es: [
    'El paciente refiere',
    'A la exploración presenta',
    'Desde ayer',
    'La analítica muestra',
    'Hemos iniciado',
    'No hay antecedentes de',
  ],
}
const words: Record<Language, readonly string[]> = {
  en: (
    'pain fever cough dyspnoea oedema rash swelling fatigue nausea weight loss mild severe left right lower upper chest abdominal ' +
    'with without after before during treatment antibiotic steroid response pressure saturation ultrasound film blood count creatinine ' +
    'normal raised low persistent sudden since the of and on in for days hours weeks previous surgery family journey'
  ).split(' '),
  es: (
    'dolor fiebre tos disnea edema exantema hinchazón cansancio náuseas pérdida de peso leve intenso izquierdo derecho inferior superior ' +
    'torácico abdominal con sin tras antes durante tratamiento antibiótico corticoide respuesta presión saturación ecografía radiografía ' +
    'hemograma creatinina normal elevada baja persistente brusco desde el la y en por días horas semanas cirugía previa familiar viaje'
  ).split(' '),
}

const sentence = (chance: Chance, language: Language, length: number): string => {
  const figure = chance.below(3) === 0 ? ` ${chance.below(200)} mg` : ''
  return `${chance.pick(openings[language])} ${Array.from({ length }, () => chance.pick(words[language])).join(' ')}${figure}.`
}

/** One sentence and the same in the other language, as an engine leaves it. */
export interface Sentence {
  readonly source: string
  readonly target: string
}

/** About so many words in sentences of 8 to 16. */
export const proseOf = (chance: Chance, language: Language, about: number): readonly Sentence[] => {
  const sentences: Sentence[] = []
  for (let left = about; left > 0; ) {
    const length = Math.min(left, 8 + chance.below(9))
    const inEach = Math.max(1, length - 3)
    sentences.push({ source: sentence(chance, language, inEach), target: sentence(chance, language === 'en' ? 'es' : 'en', inEach) })
    left -= length
  }
  return sentences
}
