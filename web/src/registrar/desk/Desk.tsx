import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { Link, useLocation } from 'wouter'
import { type CountryCode, countries, findCountry } from '#atlas/countries.ts'
import { findSpecialty } from '#atlas/specialties.ts'
import type { DeskTask } from '#contract/registrar/decisions.ts'
import type { Language } from '#contract/shapes.ts'
import { DeskFrame } from '../../app/RegistrarFrame.tsx'
import { duration } from '../../platform/format.ts'
import { useRegistrarWords } from '../../platform/useWords.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { Select } from '../../ui/Select.tsx'
import { useLeaveRegistrar, useRegistrarSession } from '../session/session.queries.ts'
import { readTab, useTabState } from '../session/useTabState.ts'
import { useDraw, useQueue } from './desk.queries.ts'
import { actionOf, nextBeforeMe } from './desk.rules.ts'
import { useMinute } from './useMinute.ts'
import './desk.css'

/** The next case: one that lies before me already, else one that chance gives me. */
export const useNext = (current: string | null) => {
  const [, navigate] = useLocation()
  const queue = useQueue()
  const draw = useDraw()
  const go = () => {
    const next = nextBeforeMe(queue.data?.items ?? [], current)
    if (next) navigate(`/desk/${next}`)
    else if (!draw.isPending)
      draw.mutate(readTab<DeskFilter>(filterKey) ?? anything, {
        onSuccess: ({ applicationId }) => navigate(applicationId ? `/desk/${applicationId}` : '/desk'),
      })
  }
  return { go, draw }
}

/** Which country and language somebody takes cases of; kept in this tab, where whatever draws a case reads it. */
interface DeskFilter {
  readonly country: CountryCode | null
  readonly language: Language | null
}
const filterKey = 'desk-filter'
const anything: DeskFilter = { country: null, language: null }

/** The desk: what waits at the side, one case in the middle. */
export const Desk = ({ current, children }: { current: string | null; children: ComponentChildren }) => {
  const queue = useQueue()
  const { go, draw } = useNext(current)
  const going = useRef(go)
  going.current = go
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (isTyping(event) || actionOf({ ...keysOf(event), typing: false }) !== 'next') return
      event.preventDefault()
      going.current()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])

  return (
    <DeskFrame status={<Status />} queue={<Queue current={current} />}>
      {children}
      <ProblemNote error={queue.error ?? draw.error} />
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
  const items = queue.data?.items ?? []
  const median = queue.data?.medianReviewSeconds
  return (
    <>
      <h2 className="desk-queue-title">{desk.queue}</h2>
      <Filters />
      {queue.data?.items.length === 0 && <p className="desk-quiet">{desk.queueEmpty}</p>}
      <ul className="desk-list">
        {items
          .toSorted((one, other) => Number(other.mine) - Number(one.mine))
          .map((item) => (
            <li key={item.applicationId}>
              {item.mine ? (
                <Link href={`/desk/${item.applicationId}`} aria-current={item.applicationId === current ? 'page' : undefined}>
                  <Row item={item} now={now} language={language} />
                </Link>
              ) : (
                <div data-closed={!item.open || undefined}>
                  <Row item={item} now={now} language={language} />
                </div>
              )}
            </li>
          ))}
      </ul>
      <p className="desk-quiet">{desk.queueNote}</p>
      {median != null && <p className="desk-quiet">{desk.medianReview(duration(Math.max(60, median) * 1_000))}</p>}
    </>
  )
}

interface RowProps {
  readonly item: { country: string; specialty: string; language: Language; since: string; task: DeskTask; mine: boolean }
  readonly now: number
  readonly language: Language
}

const Row = ({ item, now, language }: RowProps) => {
  const { desk } = useRegistrarWords()
  return (
    <>
      <abbr title={findCountry(item.country)?.[language]}>{item.country}</abbr>
      <span>
        <b>{findSpecialty(item.specialty)?.[language]}</b>
        <small>
          {desk.tasks[item.task]} · {item.mine ? desk.mine : desk.reads[item.language]}
        </small>
      </span>
      <time dateTime={item.since}>{duration(now - new Date(item.since).getTime())}</time>
    </>
  )
}

const Filters = () => {
  const { language, desk } = useRegistrarWords()
  const [filter, setFilter] = useTabState(filterKey, anything)
  return (
    <div className="desk-filters">
      <Select
        label={desk.filterCountry}
        value={filter.country ?? 'any'}
        onChange={(country: CountryCode | 'any') => setFilter({ ...filter, country: country === 'any' ? null : country })}
        options={[
          { value: 'any', label: desk.anyCountry },
          ...countries.map(({ code, ...names }) => ({ value: code, label: names[language] })),
        ]}
      />
      <Select
        label={desk.filterLanguage}
        value={filter.language ?? 'any'}
        onChange={(chosen: Language | 'any') => setFilter({ ...filter, language: chosen === 'any' ? null : chosen })}
        options={[
          { value: 'any', label: desk.anyLanguage },
          { value: 'en', label: desk.reads.en },
          { value: 'es', label: desk.reads.es },
        ]}
      />
    </div>
  )
}
