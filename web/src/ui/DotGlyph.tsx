import { dotsOf } from './dots.rules.ts'
import './DotGlyph.css'

/** A sign for a handle, the same wherever it stands in a case; a dark ring marks the asker. */
export const DotGlyph = ({ handle, asker = false }: { handle: string; asker?: boolean }) => (
  <svg className={asker ? 'dot-glyph dot-glyph-asker' : 'dot-glyph'} width="22" height="22" viewBox="0 0 22 22" aria-hidden="true">
    <rect x="1" y="1" width="20" height="20" rx="5" />
    {dotsOf(handle).map((full, dot) => (
      <circle key={dot} cx={6 + (dot % 3) * 5} cy={6 + Math.floor(dot / 3) * 5} r={full ? 2.1 : 0.8} opacity={full ? 1 : 0.55} />
    ))}
  </svg>
)
