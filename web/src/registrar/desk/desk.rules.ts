/** How soon somebody looks at an application for the first time: four hours. */
const firstLook = 4 * 60 * 60_000

/** Milliseconds until the first look is due; null when that is over. */
export const leftUntilDue = (since: string, now: number): number | null => {
  const left = new Date(since).getTime() + firstLook - now
  return left > 0 ? left : null
}

/** The case after this one among those before me, from the top again after the last; null when there is no other. */
export const nextBeforeMe = (queue: readonly { applicationId: string; mine: boolean }[], current: string | null): string | null => {
  const mine = queue.filter((one) => one.mine)
  const at = mine.findIndex(({ applicationId }) => applicationId === current)
  const next = mine[at + 1] ?? mine[0]
  return next && next.applicationId !== current ? next.applicationId : null
}

/** What a key stands for at the desk; nothing while something is typed, or with a second key held. */
export const actionOf = (event: {
  key: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
  typing: boolean
}): 'yes' | 'ask' | 'no' | 'next' | null => {
  if (event.typing || event.ctrlKey || event.metaKey || event.altKey) return null
  const actions = { v: 'yes', m: 'ask', r: 'no', j: 'next' } as const
  return actions[event.key.toLowerCase() as keyof typeof actions] ?? null
}
