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
  lapsed: ({ link }) => ({
    subject: 'Su ingreso en Consilium queda en pausa',
    lines: [
      'El registro ya no indica que usted ejerza. A menudo es una cuota pendiente o una dirección antigua. Nada de lo suyo se pierde.',
      'Cuando el registro vuelva a estar al día, regrese aquí:',
      link,
    ],
  }),
  suspended: ({ link }) => ({
    subject: 'Su ingreso en Consilium está suspendido',
    lines: [
      'El registro muestra algo que por ahora le impide entrar. Una persona lo mira en un día laborable. Aquí puede ver qué hacer:',
      link,
    ],
  }),
  revoked: ({ link }) => ({
    subject: 'Su ingreso en Consilium ha terminado',
    lines: ['Dos personas han decidido que esta licencia no da derecho al ingreso. Si es un error, dígalo aquí:', link],
  }),
  recheckDue: ({ link }) => ({
    subject: 'Demuestre de nuevo que la licencia es suya',
    lines: ['Toca consultar otra vez el registro. Mientras tanto usted sigue dentro. Aquí puede ver qué hace falta:', link],
  }),
  disputed: ({ link }) => ({
    subject: 'Otra persona reclama su número de licencia',
    lines: [
      'Alguien ha presentado una solicitud con su número y ha demostrado más de lo que puede un extraño. Hasta que se resuelva, el ingreso queda en pausa.',
      'Demuestre de nuevo, con la mayor fuerza posible, que el número es suyo. Deciden dos personas.',
      link,
    ],
  }),
  withdrawn: ({ link }) => ({
    subject: 'Su solicitud a Consilium se ha archivado',
    lines: ['No se demostró en treinta días, y lo que usted envió está borrado. Puede empezar de nuevo cuando quiera:', link],
  }),
  renewalDue: ({ link }) => ({
    subject: 'Hay que renovar su pertenencia a Consilium',
    lines: [
      'Lo que su navegador entregó para firmar se ha agotado, y en unos días su pertenencia descansaría. Abra Consilium en un navegador con el que lo use; lo demás es un código a esta dirección.',
      link,
    ],
  }),
  theftSaid: ({ link }) => ({
    subject: 'Su pertenencia a Consilium descansa hasta que vuelva a demostrar su licencia',
    lines: [
      'Alguien con acceso a este buzón dijo que le robaron las palabras o los dispositivos. No se firma nada más para la cuenta anterior. Demuestre su licencia desde el principio; miran dos personas.',
      link,
      'Si no fue usted, proteja primero este buzón y después demuestre su licencia igualmente.',
    ],
  }),
  licenceUsed: ({ link }) => ({
    subject: 'Su licencia se ha usado para entrar en Consilium',
    lines: [
      'Un registro publica esta dirección junto a una licencia, y esa licencia acaba de verificarse para entrar en Consilium.',
      'Si fue usted, no tiene que hacer nada. Si no, presente aquí una solicitud con el mismo número: dos personas mirarán ambas.',
      link,
    ],
  }),
  vouchAsked: ({ link }) => ({
    subject: 'Un colega le pide que responda por él',
    lines: ['Alguien que dice conocerle solicita el ingreso en Consilium. Verá quién es al abrir el enlace y entrar:', link],
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
