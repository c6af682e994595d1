import { counted } from '../counted.ts'
import type { cases as english } from './cases.en.ts'

const count = counted('es-ES')

export const cases: typeof english = {
  states: {
    open: 'Abierto',
    'needs-information': 'Faltan datos',
    'working-diagnosis': 'Diagnóstico de trabajo',
    resolved: 'Resuelto',
    'case-study': 'Caso de estudio',
    withdrawn: 'Retirado',
    hidden: 'Oculto',
  },
  urgencies: { minutes: 'Minutos', hours: 'Horas', days: 'Días', 'no-hurry': 'Sin prisa' },
  questionTypes: {
    'what-is-it': '¿Qué es?',
    'what-next': '¿Qué hago ahora?',
    'how-to-treat': '¿Cómo lo trato?',
    'interpret-this': 'Interpretar esto',
    'refer-or-not': '¿Derivar o no?',
    'public-health': 'Salud pública',
  },
  sections: {
    chiefComplaint: 'Motivo',
    history: 'Antecedentes',
    medicines: 'Medicación',
    allergies: 'Alergias',
    examination: 'Exploración',
    doneSoFar: 'Hecho hasta ahora',
    constraints: 'Limitaciones',
    resources: 'Recursos',
  },
  confirmedBy: {
    pathology: 'Anatomía patológica',
    imaging: 'Imagen',
    laboratory: 'Laboratorio',
    'clinical-course': 'La evolución clínica',
    specialist: 'Un especialista',
    other: 'De otro modo',
  },
  case: 'Caso',
  yourCase: 'Su caso',
  more: 'Más',
  nextStep: 'El paso siguiente',
  specialtyNotSure: 'Especialidad por decidir',
  published: 'Caso publicado',
  openSource: 'Leer la publicación',
  licence: (licence) => `Licencia ${licence}`,

  waiting: 'esperando',
  waitingFor: (wait) => `${wait} esperando`,
  inTime: (wait) => `en ${wait}`,
  underAMinute: 'menos de 1 min',
  patientLeavesIn: (wait, time) => `El paciente se va en ${wait}, a las ${time}`,
  patientLeavesNow: (time) => `El paciente se va ahora, a las ${time}`,
  patientLeft: (time) => `El paciente se iba a las ${time}`,

  counters: {
    label: 'Cuántos han leído este caso',
    views: (views) => (views === 1 ? 'vista' : 'vistas'),
    viewed: (doctors) => (doctors === 1 ? 'médico lo vio' : 'médicos lo vieron'),
    tookPart: (doctors) => (doctors === 1 ? 'participó' : 'participaron'),
    timesViewed: (views) => (views === 1 ? 'vista' : 'vistas'),
    doctorsTookPart: (doctors) => (doctors === 1 ? 'médico participó' : 'médicos participaron'),
  },

  clock: {
    label: 'El reloj de este caso',
    asked: 'Preguntado',
    firstResponse: 'Primer comentario',
    firstAnswer: 'Primera respuesta',
    resolved: 'Resuelto',
    waiting: 'Esperando',
    notYet: 'aún no',
  },

  story: 'El caso',
  patient: 'Paciente',
  vitals: 'Constantes',
  labs: 'Laboratorio',
  suspicions: 'Lo que piensa quien pregunta',
  mySuspicions: 'Lo que piensa usted',
  suspicionsHidden: 'Los demás lo verán cuando el caso esté cerrado.',
  sexes: { female: 'Mujer', male: 'Varón', other: 'Otro sexo' },
  pregnant: 'embarazada',
  notPregnant: 'no embarazada',
  taken: { now: 'ahora mismo', before: (wait) => `${wait} antes` },
  ageInDays: (days) => count(days, 'día', 'días'),
  ageInMonths: (months) => count(months, 'mes', 'meses'),
  ageInYears: (from, to) => `${from}–${to} años`,
  ageFrom: (from) => `${from} años o más`,
  above: 'por encima del intervalo',
  below: 'por debajo del intervalo',
  range: (range) => `Intervalo ${range}`,
  usual: 'Habitual',
  workingDiagnosis: 'Diagnóstico de trabajo',

  history: 'Cómo fue',
  byModeration: 'por moderación',

  newResult: 'Resultado nuevo',
  update: 'Novedad',
  atMinute: (time, minute) => `${time} · minuto ${minute}`,
  after: (time, wait) => `${time} · tras ${wait}`,

  outcome: 'Desenlace',
  outcomeFromAsker: 'Desenlace, de quien preguntó',
  outcomePublished: 'Desenlace, según lo publicado',
  howWeKnow: 'Cómo se sabe',
  course: 'Evolución',
  learned: 'Lo que aprendí',
  closedAfter: (wait, doctors, helped) =>
    `Cerrado tras ${wait}, con ${count(doctors, 'médico participante', 'médicos participantes')}; ${helped === 0 ? 'ninguna respuesta marcada como útil' : count(helped, 'respuesta marcada como útil', 'respuestas marcadas como útiles')}.`,

  addResult: 'Añadir resultado',
  closeCase: 'Cerrar el caso',
  reopen: 'Reabrir el caso',
  withdraw: 'Retirar el caso',
  stateWorkingDiagnosis: 'Indicar un diagnóstico de trabajo',
  undo: 'Deshacer',
  posted: 'Su caso está publicado.',
  postingUndone: 'Deshecho: su caso vuelve a ser un borrador.',
  cancel: 'Volver',
  sending: 'Enviando',

  addResultForm: {
    title: 'Añadir un resultado',
    lead: 'Las respuestas anteriores quedan marcadas como tales.',
    text: 'Qué hay de nuevo',
    textHint: 'Solo tiempo relativo, sin fechas.',
    incomplete: 'Escriba qué hay de nuevo, o un valor con su nombre.',
    send: 'Añadir al caso',
    sent: 'Añadido al caso.',
    kept: 'Guardado en este dispositivo. Se enviará una sola vez, cuando vuelva la red.',
  },

  labForm: {
    line: 'Valores de laboratorio',
    lineHint: 'Uno por línea, o pegue varios: Na 128 mmol/L (135–145), hace 2 h',
    add: 'Añadir',
    lineUnread: 'En esta línea no hay ninguna cifra. Escriba el valor tras el nombre o quítela.',
    missing: 'Falta',
    name: 'Nombre',
    value: 'Valor',
    unit: 'Unidad',
    range: 'Intervalo',
    taken: 'Tomado',
    takenNotSaid: 'Sin indicar',
    flag: 'Respecto al intervalo',
    flagNone: 'Según el intervalo',
    flagHigh: 'Por encima',
    flagLow: 'Por debajo',
    change: 'Cambiar',
    remove: (name) => (name === '' ? 'Quitar este valor' : `Quitar ${name}`),
    done: 'Listo',
    full: (most) => `Un caso admite ${most} valores.`,
  },

  workingDiagnosisForm: {
    title: 'Diagnóstico de trabajo',
    lead: 'Lo que trata hasta saberlo. El caso sigue abierto.',
    label: 'Diagnóstico',
    missing: 'Escriba el diagnóstico con el que trabaja.',
    send: 'Indicarlo',
    sent: 'Diagnóstico de trabajo indicado.',
  },

  closeForm: {
    title: 'Cerrar el caso',
    lead: (doctors) =>
      doctors === 0
        ? 'Tres toques. Quien lo lea después sabrá qué fue del paciente.'
        : doctors === 1
          ? 'Tres toques. El colega que participó sabrá qué fue del paciente.'
          : `Tres toques. Los ${doctors} colegas sabrán qué fue del paciente.`,
    what: '1. ¿Qué era?',
    other: 'Otro',
    notKnown: 'No se sabe',
    notKnownText: 'No se sabe',
    diagnosis: 'Diagnóstico final',
    diagnosisMissing: 'Elija o escriba qué era; «No se sabe» también es una respuesta.',
    who: '2. ¿Quién ayudó?',
    nobody: 'Nadie ha respondido todavía.',
    how: '3. ¿Cómo está el paciente?',
    howIs: { well: 'Bien', better: 'Mejor', worse: 'Peor', died: 'Falleció' },
    howIsText: {
      well: 'El paciente está bien.',
      better: 'El paciente está mejor.',
      worse: 'El paciente está peor.',
      died: 'El paciente falleció.',
    },
    tellMore: 'Contar más: cómo lo sabe, la evolución, lo que aprendió',
    howYouKnow: '¿Cómo lo sabe?',
    course: 'Evolución',
    learned: 'Lo que aprendió',
    send: 'Cerrar el caso',
    sent: 'El caso está cerrado.',
  },

  reopenForm: {
    title: '¿Reabrir este caso?',
    body: 'Vuelve a admitir respuestas y se retira su desenlace.',
    keep: 'Dejarlo cerrado',
    send: 'Reabrir',
    sent: 'El caso vuelve a estar abierto.',
  },

  imagesGone: (images) =>
    images === 1 ? 'Se retiró una imagen para proteger al paciente.' : `Se retiraron ${images} imágenes para proteger al paciente.`,
  withdrawConsent: 'Retirar el consentimiento de las imágenes',
  withdrawConsentForm: {
    title: '¿Retirar el consentimiento de las imágenes?',
    body: 'Todas las imágenes de este caso se eliminan para todos, enseguida y para siempre. Lo escrito se queda.',
    keep: 'Conservarlas',
    send: 'Eliminar las imágenes',
    sent: 'Las imágenes ya no están.',
  },
  recognisableForm: {
    title: '¿Se reconoce al paciente?',
    body: 'Un nombre, una cara, un tatuaje: la imagen se retira para todos enseguida. Mejor una de más que una tarde.',
    keep: 'No, dejarla',
    send: 'Sí, retirarla',
    sent: 'La imagen ya no está.',
  },

  reportedImages: {
    title: 'Imágenes señaladas',
    lede: 'A un colega le pareció que en estas se reconoce al paciente. Nadie las ve hasta que usted decida.',
    getting: 'Buscando las imágenes señaladas',
    failed: 'No se pudieron obtener las imágenes señaladas',
    none: {
      title: 'Ninguna imagen le espera',
      body: 'Cuando alguien dice que se reconoce al paciente en una imagen, se oculta enseguida y aparece aquí.',
    },
    notYours: {
      title: 'Esta mesa es de los moderadores',
      body: 'Los moderadores los nombra quien lleva esta comunidad.',
      action: 'A los casos',
    },
    own: { title: 'Esta la mira otro moderador', body: 'Usted preguntó con esta imagen o la señaló.' },
    said: {
      nobody: 'Quien preguntó dijo: no se reconoce a nadie.',
      patient: 'Quien preguntó dijo: se reconoce al paciente.',
      unasked: 'Quien preguntó no dijo a quién se reconoce.',
    },
    consents: {
      'none-needed': 'Consentimiento: no hace falta.',
      written: 'Consentimiento: por escrito.',
      'in-app': 'Consentimiento: dado en la aplicación.',
      emergency: 'Consentimiento: urgencia.',
      unsaid: 'Consentimiento: no se dijo nada.',
    },
    bringBack: {
      open: 'Volver a mostrarla',
      title: '¿Volver a mostrar esta imagen?',
      body: 'La verán de nuevo todos los que pueden leer el caso. Hágalo solo si no se reconoce a nadie o si el paciente consintió en que se le reconozca.',
      keep: 'Dejarla oculta',
      send: 'Volver a mostrarla',
      sent: 'La imagen vuelve a verse.',
    },
    remove: {
      open: 'Retirar para siempre',
      title: '¿Retirar esta imagen para siempre?',
      body: 'Sus archivos se borran ahora y nadie puede recuperarlos. Lo escrito en el caso se queda.',
      keep: 'Todavía no',
      send: 'Retirar para siempre',
      sent: 'La imagen se ha retirado para siempre.',
    },
  },

  withdrawForm: {
    title: '¿Retirar este caso?',
    body: (doctors) =>
      doctors === 0
        ? 'La historia y las fotos se eliminan para todos, enseguida y para siempre.'
        : `La historia y las fotos se eliminan para todos, enseguida y para siempre. Lo que ${doctors === 1 ? 'escribió el colega que participó' : `escribieron los ${doctors} colegas`} solo podrá leerlo quien participó.`,
    keep: 'Conservarlo',
    send: 'Retirar',
    sent: 'El caso está retirado.',
  },

  needsInformation: { title: 'Un colega pregunta', body: 'Responda abajo o añada el resultado: el caso vuelve a contar como abierto.' },
  hiddenNotice: { title: 'Moderación ha ocultado este caso', body: 'Solo usted lo ve.' },

  gettingCase: 'Cargando el caso',
  notFound: {
    title: 'Este caso no está aquí',
    body: 'Puede que la dirección esté incompleta o que su autor haya elegido lectores de otras especialidades.',
    action: 'Ir a los casos',
  },
  withdrawn: {
    title: 'Este caso se ha retirado',
    lead: 'Su autor lo retiró; la historia y las fotos ya no están para nadie. Usted escribió en él: usted y quienes también lo hicieron pueden seguir leyendo lo que se dijo.',
    said: (comments) => count(comments, 'comentario', 'comentarios'),
  },
  gone: {
    title: 'Este caso se ha retirado',
    body: 'Su autor lo retiró; la historia y las fotos ya no están para nadie.',
    action: 'Ir a los casos',
  },
  failed: {
    title: 'No se pudo abrir este caso',
    body: 'Lo que escribió está a salvo en este dispositivo. Inténtelo de nuevo; si falla dos veces, dé el código a quien administra la instancia.',
  },
  offline: {
    title: 'Sin red',
    body: 'Este caso no está guardado en este dispositivo. Se abrirá cuando vuelva la red.',
  },
  offlineKept: (time) => `Sin red. Está leyendo lo que había a las ${time}.`,
}
