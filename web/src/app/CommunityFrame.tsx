import type { ComponentChildren } from 'preact'
import { Link, useLocation } from 'wouter'
import { useCommonWords } from '../platform/useWords.ts'
import { Icon, type IconName } from '../ui/Icon.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'
import { Banners } from './Banners.tsx'
import { Brand } from './Brand.tsx'
import { LanguageSwitch } from './LanguageSwitch.tsx'
import './CommunityFrame.css'

interface Props {
  /** Whether a member is signed in: a visitor is led in instead of around. */
  readonly member: boolean
  readonly demo: boolean
  /** How many notifications are unread. */
  readonly unread?: number
  readonly children: ComponentChildren
}

/** What stands around every page of the community: on a desk a rail, on a phone a bar above and a dock in thumb's reach. */
export const CommunityFrame = ({ member, demo, unread = 0, children }: Props) => {
  const { ui } = useCommonWords()
  return (
    <>
      <a className="skip" href="#content">
        {ui.skip}
      </a>
      {member ? (
        <div className="frame frame-member">
          <Rail demo={demo} unread={unread} />
          <div className="frame-page">
            <TopBar demo={demo} unread={unread} />
            <Banners />
            {children}
          </div>
          <Dock />
        </div>
      ) : (
        <div className="frame frame-visitor">
          <header className="top-bar">
            <Brand />
            <LanguageSwitch />
          </header>
          <Banners />
          {children}
        </div>
      )}
    </>
  )
}

interface Standing {
  readonly demo: boolean
  readonly unread: number
}

const TopBar = ({ demo, unread }: Standing) => {
  const { ui } = useCommonWords()
  return (
    <header className="top-bar">
      <Brand />
      {demo && <p className="top-bar-demo">{ui.demo}</p>}
      <Link href="/notifications" className="top-bar-bell">
        <Icon name="bell" />
        <span className="visually-hidden">{ui.notifications}</span>
        <Unread count={unread} />
      </Link>
    </header>
  )
}

/** A count beside a place; read out with what it counts. */
const Unread = ({ count }: { count: number }) => {
  const { ui } = useCommonWords()
  if (count === 0) return null
  return (
    <span className="unread">
      <span aria-hidden="true">{count > 99 ? '99+' : count}</span>
      <span className="visually-hidden">{ui.unread(count)}</span>
    </span>
  )
}

const isAt = (path: string, href: string): boolean => (href === '/' ? path === '/' || path.startsWith('/cases/') : path.startsWith(href))

const Place = ({ href, icon, word, count = 0 }: { href: string; icon: IconName; word: string; count?: number }) => {
  const [path] = useLocation()
  return (
    <Link href={href} className="place" aria-current={isAt(path, href) ? 'page' : undefined}>
      <Icon name={icon} />
      <span>{word}</span>
      <Unread count={count} />
    </Link>
  )
}

const Rail = ({ demo, unread }: Standing) => {
  const { ui } = useCommonWords()
  const [path] = useLocation()
  return (
    <nav className="rail" aria-label={ui.sections}>
      <Brand />
      <LinkButton kind={path === '/ask' ? 'outlined' : 'filled'} href="/ask" wide>
        <Icon name="pencil" />
        {ui.ask}
      </LinkButton>
      <div className="rail-places">
        <Place href="/" icon="home" word={ui.home} />
        <Place href="/search" icon="search" word={ui.search} />
        <Place href="/clock" icon="clock" word={ui.clock} />
        <Place href="/notifications" icon="bell" word={ui.notifications} count={unread} />
      </div>
      {demo && <p className="rail-demo">{ui.demo}</p>}
      <div className="rail-foot">
        <Place href="/me" icon="me" word={ui.me} />
      </div>
    </nav>
  )
}

const Dock = () => {
  const { ui } = useCommonWords()
  return (
    <nav className="dock" aria-label={ui.sections}>
      <Place href="/" icon="home" word={ui.home} />
      <Place href="/search" icon="search" word={ui.search} />
      <LinkButton kind="filled" href="/ask" wide>
        {ui.ask}
      </LinkButton>
      <Place href="/me" icon="me" word={ui.me} />
    </nav>
  )
}
