import type { CaseState } from '#contract/community/cases.ts'
import { useWords } from '../../platform/useWords.ts'
import { Icon } from '../../ui/Icon.tsx'
import { Tag } from '../../ui/Tag.tsx'
import { isClosed, toneOf } from './caseStates.rules.ts'

/** Where a case stands, in a word. */
export const StateTag = ({ state }: { state: CaseState }) => {
  const { cases } = useWords()
  return (
    <Tag tone={toneOf(state)}>
      {isClosed(state) && <Icon name="check" />}
      {cases.states[state]}
    </Tag>
  )
}
