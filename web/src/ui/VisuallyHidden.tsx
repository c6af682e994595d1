import type { ComponentChildren } from 'preact'

/** Words for screen readers only. */
export const VisuallyHidden = ({ children }: { children: ComponentChildren }) => <span className="visually-hidden">{children}</span>
