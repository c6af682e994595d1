import type { Kysely, Transaction } from 'kysely'
import { type Job, type Jobs, job } from './jobs.ts'

/** Something that can have happened in a room, and what is told about it. */
export interface Event<D extends object> {
  readonly name: string
  readonly job: Job<D>
}

export const event = <D extends object>(name: string): Event<D> => ({ name, job: job<D>(`event.${name}`) })

/** What is told about an event. */
export type Told<E> = E extends Event<infer D> ? D : never

/** Tells that something happened, in the transaction that makes it so. */
export const emit = <DB, D extends object>(
  { jobs }: { readonly jobs: Pick<Jobs, 'ask'> },
  trx: Transaction<DB> | Kysely<DB>,
  { job: told }: Event<D>,
  data: D,
): Promise<void> => jobs.ask(trx, told, data)

/** When this happens, these follow, one after the other; each must bear being told twice. */
export const when = <D extends object>(jobs: Jobs, { job: told }: Event<D>, ...reactions: ((data: D) => Promise<void>)[]): Promise<void> =>
  jobs.work(told, async (data) => {
    for (const react of reactions) await react(data)
  })
