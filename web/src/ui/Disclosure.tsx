import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from './Icon.tsx'
import './Disclosure.css'

interface Props {
  readonly title: ComponentChildren
  /** What has been filled in so far, in a word or two. */
  readonly value?: ComponentChildren
  readonly icon?: IconName
  readonly open?: boolean | undefined
  readonly onToggle?: (open: boolean) => void
  readonly children: ComponentChildren
}

/** A part that can wait: a row that opens to what is in it. */
export const Disclosure = ({ title, value, icon = 'plus', open, onToggle, children }: Props) => (
  <details className="disclosure" open={open} onToggle={({ currentTarget }) => onToggle?.(currentTarget.open)}>
    <summary>
      <span className="disclosure-sign">
        <Icon name={icon} />
      </span>
      {icon === 'plus' && (
        <span className="disclosure-sign-open">
          <Icon name="minus" />
        </span>
      )}
      <span className="disclosure-title">{title}</span>
      {value !== undefined && <span className="disclosure-value">{value}</span>}
    </summary>
    <div className="disclosure-body">{children}</div>
  </details>
)
