import type { Query, QueryClient } from '@tanstack/react-query'

/**
 * Asks for everything concerned again. A first answer that is on its way may be older than what is said to have changed, and the client asks for it no
 * second time while it is: so it is waited for, and asked for after it.
 */
export const askAgain = async (client: QueryClient, concerned: (query: Pick<Query, 'queryKey'>) => boolean): Promise<void> => {
  const onTheirWay = client
    .getQueryCache()
    .findAll({ predicate: (query) => concerned(query) && query.state.data === undefined && query.state.fetchStatus === 'fetching' })
  await client.invalidateQueries({ predicate: concerned })
  if (onTheirWay.length > 0) await client.invalidateQueries({ predicate: (query) => onTheirWay.includes(query) })
}
