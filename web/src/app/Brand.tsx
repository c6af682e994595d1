import type { ComponentChildren } from 'preact'
import { Link } from 'wouter'
import { useCommonWords } from '../platform/useWords.ts'
import { Logo } from '../ui/Logo.tsx'
import './Brand.css'

/** The sign and the name, which lead home; beside them what part of the product this is. */
export const Brand = ({ children }: { children?: ComponentChildren }) => {
  const { ui } = useCommonWords()
  return (
    <span className="brand">
      <Link href="/">
        <Logo />
        {ui.product}
      </Link>
      {children !== undefined && <span className="brand-part">{children}</span>}
    </span>
  )
}
