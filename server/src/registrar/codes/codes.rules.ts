import type { ErrorCode } from '#contract/errors.ts'
import { mostTries } from '../../platform/mailedCode.rules.ts'

/** Why a code does not count: it is gone or too old, was tried too often, or is not the one that was sent. */
export const whyNoCode = (found: { tries: number; right: boolean } | null): ErrorCode | null => {
  if (!found) return 'application.code-expired'
  if (found.tries > mostTries) return 'application.code-too-many'
  return found.right ? null : 'application.code-wrong'
}
