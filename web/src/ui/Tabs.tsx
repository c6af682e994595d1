import { useEffect, useRef } from 'preact/hooks'
import { Link } from 'wouter'
import './Tabs.css'

export interface Tab {
  readonly href: string
  readonly label: string
  readonly count?: number | undefined
  readonly current: boolean
}

/** A few lists that stand for one another, each with an address of its own. */
export const Tabs = ({ label, items }: { label: string; items: readonly Tab[] }) => {
  const ref = useRef<HTMLElement>(null)
  const at = items.findIndex(({ current }) => current)
  // On a narrow phone the row is wider than the screen; the chosen one is brought into sight.
  useEffect(() => {
    const row = ref.current
    const chosen = row?.querySelector<HTMLElement>('[aria-current]')
    if (row && chosen) row.scrollLeft = chosen.offsetLeft - (row.clientWidth - chosen.offsetWidth) / 2
  }, [at])
  return (
    <nav className="tabs" aria-label={label} ref={ref}>
      {items.map((item) => (
        <Link key={item.href} href={item.href} className="tab" aria-current={item.current ? 'page' : undefined}>
          {item.label}
          {item.count !== undefined && item.count > 0 && <span className="tab-count">{item.count}</span>}
        </Link>
      ))}
    </nav>
  )
}
