import { type ChildProcess, fork } from 'node:child_process'
import { on, once } from 'node:events'
import { setPriority } from 'node:os'
import { join } from 'node:path'
import { inTurns } from '../../../platform/inTurns.ts'
import { seconds } from '../../../platform/time.ts'
import type { FoundPlaces, PlaceFinder } from '../PlaceFinder.ts'
import type { Answered, Asked } from './findPlaces.child.ts'

interface Limits {
  /** How long one image may take, a reader that dies and the next one included. */
  readonly milliseconds: number
  readonly megabytes: number
  /** How many places of an image are read for text at most. */
  readonly places: number
  /** How long the reader waits for another image before it ends. */
  readonly idle: number
  /** The program that reads. */
  readonly reader: string
}

const usual: Limits = {
  milliseconds: 40 * seconds,
  megabytes: 1_500,
  places: 200,
  idle: 60 * seconds,
  reader: join(import.meta.dirname, 'findPlaces.child.ts'),
}

/** A reader that died is begun anew so often for one image: the first may have been ended by others' need of memory, the second dies of the image. */
const attempts = 2

/** Finds text with Tesseract and faces with a small network in a process of its own, one image at a time, behind everything else this machine does. */
export const openPlaceFinder = (limits: Partial<Limits> = {}): PlaceFinder => {
  const { milliseconds, megabytes, places, idle, reader } = { ...usual, ...limits }
  let child: ChildProcess | null = null
  let ending: NodeJS.Timeout | undefined
  const oneAtATime = inTurns(1)

  const begin = (): ChildProcess => {
    const begun = fork(reader, [String(megabytes)], { serialization: 'advanced', stdio: ['ignore', 'ignore', 'ignore', 'ipc'] })
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

  /** What one reader answers until it is done, it dies, or time is up. */
  async function* answersOf(asked: Asked, signal: AbortSignal): AsyncGenerator<Answered> {
    child ??= begin()
    const answers = on(child, 'message', { signal, close: ['exit'] })
    child.send(asked)
    for await (const [answer] of answers) yield answer as Answered
  }

  const find = async (image: Buffer, { faces }: { faces: boolean }): Promise<FoundPlaces> => {
    clearTimeout(ending)
    const stop = new AbortController()
    // Keeps the process alive while an image is read, which the reader does not.
    const late = setTimeout(() => stop.abort(), milliseconds)
    let found: FoundPlaces = { looked: 'not', boxes: [] }
    try {
      for (let attempt = 0; attempt < attempts && !stop.signal.aborted; attempt += 1) {
        try {
          for await (const answer of answersOf({ image, places, faces }, stop.signal)) {
            if ('undecodable' in answer) throw new Undecodable(answer.undecodable)
            if (answer.done) return answer.found
            // A second reader begins anew: what the first one found is kept until it has found as much.
            if (answer.found.boxes.length >= found.boxes.length) found = answer.found
          }
        } catch (error) {
          if (error instanceof Undecodable) throw error
        }
        await end()
      }
      return found
    } finally {
      clearTimeout(late)
      ending = setTimeout(() => void end(), idle)
      ending.unref()
    }
  }
  return { find: (image, also) => oneAtATime(() => find(image, also)), stop: () => oneAtATime(end) }
}

class Undecodable extends Error {}
