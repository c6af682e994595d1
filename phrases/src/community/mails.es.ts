import type { mails as en } from './mails.en.ts'

export const mails: typeof en = {
  code: ({ code, minutes }) => ({
    subject: `${code} es su código de Consilium`,
    lines: [
      'Alguien, probablemente usted, quiere que Consilium escriba a esta dirección. Escriba este código donde se le pide:',
      code,
      `Vale durante ${minutes}\u00a0minutos y una sola vez.`,
      'Si no ha sido usted, no tiene que hacer nada: sin el código nunca se enviará nada aquí.',
    ],
  }),
  news: ({ link, stop }) => ({
    subject: 'Hay algo nuevo para usted en Consilium',
    lines: [
      'Hay algo nuevo para usted. Lo que es está donde solo usted puede leerlo:',
      link,
      'Por correo nunca va nada sobre un paciente ni sobre un colega. Para dejar de recibir estos correos, al momento y sin iniciar sesión:',
      stop,
    ],
  }),
  greeting: 'Hola:',
  closing: 'Consilium',
}
