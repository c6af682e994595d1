import { createStore, get, update } from 'idb-keyval'
import { useEffect, useState } from 'preact/hooks'
import type { AnyEndpoint } from '#contract/endpoint.ts'
import { call } from './call.ts'
import { type Attempt, attemptOf, type KeptLetter, type Letter, nextLetter, withLetter } from './outbox.rules.ts'
import { type Post, sendLetters } from './sendLetters.ts'

const name = 'letters'
const drawer = createStore('consilium-outbox', 'outbox')
const channel = new BroadcastChannel('consilium-outbox')

let owner = 'nobody'

/** Says whose letters are sent and shown from now on: the same for all pages of an account. */
export const sendLettersOf = (account: string): void => {
  owner = account
  tellHere()
}

const endpointOf = async (promise: string): Promise<AnyEndpoint | undefined> => {
  const { communityEndpoints } = await import('#contract/community/all.ts')
  return communityEndpoints.find((found) => found.name === promise)?.endpoint
}

const browserPost: Post = {
  read: async () => ((await get<readonly KeptLetter[]>(name, drawer)) ?? []).filter((letter) => letter.owner === owner),
  change: async (next) => {
    await update<readonly KeptLetter[]>(name, (letters) => next(letters ?? []), drawer)
    tellAll()
  },
  alone: async (work) => {
    await navigator.locks.request('consilium-outbox', { ifAvailable: true }, (lock) => (lock ? work() : undefined))
  },
  send: async ({ promise, params, body, key }) => {
    const endpoint = await endpointOf(promise)
    if (!endpoint) return { refused: 'request.unknown-path' }
    return call(endpoint, { params, body, key } as never).then((): Attempt => 'sent', attemptOf)
  },
}

const listeners = new Set<() => void>()
const tellHere = () => {
  for (const listener of listeners) listener()
}
const tellAll = () => {
  channel.postMessage(null)
  tellHere()
}
channel.addEventListener('message', tellHere)

/** Keeps something to be sent, exactly once, as soon as the network is back; also after the tab was closed. */
export const keepForLater = async (letter: Letter): Promise<void> => {
  await browserPost.change((letters) => withLetter(letters, { ...letter, keptAt: Date.now(), owner }))
}

/** Throws a kept letter away, unsent. */
export const discardLetter = (key: string): Promise<void> => browserPost.change((letters) => letters.filter((letter) => letter.key !== key))

/** Tries now what is waiting. */
export const sendKept = (): Promise<readonly string[]> => sendLetters(browserPost)

const tryAgainEvery = 30_000

/** Sends what was kept when the page opens, when the network returns and every half minute; `onSent` hears of what went out. */
export const startOutbox = (onSent: () => void): (() => void) => {
  const attempt = () => {
    if (!navigator.onLine) return
    void browserPost.read().then(async (letters) => {
      if (nextLetter(letters, new Set()) && (await sendKept()).length > 0) onSent()
    })
  }
  attempt()
  window.addEventListener('online', attempt)
  const timer = setInterval(attempt, tryAgainEvery)
  return () => {
    window.removeEventListener('online', attempt)
    clearInterval(timer)
  }
}

/** What is waiting to be sent, here and in other tabs. */
export const useOutbox = (): readonly KeptLetter[] => {
  const [letters, setLetters] = useState<readonly KeptLetter[]>([])
  useEffect(() => {
    const readAgain = () => void browserPost.read().then(setLetters)
    readAgain()
    listeners.add(readAgain)
    return () => {
      listeners.delete(readAgain)
    }
  }, [])
  return letters
}
