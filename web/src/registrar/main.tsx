import type { Language } from '#contract/shapes.ts'
import { start } from '../app/start.tsx'
import { visitorsLanguage } from '../platform/language.ts'
import { RegistrarApp } from './RegistrarApp.tsx'
import { routes } from './routes.ts'

const load = async (language: Language) =>
  (await (language === 'es' ? import('#phrases/registrar/all.es.ts') : import('#phrases/registrar/all.en.ts'))).words

await start({ language: visitorsLanguage(), load, routes, App: RegistrarApp })
