import { useEffect, useRef, useState } from 'preact/hooks'
import type { NotIdentifier } from '#contract/community/privacy.ts'
import type { Field, FoundInField } from '#deidentify/findInFields.ts'
import type { Language } from '#deidentify/Identifier.ts'
import { type FoundWords, undecided } from './guard.rules.ts'
import { readInWorker } from './readInWorker.ts'

/** What the guard is to read, and how what it reads is changed. */
export interface Guarded {
  readonly fields: readonly Field[]
  readonly language: Language
  readonly notIdentifiers: readonly NotIdentifier[]
  /** Puts other texts in these fields. */
  readonly write: (fields: readonly Field[]) => void
  readonly judge: (notIdentifiers: readonly NotIdentifier[]) => void
}

export interface Guard extends Guarded {
  readonly open: readonly FoundWords[]
  /** Somebody wanted to send while something was undecided. */
  readonly stopped: boolean
  /** Reads once more and answers whether it may be sent; if not, leads the eye to what is undecided. */
  readonly mayBeSent: () => Promise<boolean>
}

const pause = 350
/** On a line too slow for the dictionaries nobody waits longer: the server reads everything again. */
const longest = 4_000

/** Reads what is written while it is written. */
export const useGuard = (guarded: Guarded): Guard => {
  const { fields, language, notIdentifiers } = guarded
  const [found, setFound] = useState<readonly FoundInField[]>([])
  const [stopped, setStopped] = useState(false)
  const latest = useRef(guarded)
  latest.current = guarded
  const written = JSON.stringify(fields)
  const isEmpty = fields.every(({ text }) => text.trim() === '')

  useEffect(() => {
    if (isEmpty) return setFound([])
    let isStale = false
    const timer = setTimeout(() => {
      readInWorker(latest.current.fields, language).then(
        (read) => {
          if (!isStale) setFound(read)
        },
        () => {},
      )
    }, pause)
    return () => {
      isStale = true
      clearTimeout(timer)
    }
  }, [written, language, isEmpty])

  const open = undecided(found, fields, notIdentifiers)
  const stops = open.some((words) => words.stops)
  useEffect(() => {
    if (!stops) setStopped(false)
  }, [stops])

  const mayBeSent = async (): Promise<boolean> => {
    const now = latest.current
    if (now.fields.every(({ text }) => text.trim() === '')) return true
    const inTime = new Promise<null>((resolve) => setTimeout(resolve, longest, null))
    const read = await Promise.race([readInWorker(now.fields, now.language).catch(() => null), inTime])
    if (!read) return true
    setFound(read)
    const isFree = !undecided(read, now.fields, now.notIdentifiers).some((words) => words.stops)
    setStopped(!isFree)
    return isFree
  }
  return { ...guarded, open, stopped, mayBeSent }
}
