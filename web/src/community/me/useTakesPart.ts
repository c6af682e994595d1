import { useSession } from './accounts.queries.ts'

/** Whether the member may write and be asked: one whose time is over only reads what is theirs. */
export const useTakesPart = (): boolean => useSession().data?.me?.lapsed === false
