import type { LiveChange, LiveEvent } from '#contract/community/live.ts'
import type { Member } from '../../access.ts'
import { type Changed, changedChannel, readChanged } from '../../platform/announce.ts'
import type { Line } from '../../platform/eventStream.ts'
import { minutes, seconds } from '../../platform/time.ts'
import { type SessionToken, sessionEnded, standingSessions } from '../accounts/sessions.ts'
import type { Deps } from '../deps.ts'
import { coversOf } from '../discussion/audience.rules.ts'
import { maySeeThread } from '../discussion/may-see-thread.ts'
import { findThoseWhoMaySee } from './live.sql.ts'

/** What changes within this time is told once. */
export const mergedFor = seconds / 2
const beatsEvery = 25 * seconds
/** Lines beat in so many turns, so that ten thousand do not at once. */
const turns = 25
/** Sessions end by themselves with their epoch, and labels change: so they are looked at now and then, too. */
const looksAgainAfter = 5 * minutes
/** Of one member on one process: a browser has one line, or one a window. */
const mostOfAMember = 8
const mostLines = 20_000

type Needs = Pick<Deps, 'db' | 'signals' | 'log' | 'clock'>

interface Watcher {
  readonly line: Line
  readonly accountId: string
  readonly token: SessionToken
  covers: readonly string[] | null
  /** The thread on screen, while its watcher may see it. */
  thread: string | null
  readonly lists: boolean
  readonly turn: number
}

/** Whoever listens on this process, and what each is told. */
export interface Watch {
  isFull(): boolean
  mayWatch(member: Member, thread: string): Promise<boolean>
  add(line: Line, watcher: { member: Member; token: SessionToken; thread: string | null; lists: boolean }): void
  remove(line: Line): void
}

/** Hears what changes on any process and tells those who have it on screen and may see it: only that they should ask again. */
export const openWatch = (deps: Needs): Watch => {
  const { db, signals, log } = deps
  const watchers = new Map<Line, Watcher>()
  const byThread = groups<Watcher>()
  const byAccount = groups<Watcher>()
  const ofLists = new Set<Watcher>()
  const changed = new Map<string, Changed>()
  /** Whose session may have ended while their line was being opened. */
  const unsure = new Set<Watcher>()

  const send = ({ line }: Watcher, event: LiveEvent, data: { what?: LiveChange } = {}): void => line.send(event, data)

  const tellChanges = async (): Promise<void> => {
    const now = [...changed.values()]
    changed.clear()
    await tell(now).catch((error: unknown) => {
      failed(error)
      for (const one of now) changed.set(`${one.what} ${one.id}`, one)
      soonTell()
    })
  }

  const tell = async (now: readonly Changed[]): Promise<void> => {
    const watching = now.flatMap(({ what, id }) => {
      if (what === 'told') return []
      const those = what === 'thread' ? byThread.of(id) : ofLists
      return [...those].map((watcher) => ({ watcher, what, thread: id, accountId: watcher.accountId, covers: watcher.covers }))
    })
    const may = await findThoseWhoMaySee(db, watching)
    const told = new Map<Watcher, Set<LiveChange>>()
    const note = (watcher: Watcher, what: LiveChange) => told.set(watcher, (told.get(watcher) ?? new Set()).add(what))
    for (const { what, id } of now) if (what === 'told') for (const watcher of byAccount.of(id)) note(watcher, 'told')
    for (const [place, { watcher, what, thread }] of watching.entries()) {
      if (what === 'lists') {
        if (may.has(place)) note(watcher, 'lists')
        continue
      }
      note(watcher, 'case')
      // Who saw it until now asks once more and learns that it is gone; of what follows they hear nothing.
      if (!may.has(place)) leaveThread(watcher, thread)
    }
    for (const [watcher, whats] of told) for (const what of whats) send(watcher, 'changed', { what })
  }

  const lookAt = async (some: readonly Watcher[]): Promise<void> => {
    // Whoever was to be looked at may have gone by now, and the database with them.
    if (some.length === 0) return
    const standing = await standingSessions(
      deps,
      some.map(({ token }) => token),
    )
    for (const watcher of some) {
      const session = standing.get(watcher.token)
      if (session) watcher.covers = coversOf(session.label)
      else {
        send(watcher, 'over')
        watcher.line.end()
      }
    }
  }

  const failed = (error: unknown): void => log.warn({ err: error }, 'live')
  const soonTell = merged(mergedFor, tellChanges)
  const soonLook = merged(seconds, () => lookAt([...watchers.values()]).catch(failed))
  const soonLookAtNew = merged(seconds, async () => {
    const some = [...unsure]
    unsure.clear()
    await lookAt(some).catch(failed)
  })

  signals.hear(changedChannel, (word) => {
    if (word === null) {
      // Whoever is there may have missed something: they ask again, each at a moment of their own.
      for (const watcher of watchers.values()) send(watcher, 'ready')
      return
    }
    const one = readChanged(word)
    if (!one) return
    const concernsSomebody = one.what === 'lists' ? ofLists.size > 0 : (one.what === 'thread' ? byThread : byAccount).of(one.id).size > 0
    if (!concernsSomebody) return
    changed.set(word, one)
    soonTell()
  })
  signals.hear(sessionEnded, () => watchers.size > 0 && soonLook())

  let [turn, given] = [0, 0]
  setInterval(() => {
    turn = (turn + 1) % turns
    for (const watcher of watchers.values()) if (watcher.turn === turn) watcher.line.beat()
  }, beatsEvery / turns).unref()
  setInterval(() => watchers.size > 0 && soonLook(), looksAgainAfter).unref()

  const leaveThread = (watcher: Watcher, thread: string): void => {
    byThread.remove(thread, watcher)
    watcher.thread = null
  }

  return {
    isFull: () => watchers.size >= mostLines,
    mayWatch: (member, thread) => maySeeThread({ db }, member, thread),
    add: (line, { member, token, thread, lists }) => {
      const watcher: Watcher = {
        line,
        accountId: member.accountId,
        token,
        covers: coversOf(member.label),
        thread,
        lists,
        turn: given++ % turns,
      }
      const [oldest, ...others] = byAccount.of(member.accountId)
      if (oldest && others.length + 1 >= mostOfAMember) {
        send(oldest, 'replaced')
        oldest.line.end()
      }
      watchers.set(line, watcher)
      byAccount.add(member.accountId, watcher)
      if (thread !== null) byThread.add(thread, watcher)
      if (lists) ofLists.add(watcher)
      send(watcher, 'ready')
      unsure.add(watcher)
      soonLookAtNew()
    },
    remove: (line) => {
      const watcher = watchers.get(line)
      if (!watcher) return
      watchers.delete(line)
      unsure.delete(watcher)
      byAccount.remove(watcher.accountId, watcher)
      if (watcher.thread !== null) byThread.remove(watcher.thread, watcher)
      ofLists.delete(watcher)
    },
  }
}

/** Calls at once, and however often it is asked within a time, once more after it. */
const merged = (time: number, call: () => Promise<void>): (() => void) => {
  let waiting = false
  let asked = false
  const run = async (): Promise<void> => {
    asked = false
    await call()
    setTimeout(() => {
      waiting = false
      if (asked) start()
    }, time).unref()
  }
  const start = (): void => {
    waiting = true
    // Those of one moment go together.
    setImmediate(() => void run())
  }
  return () => {
    asked = true
    if (!waiting) start()
  }
}

const groups = <T>() => {
  const byKey = new Map<string, Set<T>>()
  const none: ReadonlySet<T> = new Set()
  return {
    of: (key: string): ReadonlySet<T> => byKey.get(key) ?? none,
    add: (key: string, item: T): void => void byKey.set(key, (byKey.get(key) ?? new Set()).add(item)),
    remove: (key: string, item: T): void => {
      const group = byKey.get(key)
      group?.delete(item)
      if (group?.size === 0) byKey.delete(key)
    },
  }
}
