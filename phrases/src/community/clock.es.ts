import { counted } from '../counted.ts'
import type { clock as en } from './clock.en.ts'

const count = counted('es')

export const clock: typeof en = {
  title: 'El reloj',
  lead: (cases, days) =>
    cases === null
      ? `Cuánto espera quien pregunta. Menos de cinco casos en los últimos ${days} días.`
      : `Cuánto espera quien pregunta. ${count(cases, 'caso', 'casos')} de los últimos ${days} días, contados todos, también las noches malas.`,
  period: 'Periodo',
  periods: { 7: '7 días', 28: '28 días', 90: '90 días', 365: '1 año' },
  getting: 'Contando',
  failed: 'No se pudo leer el reloj',
  median: {
    response: 'mediana del primer comentario',
    answer: 'mediana de la primera respuesta',
    specialist: 'mediana del primer especialista',
    five: 'mediana de cinco respuestas',
    resolved: 'mediana hasta resolverse',
  },
  half: (from, to) => `la mitad: de ${from} a ${to}`,
  ninetieth: (span) => `nueve de diez: ${span}`,
  longer: 'más',
  few: '<5',
  tooFew: 'muy pocos casos para mostrarlo',
  seldom: 'menos de uno de cada cuatro casos ha llegado',
  fewCases: (names) => `Menos de cinco casos: ${names}.`,
  unanswered: 'sin respuesta tras 24 h',
  unansweredOf: (cases) => `de ${cases.toLocaleString('es')}`,
  readThem: 'Leerlos',
  byHour: 'Primera respuesta, por hora de la pregunta',
  byHourHint: 'Punto: mediana. Barra: la mitad central. Las horas con menos de cinco casos quedan vacías.',
  hourAxis: 'hora de la pregunta, hora local',
  asTable: 'Lo mismo en una tabla',
  hour: 'Hora',
  spread: 'Cuánto tarda la primera respuesta',
  spreadHint: 'Número de casos.',
  within: (from, to) => (from === null ? `menos de ${to}` : to === null ? `ninguna en ${from}` : `de ${from} a ${to}`),
  bySpecialty: 'Por especialidad preguntada',
  byCountry: 'Por país de quien pregunta',
  byLanguage: 'Por idioma',
  specialty: 'Especialidad',
  country: 'País',
  language: 'Idioma',
  medianShort: 'Mediana',
  ninetiethShort: '9 de 10',
  cases: 'Casos',
  none24: 'Sin respuesta en 24 h',
  notSure: 'Sin decidir',
  notSaid: 'Sin decir',
  languages: { en: 'Inglés', es: 'Español', ca: 'Catalán' },
  note: 'Una pregunta de vuelta cuenta como comentario, no como respuesta. Un caso que nadie ha respondido cuenta como más largo que cualquier otro. Los casos sin prisa no entran en las horas. No se muestra nada de menos de cinco casos.',
  download: 'Descargar los números (CSV)',
}
