import type { SpecialtyCode } from '#atlas/specialties.ts'
import { keepDraft, keptDraft } from '../../platform/keptDraft.ts'
import { withUsed } from './specialtySearch.rules.ts'

const key = 'specialties-used'

/** The specialties this member asked lately on this device, newest first. The server is not told. */
export const usedSpecialties = async (): Promise<readonly SpecialtyCode[]> => (await keptDraft<readonly SpecialtyCode[]>(key)) ?? []

/** Notes which specialties were asked. */
export const noteUsedSpecialties = async (now: readonly SpecialtyCode[]): Promise<void> => {
  if (now.length > 0) await keepDraft(key, withUsed(await usedSpecialties(), now))
}
