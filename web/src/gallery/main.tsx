// Every piece of the interface on one page, to be looked at while developing; the build leaves it out.
import { start } from '../app/start.tsx'
import { Gallery } from './Gallery.tsx'

const load = async () => (await import('#phrases/community/all.en.ts')).words

await start({ language: 'en', load, routes: [], App: Gallery })
