import type { Kysely, Transaction } from 'kysely'
import { fromKysely, type JobWithMetadata, PgBoss } from 'pg-boss'
import type { Log } from './log.ts'

/** Something that can be asked to be done now: its queue, and what a worker is told. */
export interface Job<D extends object> {
  readonly queue: string
  /** Taken from the queue one after the other: for what takes seconds, so that none runs out of time while it waits for others. */
  readonly oneByOne: boolean
  /** Those taken at once do not wait for each other: for what waits for somebody elsewhere. */
  readonly together: boolean
  readonly data?: D
}

export const job = <D extends object>(queue: string, { oneByOne = false, together = false } = {}): Job<D> => ({
  queue,
  oneByOne,
  together,
})

/** Puts work into the same transaction as what causes it, and does it. */
export interface Jobs {
  /** Asks for a job, to be done so many milliseconds later; it exists if and only if the transaction commits. One that can wait lets others of its queue go first. */
  ask<DB, D extends object>(
    trx: Transaction<DB> | Kysely<DB>,
    job: Job<D>,
    data: D,
    more?: { readonly after?: number; readonly canWait?: boolean },
  ): Promise<void>
  /** Does the jobs of a queue, each perhaps more than once: what it does must be idempotent. */
  work<D extends object>(job: Job<D>, handle: (data: D) => Promise<void>): Promise<void>
  /** Calls a tick every so often, on one process at a time; what is due stands in the room's own table. */
  every(name: string, cron: string, tick: () => Promise<void>): Promise<void>
  health(): Promise<'ok' | 'down'>
  stop(): Promise<void>
}

/** Opens the queue of one half (pg-boss, schema `pgboss`, installed by the migrations). */
export const openJobs = async (url: string, log: Log, { workers }: { workers: boolean }): Promise<Jobs> => {
  const boss = new PgBoss({
    connectionString: url,
    max: 4,
    migrate: false,
    createSchema: false,
    schedule: workers,
    supervise: workers,
    // The program's role owns no index; autovacuum and the operator look after them.
    reindex: false,
    // A worker that died loses its job to another within 20 s.
    monitorIntervalSeconds: 5,
    application_name: 'consilium-jobs',
  })
  boss.on('error', (error) => log.error({ err: error }, 'jobs'))
  await boss.start()
  const known = new Set<string>()
  const ensure = async (queue: string) => {
    if (known.has(queue)) return
    await boss.createQueue(queue, {
      policy: 'standard',
      retryLimit: 5,
      retryBackoff: true,
      expireInSeconds: 120,
      heartbeatSeconds: 10,
      deleteAfterSeconds: 60,
    })
    known.add(queue)
  }
  return {
    ask: async (trx, { queue }, data, { after = 0, canWait = false } = {}) => {
      await ensure(queue)
      await boss.send(queue, data, {
        db: fromKysely(trx),
        ...(after > 0 && { startAfter: Math.ceil(after / 1_000) }),
        ...(canWait && { priority: -1 }),
      })
    },
    work: async ({ queue, oneByOne, together }, handle) => {
      await ensure(queue)
      if (!workers) return
      // A page full of texts is one look at the queue, not thirty; what was asked for twice by then is done once.
      await boss.work(
        queue,
        { batchSize: oneByOne ? 1 : 50, pollingIntervalSeconds: 0.5, heartbeatRefreshSeconds: 4, includeMetadata: true },
        async (taken: readonly JobWithMetadata<object>[]) => {
          // They come in no order.
          const inOrder = taken.toSorted(
            (one, other) => other.priority - one.priority || one.createdOn.getTime() - other.createdOn.getTime(),
          )
          const asked = new Map(inOrder.map((job) => [JSON.stringify(job.data), job.data])).values()
          if (together) await Promise.all([...asked].map((data) => handle(data as never)))
          else for (const data of asked) await handle(data as never)
        },
      )
    },
    every: async (name, cron, tick) => {
      await ensure(name)
      if (!workers) return
      await boss.work(name, { batchSize: 1, pollingIntervalSeconds: 2 }, async () => tick())
      await boss.schedule(name, cron)
    },
    health: async () => {
      try {
        await boss.getQueues()
        return 'ok'
      } catch {
        return 'down'
      }
    },
    stop: () => boss.stop({ graceful: true, timeout: 10_000, close: true }),
  }
}
