import type { ComponentChildren } from 'preact'
import { useEffect } from 'preact/hooks'
import { Link, useLocation } from 'wouter'
import { findCountry } from '#atlas/countries.ts'
import { findSpecialty } from '#atlas/specialties.ts'
import { DeskFrame } from '../../app/RegistrarFrame.tsx'
import { duration } from '../../platform/format.ts'
import { useRegistrarWords } from '../../platform/useWords.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { useLeaveRegistrar, useRegistrarSession } from '../session/session.queries.ts'
import { useQueue } from './desk.queries.ts'
import { actionOf, nextInQueue } from './desk.rules.ts'
import { useMinute } from './useMinute.ts'
import './desk.css'

/** The verifier's desk: who waits at the side, one application in the middle. */
export const Desk = ({ current, children }: { current: string | null; children: ComponentChildren }) => {
  const queue = useQueue()
  const items = queue.data?.items ?? []
  const [, navigate] = useLocation()
  const next = nextInQueue(items, current)

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (isTyping(event) || actionOf({ ...keysOf(event), typing: false }) !== 'next' || !next) return
      event.preventDefault()
      navigate(`/desk/${next}`)
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [next, navigate])

  return (
    <DeskFrame status={<Status />} queue={<Queue current={current} />}>
      {children}
      <ProblemNote error={queue.error} />
    </DeskFrame>
  )
}

export const keysOf = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent) => ({ key, ctrlKey, metaKey, altKey })

/** Whether a key goes into a field or an open dialog. */
export const isTyping = ({ target }: KeyboardEvent): boolean =>
  (target instanceof HTMLElement && target.closest('textarea, select, input:not([type="checkbox"])') !== null) ||
  document.querySelector('dialog[open]') !== null

const Status = () => {
  const { desk } = useRegistrarWords()
  const session = useRegistrarSession()
  const leave = useLeaveRegistrar()
  const now = useMinute()
  const items = useQueue().data?.items ?? []
  const [oldest] = items
  const { figure, word } = desk.waiting(items.length)
  const number = session.data?.caller?.number
  return (
    <>
      <span>
        <b>{figure}</b> {word}
      </span>
      {oldest && (
        <span>
          {desk.oldest} <b className="desk-oldest">{duration(now - new Date(oldest.since).getTime())}</b>
        </span>
      )}
      {number != null && (
        <span className="desk-reviewer">
          <Icon name="me" />
          {desk.reviewer(number)}
        </span>
      )}
      <Button kind="text" busy={leave.isPending} onClick={() => leave.mutate()}>
        {desk.signOut}
      </Button>
    </>
  )
}

const Queue = ({ current }: { current: string | null }) => {
  const { language, desk } = useRegistrarWords()
  const now = useMinute()
  const queue = useQueue()
  return (
    <>
      <h2 className="desk-queue-title">{desk.queue}</h2>
      {queue.data?.items.length === 0 && <p className="desk-quiet">{desk.queueEmpty}</p>}
      <ul className="desk-list">
        {queue.data?.items.map(({ applicationId, country, specialty, language: theirs, since }) => (
          <li key={applicationId}>
            <Link href={`/desk/${applicationId}`} aria-current={applicationId === current ? 'page' : undefined}>
              <abbr title={findCountry(country)?.[language]}>{country}</abbr>
              <span>
                <b>{findSpecialty(specialty)?.[language]}</b>
                <small>{desk.reads[theirs]}</small>
              </span>
              <time dateTime={since}>{duration(now - new Date(since).getTime())}</time>
            </Link>
          </li>
        ))}
      </ul>
      <p className="desk-quiet">{desk.queueNote}</p>
    </>
  )
}
