import { type Kysely, sql, type Transaction } from 'kysely'

/** The channel on which a community's processes tell each other what open pages may have to ask for again. */
export const changedChannel = 'community_changed'

/** What may read differently now: one thread, the lists it stands in, or what one account is told. Nothing is said but which. */
export interface Changed {
  readonly what: 'thread' | 'lists' | 'told'
  readonly id: string
}

/** Says so to every process, once the transaction is committed and only then. */
export const announce = async <DB>(trx: Transaction<DB> | Kysely<DB>, changed: readonly Changed[]): Promise<void> => {
  if (changed.length === 0) return
  const words = changed.map(({ what, id }) => `${what} ${id}`)
  await sql`select pg_notify(${changedChannel}, word) from unnest(${words}::text[]) word`.execute(trx)
}

/** What a word on the channel says; null for one no process of this version says. */
export const readChanged = (word: string): Changed | null => {
  const [, what, id] = /^(thread|lists|told) ([0-9a-f-]{36})$/.exec(word) ?? []
  return what && id ? { what: what as Changed['what'], id } : null
}
