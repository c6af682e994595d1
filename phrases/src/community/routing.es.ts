import type { Declined } from '#contract/community/routing.ts'
import { counted } from '../counted.ts'
import type { routing as en } from './routing.en.ts'

const count = counted('es')

const why: Record<Declined, string> = {
  'not-my-field': 'No es mi campo',
  'no-time': 'Ahora no tengo tiempo',
  'know-the-patient': 'Puede que conozca al paciente',
  other: 'Otro motivo',
}

export const routing: typeof en = {
  status: 'A quién se ha avisado',
  alerted: (doctors) => count(doctors, 'colega avisado', 'colegas avisados'),
  aFew: 'Algunos colegas avisados',
  nobodyYet: 'Aún no hay nadie despierto a quien preguntar',
  alertedIn: (doctors, specialty) => `${count(doctors, 'colega avisado', 'colegas avisados')} de ${specialty}`,
  opened: (doctors) => (doctors === 0 ? 'nadie lo ha abierto aún' : count(doctors, 'lo ha abierto', 'lo han abierto')),
  generalists: 'generalistas',
  fewerThanFive: 'menos de 5',
  widensAt: (time) => `Se amplía a las ${time}.`,
  answering: (doctors) => count(doctors, 'colega dice que va a responder.', 'colegas dicen que van a responder.'),
  answered: 'Han respondido cinco colegas, entre ellos un especialista. No se avisa a nadie más.',
  exhausted: 'Han salido todos los avisos. El caso sigue en la lista de todos. Añada un resultado o pregunte a otra especialidad.',
  widenNow: 'Ampliar ya',
  askSpecialty: 'Preguntar a otra especialidad',
  emergency: (number) =>
    number === null ? 'Es cuestión de minutos: llame también a emergencias.' : `Es cuestión de minutos: llame también al ${number}.`,
  askForm: {
    title: 'Preguntar a otra especialidad',
    body: 'Se avisa ahora a sus médicos que estén despiertos.',
    specialty: 'Especialidad',
    send: 'Avisarles',
    sent: 'Se les está avisando.',
  },
  youAreAsked: 'Le han preguntado por este caso',
  claim: 'Responderé en 30 min',
  claimed: (time) => `Ha dicho que responderá antes de las ${time}.`,
  unclaim: 'Al final no',
  notForMe: 'No es para mí',
  declined: 'Ha dicho que no es para usted. Aún puede responder.',
  notForMeForm: {
    title: '¿No es para usted?',
    why: 'Por qué',
    whys: why,
    mute: 'No me pregunten más por esta especialidad',
    keep: 'Dejarlo',
    send: 'No es para mí',
    sent: 'Anotado. Se pregunta a otros.',
  },
  mine: {
    title: 'Que le pregunten',
    topics: 'Se le pregunta por',
    noTopics: 'No se le pregunta por nada: su etiqueta no nombra una especialidad y no ha elegido intereses.',
    attested: 'por su colegiación',
    interest: 'su interés',
    mute: (specialty) => `Que no me pregunten por ${specialty}`,
    muted: 'No se le pregunta por',
    unmute: (specialty) => `Que vuelvan a preguntarme por ${specialty}`,
    pause: 'Pausa',
    pauseHint: 'Entretanto nadie le pregunta. Las respuestas a sus propios casos siguen llegando.',
    pauses: { none: 'No', hours: '4 horas', day: '1 día', week: '1 semana' },
    pausedUntil: (time) => `En pausa hasta: ${time}.`,
    resume: 'Vuelvan a preguntarme',
    onCall: 'De guardia',
    onCallHint: 'De noche solo le llegan casos con minutos u horas de margen, de su especialidad, y solo mientras está de guardia.',
    onCallNow: 'De guardia 8 horas desde ahora',
    onCallUntil: (time) => `De guardia hasta: ${time}.`,
    endDuty: 'Terminarla',
    rota: {
      title: 'Cada semana',
      hint: 'Toque los turnos en los que un colega puede despertarle por un caso urgente de su especialidad. A nadie se le dice quién está de guardia. La pausa también vale aquí.',
      caption: 'Cuándo estoy de guardia, por día y horas de mi reloj',
      noClock: 'Diga antes, más arriba, por qué reloj vive.',
      stretch: (day, hours, covered) => `${day}, ${hours}${covered ? ', hay un colega de guardia' : ', no hay nadie más de guardia'}`,
      yours: 'usted',
      covered: 'un colega',
      bare: 'nadie',
      hours: (hours) => (hours === 0 ? 'No está de guardia ninguna semana.' : `Está de guardia ${hours} horas cada semana.`),
    },
  },
}
