import { useSession } from '../me/accounts.queries.ts'

/** Whether the member has said that they read more than one language without translation. */
export const useReadsBoth = (): boolean => (useSession().data?.me?.settings.reads.length ?? 0) > 1
