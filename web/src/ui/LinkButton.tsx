import type { ComponentChildren } from 'preact'
import { Link } from 'wouter'
import type { ButtonKind } from './Button.tsx'
import './Button.css'

interface Props {
  readonly href: string
  readonly kind?: ButtonKind
  readonly wide?: boolean
  readonly children: ComponentChildren
}

/** Goes somewhere and looks like a button; an address on another host is a new page. */
export const LinkButton = ({ href, kind = 'outlined', wide, children }: Props) => {
  const className = `button button-${kind}${wide ? ' button-wide' : ''}`
  return href.startsWith('/') ? (
    <Link href={href} className={className}>
      {children}
    </Link>
  ) : (
    <a href={href} className={className}>
      {children}
    </a>
  )
}
