import type { ComponentChildren } from 'preact'
import './StatFigure.css'

/** Figures side by side between two lines. */
export const StatFigures = ({ children }: { children: ComponentChildren }) => <dl className="stat-figures">{children}</dl>

/** One large figure and what it counts. */
export const StatFigure = ({ value, label }: { value: ComponentChildren; label: ComponentChildren }) => (
  <div className="stat-figure">
    <dt>{label}</dt>
    <dd>{value}</dd>
  </div>
)
