import { counted } from '../counted.ts'
import type { search as english } from './search.en.ts'

const count = counted('es-ES')

export const search: typeof english = {
  title: 'Buscar',
  label: 'Buscar casos',
  placeholder: 'Un hallazgo, un diagnóstico, unas siglas',
  clear: 'Borrar',
  start: {
    title: 'Busque en todos los casos, en cualquiera de los idiomas',
    body: 'Palabras, diagnósticos y siglas de ambos idiomas cuentan igual: IAM encuentra «heart attack». No se buscan nombres ni firmas de médicos.',
  },
  searching: 'Buscando',
  found: (cases, goesOn) => (goesOn ? `Los primeros ${count(cases, 'caso', 'casos')}` : count(cases, 'caso', 'casos')),
  none: {
    title: 'Ningún caso tiene estas palabras',
    body: 'Pruebe con menos palabras o con otro nombre.',
    filtered: 'Ningún caso dentro de estos filtros tiene estas palabras.',
  },
  mended: (typed, read) => `«${typed}» no está en ningún caso: se buscó «${read}».`,
  loosened: 'Ningún caso tiene todas estas palabras. Estos tienen algunas.',
  more: 'Ver más',
  gettingMore: 'Cargando más',
  moreFailed: 'No se pudieron cargar más.',
  tryAgain: 'Intentar de nuevo',
  failed: { title: 'No se pudo buscar', body: 'Inténtelo de nuevo; si falla dos veces, dé el código a quien administra la instancia.' },
  filters: {
    title: 'Filtros',
    count: (filters) => count(filters, 'filtro', 'filtros'),
    clear: 'Sin filtros',
    specialty: 'Especialidad',
    anySpecialty: 'Cualquier especialidad',
    status: 'Estado',
    anyStatus: 'Abiertos y resueltos',
    statuses: { open: 'Abiertos', resolved: 'Resueltos' },
    country: 'Preguntado en',
    anyCountry: 'Cualquier país',
    age: 'Edad',
    anyAge: 'Cualquier edad',
    ages: {
      newborn: 'Recién nacido',
      infant: 'Menos de 2 años',
      child: 'De 2 a 14 años',
      adult: 'De 15 a 64 años',
      older: '65 años o más',
    },
    withOutcome: 'Con desenlace',
    withImage: 'Con imagen',
  },
  parts: { story: 'Historia', outcome: 'Desenlace', comment: 'Comentario' },
  similar: {
    title: '¿Alguien lo ha visto antes?',
    body: 'Casos resueltos parecidos al suyo. Lo que escribe se conserva.',
  },
}
