import { counted } from '../counted.ts'
import type { feed as english } from './feed.en.ts'

const count = counted('es-ES')

export const feed: typeof english = {
  title: 'Casos',
  lists: 'Listas de casos',
  tabs: { 'for-you': 'Para usted', unanswered: 'Sin respuesta', latest: 'Recientes', resolved: 'Resueltos' },
  order: {
    'for-you': 'Más espera primero, por urgencia',
    unanswered: 'Más espera primero, por urgencia',
    latest: 'Los más nuevos primero',
    resolved: 'Los últimos cerrados primero',
  },
  specialty: 'Especialidad',
  allMine: 'Todas mis especialidades',
  all: 'Todas las especialidades',
  published: 'Casos publicados',
  publishedOptions: { with: 'Con casos publicados', only: 'Solo casos publicados', without: 'Sin casos publicados' },
  answers: (answers) => (answers === 0 ? 'Sin respuesta' : count(answers, 'respuesta', 'respuestas')),
  images: (images) => count(images, 'imagen', 'imágenes'),
  outcome: 'Desenlace',
  getting: 'Cargando casos',
  gettingMore: 'Cargando más',
  more: 'Ver más',
  end: 'Eso es todo.',
  mine: 'Su caso abierto',
  mineMany: 'Sus casos abiertos',
  open: 'Abrir',
  drafts: (drafts) => count(drafts, 'borrador', 'borradores'),
  draftsKept: 'Empezados y sin publicar.',
  continueDraft: 'Seguir escribiendo',
  noneWaiting: 'Ningún colega espera una respuesta suya.',
  empty: {
    'for-you': {
      title: 'Ningún caso le espera',
      body: 'Sus especialidades están tranquilas. Cuando un caso le necesite, lo verá aquí primero.',
    },
    unanswered: { title: 'Todos los casos tienen respuesta', body: 'Nadie espera ahora una primera respuesta.' },
    latest: { title: 'Todavía no hay casos', body: 'La primera pregunta aparecerá en esta página.' },
    resolved: { title: 'Todavía no hay casos resueltos', body: 'Cuando alguien cierre un caso, aquí estará lo que resultó ser.' },
    filtered: { title: 'Nada en esta especialidad', body: 'Elija otra especialidad o mire todas.' },
  },
  seeUnanswered: (cases) => (cases === 0 ? 'Ver los casos sin respuesta' : `Ver los casos sin respuesta (${cases})`),
  seeAllSpecialties: 'Todas las especialidades',
  seeLatest: 'Ver los casos recientes',
  ask: 'Preguntar a colegas',
  failed: {
    title: 'No se pudieron cargar los casos',
    body: 'Inténtelo de nuevo; si falla dos veces, dé el código a quien administra la instancia.',
  },
  moreFailed: 'No se pudieron cargar más.',
  tryAgain: 'Intentar de nuevo',
  offline: { title: 'Sin red', body: 'Los casos volverán con la red. Lo que ha escrito está a salvo en este dispositivo.' },
  offlineKept: (time) => `Sin red. Está leyendo lo que había a las ${time}.`,
}
