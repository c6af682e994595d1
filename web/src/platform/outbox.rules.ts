import { isOffline, problemOf } from './call.ts'

/** Something to be sent once the network is back: which promise, what with, and the key that makes it happen once. */
export interface Letter {
  /** The operation's name in the contract. */
  readonly promise: string
  readonly params?: Readonly<Record<string, string>>
  readonly body?: unknown
  readonly key: string
}

export interface KeptLetter extends Letter {
  readonly keptAt: number
  /** Whose it is: nobody else's session sends it. */
  readonly owner: string
  /** The code the server refused it with; it is then not tried again by itself. */
  readonly refused?: string
}

/** What became of one attempt. */
export type Attempt = 'sent' | 'later' | { readonly refused: string }

/** A server that is overloaded, failing or read-only will take it later; any other no is final. */
export const attemptOf = (error: unknown): Attempt => {
  const problem = problemOf(error)
  if (isOffline(error) || !problem || problem.status === 429 || problem.status >= 500) return 'later'
  return { refused: problem.code }
}

/** Adds a letter in its turn; one with a key that is there already replaces it, because it is the same deed. */
export const withLetter = (letters: readonly KeptLetter[], letter: KeptLetter): readonly KeptLetter[] =>
  letters.some(({ key }) => key === letter.key) ? letters.map((kept) => (kept.key === letter.key ? letter : kept)) : [...letters, letter]

/** What is left after an attempt at one letter. */
export const afterAttempt = (letters: readonly KeptLetter[], key: string, attempt: Attempt): readonly KeptLetter[] => {
  if (attempt === 'later') return letters
  if (attempt === 'sent') return letters.filter((letter) => letter.key !== key)
  return letters.map((letter) => (letter.key === key ? { ...letter, refused: attempt.refused } : letter))
}

/** The letter whose turn it is: oldest first, refused ones wait for their writer. */
export const nextLetter = (letters: readonly KeptLetter[], tried: ReadonlySet<string>): KeptLetter | null =>
  letters.find(({ key, refused }) => refused === undefined && !tried.has(key)) ?? null
