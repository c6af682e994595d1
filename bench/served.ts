import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

/** What a measured server is given. */
export interface Given {
  readonly url: string
  readonly port: number
  /** Database connections at most: the same for every server that is measured. */
  readonly poolSize: number
  readonly folder: string
  /** For the bare server: the statement that answers each path. */
  readonly statements: readonly Statement[]
}

export interface Statement {
  readonly method: 'GET' | 'POST'
  /** What the path begins with. */
  readonly path: string
  readonly text: string
  readonly values: readonly unknown[]
}

export interface Served {
  readonly pid: number
  stop(): Promise<void>
}

/** Starts a server of this folder as a process of its own and waits until it listens. */
export const startServed = async (file: string, given: Given): Promise<Served> => {
  const child = fork(join(import.meta.dirname, file), [JSON.stringify(given)], { env: { ...process.env, LOG_LEVEL: 'error' } })
  const ended = once(child, 'exit')
  await Promise.race([
    once(child, 'message'),
    ended.then(([code]) => {
      throw new Error(`${file} ended with status ${code} before it listened`)
    }),
  ])
  return {
    pid: child.pid ?? 0,
    stop: async () => {
      child.kill('SIGKILL')
      await ended
    },
  }
}

export const readGiven = (): Given => JSON.parse(process.argv[2] ?? '') as Given

export const tellReady = (): void => void process.send?.('ready')
