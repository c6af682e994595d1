import { useEffect, useState } from 'preact/hooks'
import { fromBase64url, toBase64url } from '#tickets/base64url.ts'
import { type Seed, seedLength } from '#tickets/seed.ts'
import { periodsToDeposit } from '#tickets/tickets.rules.ts'
import { type AnswersArrival, collectAt, issueForGroup, issueForJoin, readJoin, type SignedArrival } from '../keys/fragments.ts'
import { dropKept, keep, kept } from '../keys/keep.ts'
import { readKeys } from '../keys/readKeys.ts'
import { askAhead, askToJoin, openAnswers, openToJoin } from '../keys/tickets.ts'
import { arrived, type Joining, type JoinStep, opened, stepOf } from './join.rules.ts'

/** The registrar's answer is not a signature on what this browser asked for. */
export class NotOpened extends Error {}

export interface JoiningNow {
  /** Null while this browser looks for what it keeps. */
  readonly step: JoinStep | null
  readonly joining: Joining | null
  readonly seed: Seed | null
  readonly busy: boolean
  readonly error: unknown
  claim(): void
  beginAnew(): Promise<void>
  takeWords(seed: Seed): Promise<void>
  wordsWritten(): Promise<void>
  goToRegistrar(registrarOrigin: string): Promise<void>
  /** Looks whether the group has entered. */
  look(registrarOrigin: string): void
  /** Takes the joining out of what this browser keeps; the page still shows it until `leave`. */
  finished(keepSeed: boolean): Promise<void>
  leave(): void
}

const withoutFragment = (): void => history.replaceState(history.state, '', location.pathname)
const fresh = (): Joining => ({
  seed: toBase64url(crypto.getRandomValues(new Uint8Array(seedLength))),
  asked: null,
  pending: [],
  group: null,
  written: false,
  tickets: null,
})

/** A joining in this browser: what is kept of it, what an arrival brings, and what may be done next. Everything is kept before it is shown. */
export const useJoining = (): JoiningNow => {
  const [arrival, setArrival] = useState(() => readJoin(location.hash))
  const [joining, setJoining] = useState<Joining | null | undefined>(undefined)
  const [claimed, setClaimed] = useState(false)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)

  const change = async (next: Joining | null): Promise<void> => {
    await (next ? keep('joining', next) : dropKept('joining'))
    setJoining(next)
  }
  const attempt = async (work: () => Promise<void>): Promise<void> => {
    setBusy(true)
    setError(null)
    try {
      await work()
    } catch (failure) {
      setError(failure)
    }
    setBusy(false)
  }
  const consumed = (): void => {
    withoutFragment()
    setArrival(null)
  }
  const open = async (current: Joining, signed: SignedArrival): Promise<void> => {
    const seed = fromBase64url(current.seed)
    const tickets = seed && (await openToJoin(seed, await readKeys(), signed, new Date()))
    consumed()
    if (!tickets) throw new NotOpened()
    await change({ ...arrived(current, signed), written: true, tickets })
  }
  const openGroup = async (current: Joining, { answers, group }: AnswersArrival): Promise<void> => {
    const seed = fromBase64url(current.seed)
    const tickets = seed && (await openAnswers(seed, await readKeys(), current.pending, answers, new Date()))
    consumed()
    if (!tickets) throw new NotOpened()
    await change(opened(current, tickets, new Date()) ?? { ...current, group: group ?? current.group })
  }

  useEffect(() => {
    void kept<Joining>('joining').then(setJoining)
  }, [])
  useEffect(() => {
    if (joining === undefined || !arrival) return
    if (arrival.step === 'signed') {
      if (joining) void attempt(() => open(joining, arrival))
    } else if (arrival.step === 'answers') {
      if (joining) void attempt(() => openGroup(joining, arrival))
      else consumed()
    } else if (!joining || claimed) {
      void change(arrived(joining ?? fresh(), arrival)).then(consumed)
    }
    // Each arrival is taken once, as soon as it is known whose it is.
  }, [joining === undefined, joining === null, arrival, claimed])

  const now = joining ?? null
  return {
    step: joining === undefined ? null : stepOf(now, arrival, claimed),
    joining: now,
    seed: now && fromBase64url(now.seed),
    busy,
    error,
    claim: () => setClaimed(true),
    beginAnew: () => change(null),
    takeWords: (seed) => change({ ...(now ?? fresh()), seed: toBase64url(seed), written: true, pending: [], group: null, tickets: null }),
    wordsWritten: async () => {
      if (now) await change({ ...now, written: true })
    },
    goToRegistrar: (registrarOrigin) =>
      attempt(async () => {
        const seed = now && fromBase64url(now.seed)
        if (!now?.asked || !seed) return
        const { code, period, epoch, how, rungs, from } = now.asked
        const [keys, instant] = [await readKeys(), new Date()]
        const epochs = periodsToDeposit('renewal', instant)
        if (how === 'group') {
          const { root, ahead, pending, pendingRoot, seen } = await askAhead(seed, keys, { epochs, rungs, from }, instant)
          await change({ ...now, pending: [pendingRoot, ...pending] })
          location.assign(issueForGroup(registrarOrigin, { root, ahead, seen }))
          return
        }
        const blinded = await askToJoin(seed, keys, now.asked, instant)
        const { ahead, seen } = await askAhead(seed, keys, { epochs: epochs.filter((later) => later !== epoch), rungs, from }, instant)
        location.assign(issueForJoin(registrarOrigin, { ...blinded, code, period, epoch, ahead, seen }))
      }),
    look: (registrarOrigin) => {
      const hashes = now?.pending.map(({ hash }) => hash) ?? []
      if (hashes.length > 0) location.assign(collectAt(registrarOrigin, 'join', hashes))
    },
    finished: async (keepSeed) => {
      if (now && keepSeed) await keep('seed', now.seed)
      if (now?.asked) await keep('rungs', now.asked.rungs)
      await dropKept('joining')
    },
    leave: () => setJoining(null),
  }
}
