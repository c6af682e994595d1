import type { ComponentChildren } from 'preact'
import { useEffect } from 'preact/hooks'
import { useCommonWords } from '../platform/useWords.ts'
import { focusHeading } from './arriving.ts'
import './Page.css'

interface Props {
  /** Of the document; also the page's heading, unseen, where tabs stand in its place. */
  readonly title: string
  /** Beside the content on a desk, below it on a phone. */
  readonly side?: ComponentChildren
  /** Above the content, over its whole width. */
  readonly tabs?: ComponentChildren
  /** Stands in the place of the top bar on a phone, and above the content on a desk. */
  readonly bar?: ComponentChildren
  /** Stands in the place of the dock on a phone: this page's own task. */
  readonly dock?: ComponentChildren
  readonly children: ComponentChildren
}

/** One address: its title, its content, and what stands beside it. */
export const Page = ({ title, side, tabs, bar, dock, children }: Props) => {
  const { ui } = useCommonWords()
  useEffect(() => {
    document.title = `${title} · ${ui.product}`
    focusHeading()
  }, [title, ui])
  return (
    <div className={side ? 'page page-with-side' : 'page'}>
      <main id="content" className="page-main" tabIndex={-1}>
        {tabs && (
          <>
            <h1 className="visually-hidden">{title}</h1>
            {tabs}
          </>
        )}
        {bar && <div className="page-bar">{bar}</div>}
        <div className="page-content">{children}</div>
      </main>
      {side && <aside className="page-side">{side}</aside>}
      {dock && <div className="page-dock">{dock}</div>}
    </div>
  )
}
