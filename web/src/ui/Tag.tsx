import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from './Icon.tsx'
import './Tag.css'

export type Tone = 'plain' | 'accent' | 'good' | 'caution' | 'danger'

/** A state in a word or two. */
export const Tag = ({ tone = 'plain', icon, children }: { tone?: Tone; icon?: IconName; children: ComponentChildren }) => (
  <span className={`tag tone-${tone}`}>
    {icon && <Icon name={icon} />}
    {children}
  </span>
)
