import type { NotificationKind } from '#contract/community/notifications.ts'
import { counted } from '../counted.ts'
import type { notifications as en } from './notifications.en.ts'

const count = counted('es')

const kinds: Record<NotificationKind, (times: number) => string> = {
  asked: () => 'Le preguntan por este caso',
  answer: (times) => `${count(times, 'respuesta nueva', 'respuestas nuevas')} a su caso`,
  'question-back': (times) =>
    times === 1 ? 'Un colega le pregunta algo' : `${count(times, 'colega le pregunta', 'colegas le preguntan')} algo`,
  comment: (times) => `${count(times, 'comentario nuevo', 'comentarios nuevos')} en su caso`,
  reply: (times) => `${count(times, 'contestación', 'contestaciones')} a lo que escribió`,
  outcome: () => 'Un caso en el que participó ya tiene desenlace',
  correction: (times) => `${count(times, 'frase suya corregida', 'frases suyas corregidas')} en la traducción: ¿está de acuerdo?`,
  'image-hidden': () =>
    'A un colega le pareció que se reconoce al paciente en una imagen de su caso: está oculta hasta que la mire un moderador',
  'image-back': () => 'Un moderador la ha mirado: una imagen de este caso vuelve a verse',
  'image-removed': () => 'Un moderador la ha mirado: una imagen de este caso se ha retirado para siempre',
  'outcome-wanted': () => '¿Qué fue de su paciente? Cierre el caso',
}

export const notifications: typeof en = {
  title: 'Avisos',
  kinds,
  unread: 'sin leer',
  unreadCount: (lines) => `${lines} sin leer`,
  allRead: 'Marcar todo como leído',
  settings: 'Ajustes',
  more: 'Ver más',
  getting: 'Buscando sus avisos',
  gone: 'Este caso ya no está aquí.',
  none: {
    title: 'Aún no hay nada',
    body: 'Cuando le respondan colegas, o un caso necesite su especialidad, aparecerá aquí.',
    action: 'A los casos',
  },
  failed: 'No se pudieron obtener sus avisos',
  alert: {
    more: (others) => `${count(others, 'aviso más le espera', 'avisos más le esperan')}.`,
    open: 'Abra Consilium para ver de qué se trata.',
    neutral: { title: 'Consilium', body: 'Puede haber algo nuevo para usted. Abra Consilium para verlo.' },
    seen: { title: 'Consilium', body: 'Ya lo ha visto todo.' },
  },
  device: {
    title: 'Avisos en este dispositivo',
    what: 'Este dispositivo puede avisarle cuando un colega le responda o le pregunten, también con Consilium cerrado. Valen las mismas noches, límites y preferencias de arriba.',
    who: 'El aviso en sí no lleva nada: ni nombre ni pregunta. Lo transmite el fabricante de su navegador, que así sabe que este dispositivo usa esta comunidad y cuándo recibió un aviso.',
    turnOn: 'Activar los avisos aquí',
    on: 'Este dispositivo recibe avisos.',
    turnOff: 'Desactivar',
    denied: {
      title: 'Su navegador bloquea los avisos de Consilium.',
      undo: 'Para permitirlos, toque el símbolo junto a la dirección, abra los permisos del sitio, ponga las notificaciones en «Permitir» y vuelva aquí. En una aplicación instalada: ajustes del dispositivo, Aplicaciones, Consilium, Notificaciones.',
    },
    homeFirst: {
      title: 'En iPhone y iPad, Consilium debe estar antes en la pantalla de inicio.',
      undo: 'En Safari, toque Compartir y luego «Añadir a pantalla de inicio». Abra Consilium desde allí, entre en su cuenta y vuelva a esta página.',
    },
    unsupported: 'Este navegador no puede avisarle con Consilium cerrado. Lo que le concierne está aquí, en Avisos.',
    off: 'Esta comunidad no envía avisos a los dispositivos. Lo que le concierne está aquí, en Avisos.',
    failed:
      'No se pudieron activar los avisos: el servicio de avisos de este navegador no respondió. Inténtelo más tarde o use otro navegador.',
  },
  set: {
    title: 'Ajustes de los avisos',
    zone: 'Su reloj',
    zoneHint: 'Solo sirve para saber cuándo está despierto. Es impreciso a propósito y nadie lo ve.',
    zoneUnsaid: 'Sin indicar',
    zoneNone: 'Mientras no lo indique, solo se le pregunta cuando es de día en todo su país',
    zoneSuggested: (zone) => `El reloj de este dispositivo es el de ${zone}.`,
    useIt: 'Usarlo',
    from: 'Se le puede preguntar desde las',
    to: 'hasta las',
    perDay: 'Preguntas al día, como mucho',
    perWeek: 'Preguntas a la semana, como mucho',
    never: 'nunca',
    always: 'Las respuestas a su propio caso abierto llegan siempre al momento, también de noche.',
    kinds: {
      comment: 'Comentarios en mis casos',
      reply: 'Contestaciones a lo mío',
      outcome: 'Desenlaces de casos en los que participé',
      outcomeWanted: 'Recordatorios para cerrar mis casos',
    },
    choices: { 'at-once': 'De día', digest: 'Cada mañana', off: 'No' },
    saving: 'Guardando',
    saved: 'Guardado.',
  },
  mail: {
    title: 'Por correo',
    none: 'Desactivado. Todo lo nuevo está en la aplicación; un correo también puede avisarle.',
    give: 'Recibir también correos',
    leave: 'Mejor no',
    warning: {
      title: 'Una dirección puede delatarle',
      lines: [
        'Sin una dirección, nada aquí dice quién es usted. Una dirección que lleve su nombre, o la que dio al registro, permite a quien gestiona este sitio, a su servidor de correo o a un juez saber cuál es su cuenta: todo lo que publique en ella, también lo anterior, para siempre.',
        'Si quiere estos correos, use una dirección que no diga nada de usted. Se guarda cifrada, nadie la ve y puede quitarla cuando quiera.',
      ],
    },
    address: 'Dirección de correo',
    hint: 'Un correo solo dice que hay algo nuevo para usted, con un enlace. Sigue lo que ha elegido arriba.',
    sendCode: 'Enviar un código',
    sent: (address) => `Hemos enviado un código a ${address}. Vale durante un cuarto de hora.`,
    demo: 'La demostración no envía correo',
    toMailbox: 'Abrir su buzón',
    code: 'Código de seis cifras',
    sixDigits: 'El código tiene seis cifras.',
    confirm: 'Confirmar',
    another: 'Otra dirección u otro código',
    confirmed: (address) => `Le escribimos a ${address} cuando hay algo nuevo para usted y aún no lo ha leído aquí.`,
    refused: (address) => `El servidor de ${address} dice que ese buzón no existe. Ya no se envía nada ahí.`,
    change: 'Usar otra dirección',
    drop: 'Sin correos',
  },
  stopMail: {
    title: 'Dejar de recibir correos',
    text: 'Ya no se enviará nada a la dirección a la que llegó este enlace. Lo nuevo sigue apareciendo en la aplicación.',
    stop: 'Dejar de recibirlos',
    stopped: 'Hecho. No llegará ningún correo más.',
    again: 'En Avisos, Ajustes, puede volver a dar una dirección.',
  },
}
