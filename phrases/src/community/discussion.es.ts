import { counted } from '../counted.ts'
import type { discussion as english } from './discussion.en.ts'

const count = counted('es-ES')

const seenBefore = { never: 'nunca', once: 'una vez', few: 'algunas veces', many: 'muchas veces' }

export const discussion: typeof english = {
  answers: (answers) => (answers === 0 ? 'Sin respuestas todavía' : count(answers, 'respuesta', 'respuestas')),
  otherComments: (comments) => count(comments, 'comentario más', 'comentarios más'),
  beFirst: 'Nadie ha respondido todavía. ¿Qué haría usted ahora?',
  waitForFirst: 'Nadie ha respondido todavía. Las respuestas aparecerán aquí solas.',
  confidences: { likely: 'Probable', possible: 'Posible', 'long-shot': 'Poco probable' },
  seenIt: (seen) => `Lo ha visto: ${seenBefore[seen]}`,
  questionNotAnswer: 'Pregunta, no respuesta',
  answeredAt: (time) => `contestada a las ${time}`,
  answeredAfter: (wait) => `contestada tras ${wait}`,
  comment: 'Comentario, no respuesta',
  replyTo: (who) => `a ${who}`,
  beforeUpdate: 'Respondida antes de este resultado',
  helped: 'Ayudó',
  isNew: 'Nueva',
  takenBack: 'Retirado por su autor',
  afterAsking: (wait) => `${wait} después de preguntar`,

  newComments: (comments) => count(comments, 'comentario nuevo', 'comentarios nuevos'),
  newAnswers: (answers) => count(answers, 'respuesta nueva', 'respuestas nuevas'),

  answer: 'Responder',
  reply: 'Replicar',
  edit: 'Editar',
  takeBack: 'Retirar',
  undo: 'Deshacer',
  takenBackToast: 'Retirado.',
  stands: 'Vuelve a estar.',
  editUntil: (time) => `Puede editarlo hasta las ${time}.`,
  saveEdit: 'Guardar',
  cancelEdit: 'Dejarlo como estaba',
  edited: 'Cambiado.',

  composer: {
    title: 'Su respuesta',
    titleComment: 'Su comentario',
    label: 'Escriba su respuesta',
    placeholder: 'Responda o pregunte…',
    placeholderComment: 'Añada un comentario…',
    placeholderReply: 'Escriba su réplica…',
    replyingTo: (who) => `Réplica a ${who}`,
    stopReplying: 'No es una réplica',
    kind: 'Qué es esto',
    kinds: { answer: 'Respuesta', 'question-back': 'Pregunta', comment: 'Comentario' },
    answersTheQuestion: 'Responde a la pregunta',
    proposedQuestion: 'Acaba en signo de interrogación: se enviará como pregunta a quien consulta.',
    confidence: '¿Qué seguridad tiene?',
    seen: 'Lo ha visto',
    seenOptions: { none: 'sin decir', never: 'nunca', once: 'una vez', few: 'algunas veces', many: 'muchas veces' },
    send: { answer: 'Enviar respuesta', 'question-back': 'Preguntar', comment: 'Enviar comentario' },
    sending: 'Enviando',
    sent: { answer: 'Respuesta enviada.', 'question-back': 'Pregunta enviada.', comment: 'Comentario enviado.' },
    kept: 'Guardado en este dispositivo. Se enviará una sola vez, cuando vuelva la red.',
    waitingToBeSent: 'A la espera de enviarse',
    keptNote: 'A la espera de la red: se enviará solo, una vez.',
    savedHere: 'Guardado en este dispositivo',
    closedForAnswers: 'El caso está cerrado: admite comentarios, no respuestas nuevas.',
    tooLong: (length, max) =>
      `${count(length, 'carácter', 'caracteres')}, máximo ${max.toLocaleString('es-ES')}. Acórtelo; no se pierde nada.`,
    empty: 'Escriba algo primero.',
  },
}
