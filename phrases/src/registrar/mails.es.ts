import type { mails as en } from './mails.en.ts'

const roles: Record<string, string> = { verifier: 'verificador', lead: 'responsable de verificación', operator: 'operador' }

export const mails: typeof en = {
  code: ({ code, minutes }) => ({
    subject: `${code} es su código de Consilium`,
    lines: [
      'Este es el código que ha pedido:',
      code,
      `Vale durante ${minutes}\u00a0minutos y una sola vez. Nadie de Consilium se lo pedirá nunca.`,
      'Si no lo ha pedido usted, no tiene que hacer nada: sin el código no ocurre nada.',
    ],
  }),
  approved: ({ link }) => ({
    subject: 'Su licencia está verificada',
    lines: [
      'Un colega ha comparado su licencia con el registro y ya puede entrar en Consilium.',
      link,
      'Su cuenta se crea en su propio dispositivo: el registro nunca sabe cuál es. Los documentos que envió se han borrado.',
    ],
  }),
  declined: ({ link }) => ({
    subject: 'Su solicitud a Consilium está resuelta',
    lines: [
      'No hemos podido verificar su licencia. El motivo, y lo que puede hacer, están en su solicitud:',
      link,
      'Los documentos que envió se han borrado.',
    ],
  }),
  moreWanted: ({ link }) => ({
    subject: 'Falta algo en su solicitud a Consilium',
    lines: ['La persona que ha visto su solicitud necesita algo más. Lo que falta está escrito en su solicitud:', link],
  }),
  opened: ({ link }) => ({
    subject: 'Su grupo ha entrado en Consilium',
    lines: [
      'Sus billetes se han firmado junto con los de quienes esperaban. Siga en el navegador en el que empezó, o en cualquier otro con sus doce palabras:',
      link,
    ],
  }),
  staffInvitation: ({ link, role, days }) => ({
    subject: 'Una invitación para trabajar en el registro de Consilium',
    lines: [
      `Se le invita como ${roles[role] ?? role}. Abra este enlace en el dispositivo con el que va a trabajar:`,
      link,
      `Vale durante ${days}\u00a0días y una sola vez. Confirmará esta dirección con un código y creará una llave de acceso.`,
    ],
  }),
  greeting: 'Buenos días:',
  closing: 'Consilium, registro',
}
