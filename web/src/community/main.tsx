import type { showSession } from '#contract/community/accounts.ts'
import type { ReplyOf } from '#contract/endpoint.ts'
import { type Language, wordsFor } from '#contract/shapes.ts'
import { keepShell } from '../app/keepShell.ts'
import { start } from '../app/start.tsx'
import { visitorsLanguage } from '../platform/language.ts'
import { peekPageData } from '../platform/pageData.ts'
import { CommunityApp } from './CommunityApp.tsx'
import { routes } from './routes.ts'

const load = async (language: Language) =>
  (await (language === 'es' ? import('#phrases/community/all.es.ts') : import('#phrases/community/all.en.ts'))).words

const session = peekPageData<ReplyOf<typeof showSession>>('showSession')

await start({ language: session?.me ? wordsFor[session.me.settings.language] : visitorsLanguage(), load, routes, App: CommunityApp })
// The page comes first; what it may need without a network is kept afterwards.
void keepShell()
