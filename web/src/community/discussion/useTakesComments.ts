import type { ShownCase } from '#contract/community/cases.ts'
import { isClosed, isOpen } from '../cases/caseStates.rules.ts'
import { useTakesPart } from '../me/useTakesPart.ts'

/** Whether this reader may say something in a case. */
export const useTakesComments = ({ state }: Pick<ShownCase, 'state'>): boolean => useTakesPart() && (isOpen(state) || isClosed(state))
