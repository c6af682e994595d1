import { counted } from './counted.ts'
import type { ui as en } from './ui.en.ts'

const count = counted('es')

export const ui: typeof en = {
  product: 'Consilium',
  ask: 'Preguntar a colegas',
  home: 'Inicio',
  search: 'Buscar',
  me: 'Yo',
  clock: 'El reloj',
  notifications: 'Avisos',
  unread: (n) => `${n} sin leer`,
  close: 'Cerrar',
  skip: 'Ir al contenido',
  sections: 'Secciones',
  otherLanguage: 'English',
  wait: 'Un momento',
  left: (characters) => `quedan ${characters.toLocaleString('es')}`,
  over: (characters) => `sobran ${characters.toLocaleString('es')}`,
  remove: (what) => `Quitar ${what}`,
  noneFound: 'No se encuentra nada. Pruebe con otra palabra.',
  found: (options) => `Resultados: ${options}`,
  dismiss: 'Cerrar el aviso',
  code: 'Código',
  copyCode: 'Copiar el código',
  copied: 'Copiado',
  tryAgain: 'Intentar de nuevo',
  stepOf: (at, of) => `Paso ${at} de ${of}`,
  stepDone: 'hecho',
  offline: {
    title: 'Sin red.',
    reading: (time) => `Está leyendo lo que había a las ${time}.`,
    waiting: (letters) => `${count(letters, 'envío saldrá', 'envíos saldrán')} una sola vez, cuando vuelva la red.`,
    sentence: 'No hay red. Lo que ha escrito está a salvo en este dispositivo; inténtelo de nuevo cuando vuelva.',
  },
  outbox: {
    sending: (letters) => `${count(letters, 'envío espera', 'envíos esperan')} su turno.`,
    refused: 'Algo guardado para más tarde fue rechazado.',
    discard: 'Descartar',
    tryNow: 'Enviar ahora',
  },
  failed: {
    title: 'No se ha podido mostrar esta página',
    sentence:
      'Algo ha fallado aquí. Lo que ha escrito está a salvo en este dispositivo. Inténtelo de nuevo; si falla dos veces, dé el código a su operador.',
  },
  newVersion: {
    title: 'Hay una versión más reciente',
    sentence: 'Esta página es de una anterior. Cárguela de nuevo para seguir; lo que ha escrito se conserva.',
    reload: 'Cargar de nuevo',
  },
  notFound: {
    title: 'Esta página no existe',
    sentence: 'Puede que la dirección esté mal escrita o que la página ya no esté.',
    home: 'Ir al inicio',
  },
  demo: 'Demo: personas y pacientes inventados.',
  registrar: 'Registro',
  desk: 'Mesa de verificación',
  demoMailbox: {
    title: 'El buzón de la demostración',
    text: 'Una demostración no envía correo. Lo que habría enviado está aquí y lo puede leer cualquiera.',
    to: 'Para',
    empty: 'Aún no hay ninguna carta. Puede tardar un segundo.',
    back: 'Volver',
  },
}
