import { useSession } from '../me/accounts.queries.ts'
import { useTakesPart } from '../me/useTakesPart.ts'

/** Whether the member has said that they read more than one language without translation, and may put one right. */
export const useReadsBoth = (): boolean => {
  const reads = useSession().data?.me?.settings.reads.length ?? 0
  return useTakesPart() && reads > 1
}
