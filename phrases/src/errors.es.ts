import type { ErrorPhrases } from './Words.ts'

export const errors: ErrorPhrases = {
  'request.invalid': 'Algo de lo enviado no es correcto. Revise los campos marcados e inténtelo de nuevo.',
  'request.too-large': 'Es más de lo que puede enviarse de una vez. Acórtelo o envíelo por partes.',
  'request.too-many': ({ seconds }) => `Demasiadas peticiones en poco tiempo. Espere ${seconds}\u00a0segundos e inténtelo de nuevo.`,
  'request.unknown-path': 'No hay nada en esta dirección. Revísela o empiece por la página de inicio.',
  'request.wrong-host': 'Este servidor no responde con este nombre. Use la dirección que le dio su operador.',
  'request.repeat-differs': 'Esto ya se envió con otro contenido y vale lo primero. Abra de nuevo el formulario para enviar algo distinto.',
  'request.key-missing': 'La petición llegó sin su clave y no podría distinguirse de una repetición. Cargue la página de nuevo.',
  'server.failed':
    'El servidor ha fallado. Lo que ha escrito está a salvo en este dispositivo. Inténtelo de nuevo; si falla dos veces, dé el código a su operador.',
  'server.read-only':
    'Por ahora el servidor solo permite leer. Lo que ha escrito está a salvo en este dispositivo; inténtelo de nuevo más tarde.',
  'session.needed': 'No ha entrado en su cuenta. Entre e inténtelo de nuevo.',
  'session.forbidden': 'Su cuenta no puede hacer esto. Pregunte a su operador si cree que debería poder.',
  'session.lapsed': 'Tiene que renovar su cuenta antes de seguir. Ábrala en «Yo» para renovarla.',

  'account.challenge-unknown': 'Este intento ha tardado demasiado. Empiece de nuevo.',
  'account.root-already-joined': 'Estas doce palabras ya pertenecen a una cuenta. Entre con ellas.',
  'account.root-banned': 'Un moderador ha cerrado esta cuenta. Escriba a su operador para recurrir.',
  'account.ticket-refused': 'Un billete del registro no es válido. Pida de nuevo sus billetes en el registro.',
  'account.proof-refused': 'La prueba hecha en este dispositivo no es válida. Revise las doce palabras e inténtelo de nuevo.',
  'account.unknown': 'Ninguna cuenta corresponde a esto. Revise las doce palabras o dese antes de alta.',
  'account.manifest-missing': 'La lista de claves de firma no puede leerse ahora. Inténtelo de nuevo en unos minutos.',
  'account.passkey-refused': 'La llave de acceso no se ha aceptado. Inténtelo de nuevo o entre con sus doce palabras.',
  'account.device-not-found': 'Este dispositivo ya no está en su lista. Cargue la página de nuevo.',
  'account.last-device': 'Es su único dispositivo y no puede quitarse. Añada antes otro.',
  'account.name-refused': 'El nombre no lleva una firma válida del registro. Pídala de nuevo al registro.',
  'account.revision-stale': 'Sus ajustes se cambiaron en otro lugar. Véalos de nuevo y repita el cambio.',

  'byline.name-missing': 'El registro aún no ha firmado su nombre. Muéstrelo antes en «Yo» o publique como anónimo.',
  'byline.never-back': 'Ha firmado con su nombre en este caso y aquí ya no puede volver al anonimato.',

  'case.not-found': 'Este caso no existe o no es para usted. Revise la dirección o busque en la lista.',
  'case.gone': 'Este caso se retiró y su historia ya no está aquí.',
  'case.closed': 'El caso está cerrado. Publíquelo como comentario o pida que se reabra.',
  'case.not-yours': 'Solo puede hacerlo el médico que preguntó. Usted puede comentar.',
  'case.not-open': 'El caso no está abierto. Cargue la página de nuevo para ver en qué punto está.',
  'case.state-forbids': 'No puede hacerse en el estado actual del caso. Cargue la página de nuevo para ver en qué punto está.',
  'case.undo-too-late': 'Es tarde para deshacerlo. Puede retirar el caso.',
  'case.question-too-long': ({ max, length }) =>
    `La pregunta puede tener ${max} caracteres y tiene ${length}. Acórtela; lo demás cabe en la historia.`,
  'case.question-missing': 'Falta la pregunta. Escríbala en una línea.',
  'case.dates-refused': 'Las fechas podrían identificar al paciente y no se publican. Diga cuánto hace: «hace dos días».',
  'privacy.identifier': ({ count }) =>
    count === 1
      ? 'Un dato podría identificar al paciente. Cámbielo o diga por qué no identifica a nadie.'
      : `${count} datos podrían identificar al paciente. Cambie cada uno o diga por qué no identifica a nadie.`,
  'case.images-too-many': ({ max }) => `Un caso admite ${max} imágenes. Quite alguna.`,
  'case.consent-needed': 'Una imagen podría mostrar quién es el paciente y debe constar el consentimiento. Elija el que tiene.',
  'case.labs-incomplete': 'A un valor de laboratorio le falta el nombre o la cifra. Complételo o quítelo.',
  'case.suspicions-too-many': ({ max }) => `Se pueden ordenar ${max} diagnósticos como mucho. Quite los menos probables.`,
  'draft.not-found': 'Este borrador ya no está en el servidor. Lo que hay en este dispositivo está a salvo y puede guardarse de nuevo.',
  'draft.stale': 'Este borrador se cambió en otra ventana. Se muestran las dos versiones; elija la que quiere conservar.',

  'comment.not-found': 'Este comentario ya no está aquí. Cargue la página de nuevo.',
  'comment.not-yours': 'Solo su autor puede cambiar este comentario.',
  'comment.too-late-to-edit': 'Es tarde para cambiar este comentario. Complételo con otro.',
  'comment.empty': 'El comentario está vacío. Escriba algo y envíelo de nuevo.',
  'comment.too-long': ({ max, length }) =>
    `Un comentario puede tener ${max.toLocaleString('es')} caracteres y este tiene ${length.toLocaleString('es')}. Acórtelo o envíelo en dos.`,
  'comment.parent-unknown': 'El comentario al que responde ya no está aquí. Publíquelo como comentario aparte.',

  'image.not-found': 'Esta imagen no existe o no es para usted.',
  'image.gone': 'Esta imagen se retiró.',
  'image.unreadable': 'Este archivo no puede leerse como imagen; no se pudo limpiar y no se ha guardado. Haga la foto de nuevo.',
  'image.too-large': ({ megabytes }) => `Una imagen puede tener ${megabytes}\u00a0MB. Elija una más pequeña.`,
  'image.too-many-pixels': ({ megapixels }) => `Una imagen puede tener ${megapixels}\u00a0megapíxeles. Elija una más pequeña.`,
  'image.kind-refused': 'No se admite este tipo de archivo. Use una imagen fija JPEG, PNG, WebP o AVIF.',
  'image.in-use': 'Esta imagen es parte de un caso publicado y no puede descartarse.',

  'notifications.revision-stale': 'Estos ajustes se cambiaron en otra ventana. Se muestran como están; vuelva a cambiarlos.',
  'notifications.hours-refused':
    'Su día tiene que empezar antes de acabar, y una semana no puede tener menos avisos que un día. Elija otras cifras.',
  'ring.not-running': 'Ya no se avisa a más colegas de este caso. Reábralo o añada un resultado para volver a preguntar.',
  'ring.too-many-added': 'Ya se ha preguntado a otras tres especialidades. Espere sus respuestas.',
  'ring.own-case': 'Este caso es suyo. Lo responden sus colegas.',
  'duty.too-long': 'Se puede estar de guardia hasta 24 horas seguidas y con una semana de antelación. Elija un tiempo más corto.',

  'application.not-found': 'Esta solicitud no existe. Empiece de nuevo o abra el enlace de su correo.',
  'application.number-invalid': ({ label, hint }) => `No es válido como ${label}. ${hint}`,
  'application.check-digit-wrong': ({ label }) =>
    `La última cifra no concuerda con las demás: no es válido como ${label}. Lo más habitual es que dos cifras estén cambiadas; revíselas una a una.`,
  'application.number-taken': 'Alguien ya hizo una solicitud con este número. Si no fue usted, escriba al registro.',
  'application.email-invalid': 'No podemos escribir a esta dirección de correo. Revísela e inténtelo de nuevo.',
  'application.code-wrong': 'El código no es el que enviamos. Mire el correo más reciente y escríbalo de nuevo.',
  'application.code-expired': 'El código ha caducado. Pida otro.',
  'application.code-too-many': 'Demasiados códigos incorrectos. Pida otro.',
  'application.handed-in':
    'Esta solicitud está en manos de los verificadores y ahora no puede cambiarse. Podrá cambiarla si piden algo más.',
  'application.decided': 'Esta solicitud ya está resuelta y no puede cambiarse.',
  'application.incomplete': 'A la solicitud aún le falta algo. Complete los pasos que no están marcados.',
  'application.not-declined': 'Esta solicitud no se ha rechazado y no hay nada que empezar de nuevo.',
  'application.evidence-refused': 'Este archivo no sirve como prueba. Envíe una foto (JPEG, PNG o WebP) o un PDF.',
  'application.evidence-too-large': ({ megabytes }) =>
    `Un documento puede tener ${megabytes}\u00a0MB. Envíe una foto o un escaneo más pequeño.`,
  'application.evidence-too-many': ({ max }) => `Puede haber ${max} documentos de este tipo. Quite uno antes.`,
  'application.evidence-not-found': 'Este documento ya no está aquí. Vuelva a cargar la página.',
  'application.revision-stale': 'La solicitud se cambió en otra ventana. Véala de nuevo y repita el cambio.',
  'decision.reason-missing': 'El solicitante leerá el motivo. Escriba una frase que diga qué falta o qué no concuerda.',
  'decision.checks-missing': 'No se ha comparado todo. Marque cada comprobación o pida más.',
  'registrar.no-mail':
    'El registro no puede enviar correo en este momento y no se ha enviado ningún código. Inténtelo más tarde o avise a su operador.',
  'issuing.not-verified': 'Su licencia aún no está verificada. Espere a que el registro decida.',
  'issuing.other-request': 'Para este periodo ya se firmó otra cosa. Use el navegador con el que empezó.',
  'issuing.malformed': 'La petición de firma está dañada. Empiece de nuevo desde la comunidad.',
  'issuing.period-closed': 'Este periodo ha terminado. Empiece de nuevo desde la comunidad.',
  'issuing.label-changed': 'La etiqueta que usted llevaría ha cambiado desde que la vio. Vuelva a «Entrar» y mírela de nuevo.',
  'issuing.keys-not-ready': 'Las claves de este periodo aún no se han publicado. Inténtelo dentro de una hora; no se ha gastado nada.',
  'issuing.root-spent':
    'Ya se le firmó una raíz, y nadie tiene dos. Termine de ingresar con las doce palabras que tenía, o diga en el registro que las ha perdido.',
  'issuing.no-root': 'No se le ha firmado ninguna raíz, así que no hay ninguna perdida. Vaya a «Entrar».',
  'issuing.root-too-soon': 'Se le dio una raíz nueva hace menos de dos años. Todavía no se puede firmar otra.',
  'issuing.group-only': 'En esta instancia solo se entra en grupo. Vuelva a «Entrar» y espere al grupo siguiente.',
  'issuing.not-signed': 'Para esto aún no se ha firmado nada. Empiece de nuevo desde la comunidad.',
  'issuing.proof-refused': 'La prueba hecha en su dispositivo no es válida. Empiece de nuevo desde la comunidad.',
  'issuing.name-already-shown': 'Su nombre ya figura en otra cuenta este trimestre. Espere al siguiente.',
  'staff.invitation-unknown': 'Esta invitación ya se usó o ha caducado. Pida otra.',
  'staff.challenge-unknown': 'Este intento ha tardado demasiado. Empiece de nuevo.',
  'staff.passkey-refused': 'La llave de acceso no se ha aceptado. Inténtelo de nuevo o pida otra invitación.',

  'demo.off': 'Esto no es una demostración y no se puede entrar como otra persona. Entre con su cuenta.',
  'demo.person-unknown': 'Esa persona no está en la demostración. Elija una de la lista.',
}
