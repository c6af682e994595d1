import type { ComponentChildren } from 'preact'
import { useCommonWords } from '../platform/useWords.ts'
import { Banners } from './Banners.tsx'
import { Brand } from './Brand.tsx'
import { LanguageSwitch } from './LanguageSwitch.tsx'
import './CommunityFrame.css'
import './RegistrarFrame.css'

/** What stands around the pages of somebody who applies: a bar, a column, and the way on at its end. */
export const ApplyFrame = ({ children }: { children: ComponentChildren }) => {
  const { ui } = useCommonWords()
  return (
    <>
      <a className="skip" href="#content">
        {ui.skip}
      </a>
      <div className="frame frame-apply">
        <header className="top-bar">
          <Brand />
          <LanguageSwitch />
        </header>
        <Banners />
        {children}
      </div>
    </>
  )
}

interface DeskProps {
  /** In the bar's end: how many wait, who is at the desk. */
  readonly status?: ComponentChildren
  readonly queue: ComponentChildren
  readonly children: ComponentChildren
}

/** What stands around the verifier's work: the queue at the side, the application in the middle. */
export const DeskFrame = ({ status, queue, children }: DeskProps) => {
  const { ui } = useCommonWords()
  return (
    <>
      <a className="skip" href="#content">
        {ui.skip}
      </a>
      <div className="frame frame-desk">
        <header className="top-bar">
          <Brand>
            {ui.registrar}, {ui.desk.toLocaleLowerCase()}
          </Brand>
          <div className="desk-status">{status}</div>
        </header>
        <Banners />
        <div className="desk">
          <nav className="desk-queue" aria-label={ui.sections}>
            {queue}
          </nav>
          {children}
        </div>
      </div>
    </>
  )
}
