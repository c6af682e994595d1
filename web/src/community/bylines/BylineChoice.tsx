import type { Me } from '#contract/community/accounts.ts'
import type { Byline } from '#contract/shapes.ts'
import { useWords } from '../../platform/useWords.ts'
import { DotGlyph } from '../../ui/DotGlyph.tsx'
import { Segments } from '../../ui/Segments.tsx'
import { BylineLine } from './BylineLine.tsx'
import { labelParts } from './byline.rules.ts'
import './bylines.css'

interface Choice {
  readonly me: Me
  /** How this member appears in the case already; a name that was shown there stays. */
  readonly already: Byline | null
  readonly value: 'anonymous' | 'name'
  readonly choose: (value: 'anonymous' | 'name') => void
}

/** What colleagues will see, and the size of the crowd behind it; a choice only for who has a name to show. */
export const BylineChoice = ({ me, already, value, choose }: Choice) => {
  const { language, bylines } = useWords()
  const nameIsShown = already?.kind === 'name'
  const { specialty, place } = labelParts(me.label.shown, language, bylines)
  return (
    <div className="byline-choice">
      {me.name !== null && !nameIsShown && (
        <Segments
          label={bylines.signAs}
          options={[
            { value: 'anonymous', label: bylines.anonymous },
            { value: 'name', label: bylines.name },
          ]}
          value={value}
          onChange={choose}
        />
      )}
      {already && (nameIsShown || value === 'anonymous') ? (
        <BylineLine byline={already} />
      ) : value === 'name' ? (
        <span className="byline">
          <span>
            <strong>{me.name}</strong>, {specialty}, {place}
          </span>
        </span>
      ) : (
        <span className="byline">
          <DotGlyph handle="" />
          <span>
            {specialty} · {place} · <strong>{bylines.handleToCome}</strong>
          </span>
        </span>
      )}
      {nameIsShown || value === 'name' ? (
        <p>{bylines.nameStays}</p>
      ) : (
        <p>{me.label.crowd === null ? bylines.crowdUnknown : bylines.crowd(me.label.crowd)}</p>
      )}
    </div>
  )
}
