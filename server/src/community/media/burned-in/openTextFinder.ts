import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { setPriority } from 'node:os'
import { join } from 'node:path'
import { inTurns } from '../../../platform/inTurns.ts'
import { seconds } from '../../../platform/time.ts'
import type { Box, TextFinder } from '../TextFinder.ts'
import type { Answered } from './readText.child.ts'

interface Limits {
  /** How long one image may take. */
  readonly milliseconds: number
  readonly megabytes: number
  /** How long the reader waits for another image before it ends. */
  readonly idle: number
}

const usual: Limits = { milliseconds: 110 * seconds, megabytes: 1_500, idle: 60 * seconds }

/** Finds text with Tesseract in a process of its own, one image at a time, behind everything else this machine does. */
export const openTextFinder = ({ milliseconds, megabytes, idle }: Limits = usual): TextFinder => {
  let child: ChildProcess | null = null
  let ending: NodeJS.Timeout | undefined
  const oneAtATime = inTurns(1)

  const begin = (): ChildProcess => {
    const begun = fork(join(import.meta.dirname, 'readText.child.ts'), [String(megabytes)], {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    // Behind those who read, not so far behind that a busy machine never gets to it.
    if (begun.pid !== undefined) setPriority(begun.pid, 5)
    begun.unref()
    begun.once('exit', () => {
      if (child === begun) child = null
    })
    return begun
  }

  const end = async (): Promise<void> => {
    clearTimeout(ending)
    const ended = child
    child = null
    if (ended === null || ended.exitCode !== null || ended.signalCode !== null) return
    // What waits for its end must not end before it.
    ended.ref()
    ended.kill('SIGKILL')
    await once(ended, 'exit')
  }

  const ask = async (image: Buffer): Promise<readonly Box[]> => {
    clearTimeout(ending)
    child ??= begin()
    const asked = child
    const stop = new AbortController()
    const late = setTimeout(() => stop.abort(new Error(`no answer within ${milliseconds} ms`)), milliseconds)
    try {
      const answer = once(asked, 'message', stop)
      const gone = once(asked, 'exit', stop).then(([code]) => {
        throw new Error(`the reader ended with ${code}`)
      })
      asked.send({ image })
      const [{ boxes, error }] = (await Promise.race([answer, gone])) as [Answered]
      if (!boxes) throw new Error(error)
      return boxes
    } catch (error) {
      await end()
      throw stop.signal.aborted ? stop.signal.reason : error
    } finally {
      clearTimeout(late)
      stop.abort()
      ending = setTimeout(() => void end(), idle)
      ending.unref()
    }
  }
  return { find: (image) => oneAtATime(() => ask(image)), stop: () => oneAtATime(end) }
}
