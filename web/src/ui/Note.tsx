import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from './Icon.tsx'
import type { Tone } from './Tag.tsx'
import './Tag.css'
import './Note.css'

interface Props {
  readonly tone: Tone
  readonly title?: ComponentChildren
  readonly icon?: IconName
  /** Told at once to screen readers: for what has just gone wrong. */
  readonly alert?: boolean
  readonly children?: ComponentChildren
}

const signs: Partial<Record<Tone, IconName>> = { danger: 'warning', caution: 'warning', good: 'check' }

/** Something to know before reading on: a sign, words, and a rule at its side; never by colour alone. */
export const Note = ({ tone, title, icon = signs[tone], alert, children }: Props) => (
  <div className={`note tone-${tone}`} role={alert ? 'alert' : undefined}>
    {title !== undefined && (
      <p className="note-title">
        {icon && <Icon name={icon} />}
        <span>{title}</span>
      </p>
    )}
    {children !== undefined && <div className="note-body">{children}</div>}
  </div>
)
