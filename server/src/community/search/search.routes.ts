import * as promises from '#contract/community/search.ts'
import { on, type Route } from '../../platform/bind.ts'
import type { Deps } from '../deps.ts'
import { searchCases } from './search-cases.ts'
import { similarCases } from './similar-cases.ts'

export const searchRoutes = (deps: Deps): readonly Route[] => [
  on('searchCases', promises.searchCases, ({ caller, query }) => searchCases(deps, caller, query)),
  on('similarCases', promises.similarCases, ({ caller, query }) => similarCases(deps, caller, query)),
]
