import type { Kysely, Transaction } from 'kysely'
import { announce, type Changed } from './announce.ts'
import { type Job, type Jobs, job } from './jobs.ts'

/** Something that can have happened in a room, and what is told about it. */
export interface Event<D extends object> {
  readonly name: string
  readonly job: Job<D>
  /** What open pages may have to ask for again. */
  readonly changes?: (data: D) => readonly Changed[]
}

export const event = <D extends object>(name: string, changes?: (data: D) => readonly Changed[]): Event<D> => ({
  name,
  job: job<D>(`event.${name}`),
  ...(changes && { changes }),
})

/** What is told about an event. */
export type Told<E> = E extends Event<infer D> ? D : never

/** Tells that something happened, in the transaction that makes it so: those who do what follows, and pages that are open. */
export const emit = async <DB, D extends object>(
  { jobs }: { readonly jobs: Pick<Jobs, 'ask'> },
  trx: Transaction<DB> | Kysely<DB>,
  { job: told, changes }: Event<D>,
  data: D,
): Promise<void> => {
  await jobs.ask(trx, told, data)
  if (changes) await announce(trx, changes(data))
}

/** When this happens, these follow, one after the other; each must bear being told twice. */
export const when = <D extends object>(jobs: Jobs, { job: told }: Event<D>, ...reactions: ((data: D) => Promise<void>)[]): Promise<void> =>
  jobs.work(told, async (data) => {
    for (const react of reactions) await react(data)
  })
