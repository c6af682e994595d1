import * as promises from '#contract/community/response-clock.ts'
import { on, type Route } from '../../platform/bind.ts'
import type { Deps } from '../deps.ts'
import { exportClock, showClock } from './show-clock.ts'

export const responseClockRoutes = (deps: Deps): readonly Route[] => [
  on('showClock', promises.showClock, ({ caller, query }) => showClock(deps, caller, query.days)),
  on('exportClock', promises.exportClock, ({ caller, query }) => exportClock(deps, caller, query.days)),
]
