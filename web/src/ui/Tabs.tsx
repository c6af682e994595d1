import { useEffect, useRef, useState } from 'preact/hooks'
import { Link } from 'wouter'
import './Tabs.css'

export interface Tab {
  readonly href: string
  readonly label: string
  readonly count?: number | undefined
  readonly current: boolean
}

/** At which ends of a row there is more than is in sight. */
const hiddenEnds = ({ scrollLeft, scrollWidth, clientWidth }: HTMLElement): string =>
  [scrollLeft > 1 && 'start', scrollLeft + clientWidth < scrollWidth - 1 && 'end'].filter(Boolean).join(' ')

/** A few lists that stand for one another, each with an address of its own. Where a narrow screen hides one, the row fades at that end. */
export const Tabs = ({ label, items }: { label: string; items: readonly Tab[] }) => {
  const ref = useRef<HTMLElement>(null)
  const [more, setMore] = useState('')
  const at = items.findIndex(({ current }) => current)
  // On a narrow phone the row is wider than the screen; the chosen one is brought into sight.
  useEffect(() => {
    const row = ref.current
    const chosen = row?.querySelector<HTMLElement>('[aria-current]')
    if (row && chosen) row.scrollLeft = chosen.offsetLeft - (row.clientWidth - chosen.offsetWidth) / 2
  }, [at])
  useEffect(() => {
    const row = ref.current
    if (!row) return
    const look = () => setMore(hiddenEnds(row))
    const observer = new ResizeObserver(look)
    for (const element of [row, ...row.children]) observer.observe(element)
    row.addEventListener('scroll', look, { passive: true })
    return () => {
      observer.disconnect()
      row.removeEventListener('scroll', look)
    }
  }, [items.length])
  return (
    <nav className="tabs" data-more={more} aria-label={label} ref={ref}>
      {items.map((item) => (
        <Link key={item.href} href={item.href} className="tab" aria-current={item.current ? 'page' : undefined}>
          {item.label}
          {item.count !== undefined && item.count > 0 && <span className="tab-count">{item.count}</span>}
        </Link>
      ))}
    </nav>
  )
}
