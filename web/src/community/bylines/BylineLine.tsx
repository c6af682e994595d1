import type { Byline } from '#contract/shapes.ts'
import { useWords } from '../../platform/useWords.ts'
import { DotGlyph } from '../../ui/DotGlyph.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { labelParts } from './byline.rules.ts'
import './bylines.css'

/** How an author appears: a name with specialty and place, or specialty, place and the handle of this case. */
export const BylineLine = ({ byline, asker = false, plain = false }: { byline: Byline; asker?: boolean; plain?: boolean }) => {
  const { language, bylines } = useWords()
  const { specialty, place } = labelParts(byline.label, language, bylines)
  return (
    <span className="byline">
      {byline.kind === 'name' ? (
        <span className="byline-shield" title={bylines.nameAttested}>
          <Icon name="shield" />
        </span>
      ) : (
        <DotGlyph handle={byline.handle} asker={asker} />
      )}
      <span>
        {byline.kind === 'name' ? (
          <>
            <strong>{byline.name}</strong>, {specialty}, {place}
          </>
        ) : (
          <>
            {specialty}
            {'\u00a0'}· {place}
            {'\u00a0'}· <strong>{byline.handle}</strong>
          </>
        )}
        {!plain && asker && !byline.mine && ` · ${bylines.asked}`}
        {byline.mine && (
          <>
            {' '}
            · <span className="byline-you">{bylines.you}</span>
          </>
        )}
      </span>
    </span>
  )
}
