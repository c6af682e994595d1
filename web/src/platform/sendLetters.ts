import { type Attempt, afterAttempt, type KeptLetter, type Letter, nextLetter } from './outbox.rules.ts'

/** Where letters lie and how one is sent; a test brings its own. */
export interface Post {
  read(): Promise<readonly KeptLetter[]>
  change(next: (letters: readonly KeptLetter[]) => readonly KeptLetter[]): Promise<void>
  /** Runs one at a time, over all tabs; does nothing when another tab is at it. */
  alone(work: () => Promise<void>): Promise<void>
  send(letter: Letter): Promise<Attempt>
}

/** Tries every letter once, in order; stops at the first for which the network is not there. */
export const sendLetters = async (post: Post): Promise<readonly string[]> => {
  const sent: string[] = []
  await post.alone(async () => {
    const tried = new Set<string>()
    for (let letter = nextLetter(await post.read(), tried); letter; letter = nextLetter(await post.read(), tried)) {
      const { key } = letter
      tried.add(key)
      const attempt = await post.send(letter)
      await post.change((letters) => afterAttempt(letters, key, attempt))
      if (attempt === 'later') return
      if (attempt === 'sent') sent.push(key)
    }
  })
  return sent
}
