import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from './Icon.tsx'
import './EmptyState.css'

interface Props {
  readonly title: string
  readonly body: ComponentChildren
  readonly icon?: IconName
  /** The one way on from here. */
  readonly children?: ComponentChildren
}

/** What stands where there is nothing: what that means, and where to go. */
export const EmptyState = ({ title, body, icon, children }: Props) => (
  <section className="empty">
    {icon && <Icon name={icon} />}
    <h1>{title}</h1>
    <p>{body}</p>
    {children !== undefined && <div className="empty-actions">{children}</div>}
  </section>
)
