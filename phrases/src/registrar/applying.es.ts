import type { applying as en } from './applying.en.ts'

const places = ['', 'segundo', 'tercero', 'cuarto', 'quinto', 'sexto', 'séptimo', 'octavo', 'noveno', 'décimo']

export const applying: typeof en = {
  steps: { country: 'País', licence: 'Licencia', proof: 'Prueba', waiting: 'Sala de espera' },
  back: 'Atrás',
  goOn: 'Continuar',
  saving: 'Guardando',
  signOut: 'Salir',
  staffHere: 'Ha entrado como personal del registro. Para solicitar el ingreso usted mismo, salga antes de la mesa.',
  toDesk: 'A la mesa',

  begin: {
    title: 'Solicite el ingreso con su licencia',
    lede: 'Consilium es para médicos con licencia y para nadie más. Un colega compara su licencia con el registro público; después usted entra, y nadie aquí puede saber cuál es su cuenta.',
    country: '¿Dónde está registrado?',
    countryHint: 'Donde se expidió su licencia. Si tiene varias, elija una.',
    countryNone: 'Elija un país',
    countryMissing: 'Elija el país de su licencia.',
    email: 'Su dirección de correo',
    emailHint: 'Solo la conoce el registro: para un código ahora y para la respuesta.',
    emailWrong: 'No podemos escribir a esa dirección de correo. Revísela.',
    sendCode: 'Enviarme un código',
    sending: 'Enviando el código',
    before: '¿Ya hizo la solicitud o ya está verificado? La misma dirección y un código nuevo le devuelven a donde estaba.',
    countryTitle: 'Dónde está registrado',
  },

  code: {
    title: 'Escriba el código que le enviamos',
    text: (to, minutes) => `Se envió a ${to} y vale durante ${minutes}\u00a0minutos.`,
    label: 'Código de seis cifras',
    wrong: 'El código tiene seis cifras.',
    confirm: 'Confirmar',
    confirming: 'Comprobando el código',
    again: 'Enviar otro código',
    mailbox: 'Esto es una demostración y no envía correo. Su carta está en su buzón.',
    toMailbox: 'Abrir el buzón',
  },

  licence: {
    title: 'Su licencia',
    text: (register) => `La comparamos con el registro: ${register}. Nadie de la comunidad la ve nunca.`,
    hint: (hint, example) => `${hint}; por ejemplo, ${example}.`,
    numberMissing: 'Escriba su número.',
    numberWrong: (label, hint) => `No parece un número de este tipo (${label}). Se espera: ${hint}.`,
    checkDigit: 'La última cifra no concuerda con las demás. Lo más habitual es que dos cifras estén cambiadas: revíselas una a una.',
    name: 'Nombre, tal como figura en el registro',
    nameMissing: 'Escriba su nombre como lo escribe el registro.',
    formerHint: 'Los nombres anteriores ayudan.',
    addFormer: 'Añadir uno',
    former: (number) => `Nombre anterior ${number}`,
    specialty: 'Especialidad',
    specialtyNone: 'Elija su especialidad',
    specialtyMissing: 'Elija su especialidad.',
    promise:
      'Usted tiene una cuenta para toda la vida. Se crea en su dispositivo: nuestra base de datos no guarda nada que la una a su licencia.',
  },

  proof: {
    title: 'Demuestre que es usted',
    text: 'Un documento que muestre quién es y otro que le una al registro. Un colega los mira y se borran cuando está decidido.',
    identity: 'Quién es usted',
    identityText: 'Pasaporte, documento de identidad o permiso de conducir. Puede tapar todo salvo el nombre, la foto y la validez.',
    licence: 'El vínculo con el registro',
    licenceText: 'Certificado de colegiación o de registro, una carta del registro o una imagen de su propia página en él.',
    add: 'Añadir una foto o un PDF',
    another: 'Añadir otro',
    sending: 'Enviando el documento',
    kinds: 'JPEG, PNG, WebP o PDF, 10\u00a0MB como máximo. El nombre del archivo no se guarda.',
    document: (number) => `Documento ${number}`,
    megabytes: (size) => `${size}\u00a0MB`,
    remove: 'Quitar',
    missing: { identity: 'Añada un documento que muestre quién es.', licence: 'Añada un documento que le una al registro.' },
    submit: 'Presentar',
    submitting: 'Presentando',
  },

  more: { title: 'Hace falta algo más' },

  waiting: {
    title: (place) =>
      place === 1
        ? 'Usted es el siguiente'
        : places[place - 1]
          ? `Usted es el ${places[place - 1]} de la cola`
          : `Usted es el número ${place} de la cola`,
    text: (email) =>
      `Un colega compara su solicitud con el registro. Puede cerrar esta página; escribiremos a ${email} cuando esté decidido.`,
    done: (done, all) => `${done} de ${all}`,
    doneLabel: 'pasos hechos',
    placeLabel: 'su lugar',
    waitingLabel: 'en la cola',
    email: 'Correo confirmado',
    number: 'El número tiene la forma correcta',
    documents: 'Documentos enviados',
    person: 'Comparada por una persona',
    personText: 'Nombre, número, especialidad y situación, en el registro de su país.',
    account: 'Su cuenta se crea en su dispositivo',
    state: { done: 'hecho', next: 'ahora', last: 'al final' },
  },

  declined: {
    title: 'No hemos podido verificarle',
    text: (day) => `Decidido el ${day}. Esto es lo que escribió la persona que la revisó:`,
    again: 'Empezar de nuevo',
    beginning: 'Abriendo',
    note: 'Lo que escribió se conserva; los documentos se han borrado. No figurar en un registro público no cuenta en su contra.',
  },

  approved: {
    title: 'Está usted verificado',
    text: 'Sus documentos se han borrado. Lo que sigue ocurre en su dispositivo: allí se crea su cuenta, y el registro nunca sabe cuál es.',
    enter: 'Seguir para entrar',
    renew: '¿Ya había entrado? Entonces aquí no necesita nada: entre en la comunidad.',
    toCommunity: 'A la comunidad',
  },

  knows: {
    title: 'Quién sabe qué',
    knows: 'El registro sabe',
    knowsList: ['su nombre y su licencia', 'su prueba, hasta que se decide', 'su correo'],
    never: 'Nunca sabe',
    neverList: ['cuál es su cuenta', 'qué publica', 'qué lee'],
  },
}
