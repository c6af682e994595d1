import { watchLive } from '#contract/community/live.ts'
import { on, type Route } from '../../platform/bind.ts'
import { EventStream } from '../../platform/eventStream.ts'
import { refuse } from '../../platform/refuse.ts'
import { tokenOf } from '../accounts/sessions.ts'
import type { Deps } from '../deps.ts'
import { openWatch } from './openWatch.ts'

export const liveRoutes = (deps: Deps): readonly Route[] => {
  const watch = openWatch(deps)
  return [
    on('watchLive', watchLive, async ({ caller, query, request }) => {
      const token = tokenOf(request) ?? refuse('session.needed')
      if (watch.isFull()) refuse('live.full')
      const thread = query.case ?? null
      const watched = { thread: thread !== null && (await watch.mayWatch(caller, thread)) ? thread : null, lists: query.lists ?? false }
      return new EventStream(
        (line) => watch.add(line, { member: caller, token, ...watched }),
        (line) => watch.remove(line),
      )
    }),
  ]
}
