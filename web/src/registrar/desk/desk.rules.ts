import { type Checks, checkNames } from '#contract/registrar/decisions.ts'

/** How soon somebody looks at an application for the first time: four hours. */
const firstLook = 4 * 60 * 60_000

/** Milliseconds until the first look is due; null when that is over. */
export const leftUntilDue = (since: string, now: number): number | null => {
  const left = new Date(since).getTime() + firstLook - now
  return left > 0 ? left : null
}

/** Nothing compared yet. */
export const nothingChecked = Object.fromEntries(checkNames.map((name) => [name, false])) as Checks

export const countChecked = (checks: Checks): number => checkNames.filter((name) => checks[name]).length

/** The application after this one in the queue, from the top again after the last; null when nobody else waits. */
export const nextInQueue = (queue: readonly { applicationId: string }[], current: string | null): string | null => {
  const at = queue.findIndex(({ applicationId }) => applicationId === current)
  const next = queue[at + 1] ?? queue[0]
  return next && next.applicationId !== current ? next.applicationId : null
}

/** What a key stands for at the desk; nothing while something is typed, or with a second key held. */
export const actionOf = (event: {
  key: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
  typing: boolean
}): 'approve' | 'ask-for-more' | 'decline' | 'next' | null => {
  if (event.typing || event.ctrlKey || event.metaKey || event.altKey) return null
  const actions = { v: 'approve', m: 'ask-for-more', r: 'decline', j: 'next' } as const
  return actions[event.key.toLowerCase() as keyof typeof actions] ?? null
}
