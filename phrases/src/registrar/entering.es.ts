import type { entering as en } from './entering.en.ts'

export const entering: typeof en = {
  label: { doctor: 'médico', everywhere: 'todo el mundo' },
  whoTitle: 'Primero, que es usted',
  whoText: 'Esta visita ha terminado o no ha empezado. Un código a su correo la abre de nuevo; no se ha perdido nada.',

  enter: {
    title: 'Entrar en Consilium',
    text: 'Su cuenta se crea en su dispositivo, con doce palabras que solo tiene usted. El registro firma tres billetes sin verlos, de modo que nadie, tampoco nosotros, puede saber cuál es su cuenta.',
    shownAs: 'Sus aportaciones dirán',
    crowdLabel: (crowd) => (crowd === 1 ? 'médico lleva esta etiqueta: solo usted' : 'médicos compartirán esta etiqueta, usted incluido'),
    enteredLabel: (entered) =>
      entered === 1 ? 'puede haber entrado hasta ahora: solo usted' : 'pueden haber entrado hasta ahora, usted incluido',
    assigned: 'La etiqueta es la más precisa que comparten bastantes médicos. Se asigna, no se elige, y reduce el grupo con el que entra.',
    coarse: 'Aquí todavía hay pocos médicos de su especialidad, así que su etiqueta no dice más. Será más precisa cuando el grupo crezca.',
    groupTitle: 'Entrar con el grupo siguiente',
    groupText: (minimum, when) =>
      `A cada hora en punto entran juntos quienes esperan, si ya son ${minimum}; el ${when}, sean los que sean. Después nadie, ni con las copias, puede distinguir las cuentas de un grupo.`,
    groupSize: (size) =>
      size === 1 ? 'entraría por ahora con este grupo: solo usted' : 'entrarían por ahora con este grupo, usted incluido',
    group: 'Entrar con el grupo',
    mine: (size, when) =>
      size === 1
        ? `Espera a un grupo. Entrará el ${when} como muy tarde.`
        : `Espera con ${size - 1} más. Entrará el ${when} como muy tarde.`,
    look: 'Ver si ya estamos dentro',
    labelWhen: '¿Cuándo toma la etiqueta?',
    labelWhenHint: 'Reduce el grupo con el que entra. Hasta que la tenga aparecerá como «médico · todo el mundo».',
    labelWhens: { now: 'Ya', later: 'En las próximas semanas' },
    nowTitle: 'Entrar ahora es entrar a solas',
    nowText:
      'Hasta esta noche, cuando todo se baraja, y mientras se guarden copias (30\u00a0días), quien las tuviera podría saber que a esta hora se creó una cuenta. Después usted está en el grupo de arriba.',
    now: 'Entrar ahora',
    again:
      'Su billete raíz ya está firmado. Con las mismas doce palabras puede terminar de ingresar, en este dispositivo o en otro; con otras palabras no se puede firmar nada.',
    finish: 'Terminar de ingresar',
    signIn: 'Ya tengo una cuenta: entrar',
  },

  issue: {
    title: 'Firmado sin verlo',
    signing: 'Firmando',
    checkTitle: '¿Ha venido usted por su cuenta?',
    checkJoin:
      'Alguien pide los billetes de su cuenta, para toda la vida. Siga solo si hace un momento estaba creando su cuenta en Consilium.',
    checkRenewTitle: '¿Entregar solicitudes para los próximos meses?',
    checkRenew:
      'Cada dos semanas, hasta el final del próximo trimestre, se firma una de ellas mientras su licencia esté vigente. Siga si ha venido aquí desde Consilium.',
    handIn: 'Entregar',
    stopped: 'Detenido, para protegerle',
    differTitle: 'Dos copias de la lista de claves son distintas',
    differText:
      'La lista de claves que le mostró la comunidad no es la que se muestra aquí. No se ha firmado nada. Avise a su operador y compare las seis palabras de la lista con un colega. Motivo:',
    collectTitle: 'Recogiendo firmas',
    collecting: 'Recogiendo, sin decir quién pregunta',
    collectAgain: 'Probar otra vez',
    sign: 'Firmar',
    cancel: 'No firmar',
    nothingTitle: 'No hay nada que firmar',
    nothingText: 'Esta página es parte del ingreso y de la renovación, que empiezan en otro lugar.',
    toEnter: 'Al principio',
  },

  registration: {
    title: 'Su inscripción',
    link: 'Palabras perdidas o robadas, o borrarse',
    lostTitle: 'Ha perdido palabras y dispositivos',
    lostText:
      'Nadie puede dejarle volver, tampoco nosotros. Medio año después de decirlo aquí se le puede firmar una raíz nueva, una vez cada dos años; lo entregado para la cuenta anterior y aún sin firmar se descarta entonces, de modo que esa caduca antes. Si encuentra sus palabras, dígalo.',
    lost: 'Lo he perdido todo',
    lostSince: (on, until) => `Lo dijo el ${on}. Desde el ${until} puede entrar de nuevo.`,
    found: 'He encontrado mis palabras',
    stolenTitle: 'Le robaron palabras o dispositivos',
    stolenText:
      'Si otra persona puede tener sus palabras, o un dispositivo con la sesión iniciada, dígalo enseguida. Proteja primero su buzón. Si solo ha perdido un dispositivo y aún tiene sus palabras, quítelo en sus dispositivos.',
    stolen: 'Me robaron las palabras o los dispositivos',
    stolenAsk: '¿Se los robaron?',
    stolenSure:
      'Su pertenencia descansa desde ahora y no se firma nada más para la cuenta anterior: caduca en cuatro semanas como mucho. Demuestra su licencia desde el principio, ante dos personas. Después se puede crear otra cuenta, una vez cada dos años; lo que escribió la anterior se queda allí.',
    stolenSay: 'Sí, deténganlo',
    eraseTitle: 'Borrarse aquí',
    eraseText:
      'El registro olvida su nombre, su dirección, su número, sus solicitudes y todas las peticiones de firma. Quedan un resumen con clave de cada licencia y si se emitió una raíz, para que nadie tenga nunca dos cuentas. Su cuenta en la comunidad no se toca: caduca en 17 días, salvo que vuelva a solicitarlo.',
    erase: 'Borrar mi inscripción',
    eraseAsk: '¿Borrar su inscripción?',
    eraseSure:
      'No se puede deshacer. Si vuelve a solicitarlo más tarde, su cuenta se puede renovar con las palabras que tiene; no se puede crear otra.',
    stay: 'Quedarme',
  },

  name: {
    title: 'Mostrar su nombre',
    warning:
      'Desde entonces, quien lleva la comunidad sabe para siempre que todo lo publicado por esta cuenta, también lo anterior, es suyo. Los colegas ven su nombre solo donde usted lo ponga.',
    text: (name, specialty, country) => `Firmaríamos: esta cuenta es ${name}, ${specialty}, ${country}.`,
    through: (day) => `La firma vale hasta el ${day}; después se firma de nuevo. Un nombre solo puede corresponder a una cuenta.`,
    crowd: 'Usted deja entonces de contar en el grupo de su etiqueta.',
    notNow: 'Ahora no',
    goOn: 'Seguir: demostrar la cuenta',
    sign: 'Firmar mi nombre',
    signing: 'Firmando',
    nothingText: 'La cuenta ha respondido. Es el último paso y no se puede deshacer.',
  },
}
