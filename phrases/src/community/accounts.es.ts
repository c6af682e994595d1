import { counted } from '../counted.ts'
import type { accounts as english } from './accounts.en.ts'

const count = counted('es')
const doctorsCarry = (number: number): string => count(number, 'médico lleva', 'médicos llevan')

export const accounts: typeof english = {
  promise:
    'Ningún registro, número ni clave une su licencia con su cuenta, y nadie, tampoco nosotros, tiene una clave que pudiera hacerlo: el billete que le deja entrar se firma sin verlo. Todo lo que guardamos, junto con todos los mensajes que nuestro servicio de firma haya visto, solo sitúa una cuenta en un grupo: los médicos que llevan su etiqueta y habían entrado hasta entonces (en sus primeras semanas, mientras las copias de seguridad lo recuerden, los que entraron con usted). Usted ve cuántos son. Lo que cuente a la red sobre sí mismo, lo que escriba y cuándo, marcharse, un diario llevado contra nuestras reglas y el código que le servimos todavía pueden delatarle; esto es lo que hacemos con cada cosa.',

  welcome: {
    title: 'Pregunte a sus colegas, estén donde estén',
    lede: 'Una red de médicos verificados y de nadie más. Publique un caso desde su teléfono; los colegas responden en su idioma y usted lo lee en el suyo; el caso se cierra con lo que resultó ser.',
    apply: 'Solicitar el ingreso',
    signIn: 'Entrar',
    verified: 'Cada miembro es un médico con licencia',
    verifiedText: 'Una persona compara cada solicitud con el registro público antes de que se pueda leer nada clínico.',
    anonymous: 'Con su nombre o sin él',
    anonymousText:
      'Una respuesta muestra especialidad y país, nunca quién es usted, salvo que lo elija. Nosotros tampoco podemos averiguarlo.',
    translated: 'Español e inglés',
    translatedText: 'Cada caso y cada respuesta llegan traducidos y marcados como tales; el original está a un toque.',
    promiseTitle: 'Lo que prometemos, palabra por palabra',
    demoTitle: 'Esto es una demostración',
    demoText: 'Las personas y los pacientes son inventados. Mire como si fuera una de ellas:',
    enter: 'Entrar como',
    entering: 'Entrando',
    demoRole: {
      asker: 'pregunta',
      answerer: 'responde',
      specialist: 'especialista',
      verifier: 'verifica solicitudes',
    },
  },

  signIn: {
    title: 'Entrar',
    lede: 'Con la llave de acceso de este dispositivo: su huella, su cara o el bloqueo de pantalla. No hay contraseña ni nombre.',
    withPasskey: 'Entrar con una llave de acceso',
    waiting: 'Esperando a este dispositivo',
    refusedByDevice: 'No se usó ninguna llave. Inténtelo de nuevo o entre con sus doce palabras.',
    noPasskeys: 'Este navegador no puede usar llaves de acceso. Entre con sus doce palabras.',
    wordsTitle: 'Con las doce palabras',
    wordsHint: 'En el orden en que las apuntó. No salen de este dispositivo; solo sale una prueba de ellas.',
    wordsLabel: 'Sus doce palabras',
    withWords: 'Entrar con las palabras',
    signingIn: 'Entrando',
    notYet: '¿Todavía no es miembro?',
    apply: 'Solicitar el ingreso',
  },

  words: {
    unknown: (found) =>
      found.length === 1
        ? `La palabra ${found[0]?.position}, «${found[0]?.word}», no está en la lista. Revise cómo se escribe.`
        : `Estas no están en la lista: ${found.map(({ position, word }) => `${position} «${word}»`).join(', ')}. Revise cómo se escriben.`,
    count: (count) => `Deben ser 12 palabras; hay ${count}.`,
    doNotFit: 'Cada palabra está en la lista, pero no van juntas. Una es otra palabra, o dos cambiaron de lugar.',
    listTitle: 'Doce palabras',
  },

  join: {
    title: 'Su cuenta se crea aquí',
    steps: { words: 'Palabras', signature: 'Firma', device: 'Dispositivo', done: 'Listo' },
    nothingTitle: 'Aquí no hay nada que hacer todavía',
    nothingText: 'Se llega aquí desde el registro, cuando su licencia ha sido verificada.',
    toRegistrar: 'Ir al registro',

    wordsTitle: 'Apunte doce palabras',
    wordsText:
      'Son su cuenta. Se crearon en este dispositivo hace un momento y nadie más las tiene: quien las tenga es usted, y sin ellas y sin este dispositivo nadie puede volver a dejarle entrar.',
    wordsOnPaper: 'En papel, en este orden. No en una foto.',
    wordsWritten: 'Ya las he apuntado',
    haveWords: 'Empecé en otro dispositivo',
    useThese: 'Seguir con estas palabras',
    goBack: 'Volver',
    crowd: (number, label) =>
      `Aparecerá como «${label}». ${doctorsCarry(number)} esta etiqueta: es el grupo en el que usted está, y es más pequeño que aquel con el que entró.`,
    someoneElse:
      'Alguien empezó a ingresar en este navegador. Si fue usted, siga. Si no, empiece de nuevo: las palabras de esa persona desaparecen entonces de este navegador.',
    goOn: 'Seguir',
    beginAnew: 'Soy otra persona: empezar de nuevo',

    signatureTitle: 'Firmado sin verlo',
    signatureText: 'El registro firma tres billetes sin verlos. Nada de lo que guarda lleva a su cuenta.',
    groupText:
      'El registro guarda sus solicitudes y las firma, sin verlas, junto con las de quienes esperan. Nada de lo que guarda lleva a su cuenta.',
    signing: 'Comprobando las claves',
    notOpened: 'Las firmas no corresponden a lo que pidió este dispositivo. No se ha gastado nada; pídalas de nuevo.',
    askAgain: 'Pedir de nuevo',

    waitingTitle: 'Entra con otros',
    waitingText:
      'Sus solicitudes esperan en el registro y se firman junto con las demás, para que nadie sepa qué cuenta es de quién. Se le avisa por correo; no se pierde nada si cierra esta página.',
    waitingSize: (size) => (size === 1 ? 'médico espera: usted' : 'médicos esperan, usted entre ellos'),
    waitingNext: (minimum) => `próxima apertura, si para entonces esperan ${minimum}`,
    waitingLatest: (when) => `Entrará el ${when} como muy tarde, sean los que sean.`,
    look: 'Ver si ya estamos dentro',

    deviceTitle: 'Haga de este dispositivo su llave',
    deviceText:
      'Con una llave de acceso usted entra con su huella, su cara o el bloqueo de pantalla. Guarda una copia cerrada de sus palabras.',
    deviceName: '¿Cómo se llama este dispositivo?',
    deviceNameHint: 'Solo lo ve usted.',
    makePasskey: 'Crear la llave de acceso',
    waiting: 'Esperando a este dispositivo',
    passkeyRefused: 'No se creó ninguna llave. Inténtelo de nuevo; sus palabras y billetes están a salvo.',
    noPasskeys: 'Este navegador no puede crear llaves de acceso. Abra esta página en otro y siga con sus doce palabras.',

    checkTitle: 'Dos de las doce',
    checkText: 'Esta llave no puede guardar sus palabras. Para que no se pierdan: ¿cuáles son estas dos?',
    checkWord: (position) => `Palabra ${position}`,
    checkWrong: (position) => `Esa no es la palabra ${position}. Mire su papel.`,
    check: 'Comprobar e ingresar',
    joining: 'Ingresando',
    already: 'Usted ya ingresó, quizá hace un momento. Entre.',
    signIn: 'Entrar',

    doneTitle: 'Ya está dentro',
    doneText: (label) => `Usted aparece como «${label}». Nadie aquí puede averiguar más.`,
    toHome: 'A los casos',
  },

  keysRefused: {
    title: 'Detenido, para protegerle',
    text: 'Las claves mostradas a este dispositivo no son las que todos deberían ver. No se ha enviado nada. Avise a su operador y compare con un colega las seis palabras de la lista de claves.',
    reason: 'Motivo',
  },

  keys: {
    title: 'Comparar las claves',
    text: 'El registro firma con claves que todos pueden ver en una lista. Si a alguien se le mostrara una clave propia, sus billetes se podrían distinguir. Estas seis palabras representan toda la lista: léaselas a un colega. El mismo día tienen que ser las mismas en todas partes.',
    listTitle: 'Seis palabras',
    checked: (keys) =>
      `Este dispositivo ha comprobado ${count(keys, 'clave', 'claves')}, cada una firmada y unida a la anterior, y la lista continúa lo que ya había visto.`,
    countsTitle: 'Cuentas y billetes',
    accountsOfRoots: 'cuentas, de billetes raíz firmados',
    validOfRenewals: 'cuentas vigentes, de renovaciones firmadas',
    countsText: (k) =>
      `Nunca puede haber más cuentas que billetes; si las hubiera, alguien habría robado una clave. Una etiqueta solo se muestra mientras la llevan ${k} médicos que no han mostrado su nombre.`,
    alarmTitle: 'Hay más cuentas que billetes',
    alarmText: 'Alguien puede estar firmando con una clave robada. Avise ya a su operador.',
  },

  renew: {
    title: 'Siga siendo miembro',
    text: 'Cada dos semanas el registro firma, sin ver nada y para todos a la vez, que las licencias siguen vigentes. Su dispositivo recoge su firma; el registro no sabe quién pregunta.',
    ask: 'Recoger mi firma',
    asking: 'Pidiendo',
    handingIn: 'Entregando',
    done: 'Hecho. Sigue siendo miembro las próximas semanas.',
    waits: (time) => `Su solicitud está entregada. Se firma a las ${time}, junto con las demás; vuelva a mirar entonces.`,
    deposit: 'Entregar para los próximos meses',
    depositText:
      'El registro no tiene solicitudes suyas para los próximos meses. Entréguelas ahora: pide un código de su correo, una vez por trimestre.',
    depositSoon:
      'Para que los próximos meses vengan solos, entregue solicitudes para ellos: el registro pide un código de su correo, una vez por trimestre.',
    toHome: 'A los casos',
    findSeedTitle: 'Primero, sus palabras',
    findSeedText: 'Esto necesita lo que solo tiene usted: su llave de acceso o sus doce palabras.',
    withPasskey: 'Usar la llave de acceso',
    withWords: 'Usar las palabras',
    passkeyHasNone: 'Esta llave no guarda sus palabras. Escríbalas.',
  },

  lapsed: {
    title: 'Su membresía ha caducado',
    text: 'Puede seguir leyendo sus propios casos y llevarse lo que ha escrito. Para volver a participar, recoja su firma; si no le espera ninguna, un código de su correo y una solicitud nueva le traen de vuelta a la próxima hora en punto.',
    cases: 'Sus casos',
    renew: 'Renovar',
    signOut: 'Salir',
  },

  me: {
    title: 'Yo',
    label: 'Cómo aparece usted',
    crowd: (number) => `${doctorsCarry(number)} esta etiqueta. Es el grupo en el que usted está.`,
    widened: (label) => `Su etiqueta es «${label}», pero ahora la llevan muy pocos médicos, así que a todos ellos se les muestra así.`,
    shownLess: (label) => `Su etiqueta es «${label}»; usted eligió mostrar menos.`,
    showAtMost: 'Mostrar como mucho',
    showAtMostHint:
      'Desde el próximo caso en que escriba; lo que ya está conserva su firma. Los colegas tienen entonces menos con que valorar su respuesta.',
    crowdUnknown: 'Ahora no se puede leer cuántos llevan esta etiqueta.',
    language: 'Idioma',
    theme: 'Aspecto',
    themes: { system: 'Como el dispositivo', light: 'Claro', dark: 'Oscuro' },
    nearestWords: 'El programa aún no tiene palabras en este idioma y le habla en español; lo que escriben los miembros se traduce.',
    reads: 'Idiomas que lee sin traducción',
    interests: 'Intereses',
    interestsHint: 'Sobre qué quiere que le pregunten. Privado: ordena sus listas y nunca se muestra como su especialidad.',
    addInterest: 'Añadir un interés',
    interestsFull: 'Doce bastan. Quite uno para añadir otro.',
    byline: 'Firma habitual',
    bylines: { anonymous: 'Anónima', name: 'Con mi nombre' },
    bylineHint: 'Puede elegir otra cosa en cada caso.',
    nameShown: (name) => `Su nombre se puede mostrar: ${name}`,
    showName: 'Mostrar mi nombre',
    devices: 'Dispositivos',
    mine: 'Descargar lo que he escrito',
    mineHint:
      'Un archivo con sus casos, comentarios, borradores y ajustes. Reúne todo lo que ha escrito con esta cuenta: guárdelo donde solo usted pueda leerlo.',
    signOut: 'Salir',
    signOutText:
      'Desaparece todo lo que Consilium guarda en este dispositivo: borradores sin enviar, páginas leídas y ajustes de este navegador.',
    signOutSeed: 'Esta llave no guarda sus doce palabras: téngalas a mano, las necesitará para seguir siendo miembro.',
    signOutTitle: '¿Salir?',
    stay: 'Quedarse',
    signingOut: 'Saliendo',
    saved: 'Guardado',
    saving: 'Guardando',
    changedElsewhere: 'Mientras tanto cambió en otro dispositivo. Así está ahora; cámbielo de nuevo si quiere.',
    validThrough: (day) => `Miembro hasta el ${day}; se renueva cada dos semanas.`,
    renewNow: 'Renovar ahora',
  },

  devices: {
    title: 'Dispositivos',
    text: 'Con cada una de estas llaves se entra en su cuenta. Quite las que ya no tenga.',
    thisOne: 'este',
    add: 'Añadir este dispositivo',
    addText: 'Crea una llave de acceso aquí. Sus otros dispositivos dirán que se añadió.',
    remove: 'Quitar',
    removeTitle: (name) => `¿Quitar «${name}»?`,
    removeText: 'Ya no podrá entrar, y su sesión se cierra enseguida.',
    keep: 'Conservarlo',
    last: 'La última llave no se puede quitar. Añada otra antes.',
    added: (names) => `Se añadió a su cuenta: ${names}. Si no fue usted, quítelo ahora.`,
    look: 'Ver dispositivos',
    refusedByDevice: 'No se creó ninguna llave. Inténtelo de nuevo cuando quiera.',
    noted: 'Fui yo',
    name: 'Nombre de este dispositivo',
  },

  name: {
    title: 'Mostrar mi nombre',
    warning:
      'Para el operador, todo lo publicado con esta cuenta, también lo pasado, queda entonces como suyo, para siempre. Los colegas ven el nombre solo donde usted lo ponga.',
    text: 'El registro firma que esta cuenta es suya, hasta el final del próximo trimestre. Un nombre, una cuenta.',
    ask: 'Ir al registro',
    notNow: 'Seguir sin nombre',
    signTitle: 'Diga que es usted',
    signText: 'El registro pide una prueba de su cuenta. Con ella sabrá qué cuenta es la suya.',
    sign: 'Firmar y seguir',
    keeping: 'Guardando el nombre',
    done: (name) => `Ahora puede firmar como ${name}. Elíjalo donde lo quiera.`,
    back: 'Volver a Yo',
  },

  erase: {
    title: 'Borrar mi cuenta',
    goes: 'Desaparecen al instante, en todos los dispositivos: sus ajustes, dispositivos, borradores, avisos, direcciones y el nombre que mostró. Sus casos aún abiertos se retiran, pues nadie leería las respuestas.',
    stays:
      'Quedan firmas con especialidad y país, sin nadie detrás, y una huella de su clave, para que no se haga con ella una segunda cuenta.',
    forGood:
      'No se puede deshacer, tampoco por nosotros. Para volver, diga en el registro que lo ha perdido todo y podrá entrar de nuevo medio año después.',
    writings: 'Lo que escribió en otros casos, y los suyos resueltos',
    writingsWays: { stay: 'Queda', 'taken-back': 'Se retira' },
    stayHint:
      'Sus colegas siguen aprendiendo de ello. Lo que se retira o pierde el nombre en un mismo momento puede reconocerse, si alguien observa, como de un solo médico.',
    takenBackHint:
      'Sus respuestas se borran y sus casos se retiran. Todo desaparece en un mismo momento: quien observe puede saber que era de un solo médico.',
    stayHere: 'Quedarme',
    erase: 'Borrar mi cuenta',
    erasing: 'Borrando',
    ask: '¿Borrar su cuenta?',
    sure: 'No se puede deshacer. Su inscripción está en el registro y se borra allí.',
    doneTitle: 'Su cuenta está borrada',
    doneText:
      'También este navegador le ha olvidado. El registro sigue sabiendo que usted es médico verificado, no qué cuenta era la suya.',
    registrar: 'Ir al registro',
  },
}
