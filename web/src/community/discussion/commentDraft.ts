import { useEffect, useState } from 'preact/hooks'
import type { ShownComment } from '#contract/community/discussion.ts'
import { limits, type PinForm, type PinPlace } from '#contract/community/pins.ts'
import type { NotIdentifier } from '#contract/community/privacy.ts'
import { useKeptDraft } from '../../platform/keptDraft.ts'
import { fitted, type KnownPin, withoutPin, withPin } from './pins.rules.ts'

/** What is being written in one case, kept on this device until it is sent; the key makes sure that it is sent once. */
export interface Draft {
  readonly key: string
  readonly text: string
  readonly answers: boolean | null
  readonly confidence: ShownComment['confidence']
  readonly seen: ShownComment['seen']
  readonly byline: 'anonymous' | 'name' | null
  readonly notIdentifiers?: readonly NotIdentifier[]
  readonly pins?: readonly PinForm[]
}

const newDraft = (): Draft => ({ key: crypto.randomUUID(), text: '', answers: null, confidence: null, seen: null, byline: null })

/** What is being written in a case, with its pins numbered after those the case has by now, and the way back step by step. */
export const useCommentDraft = (caseId: string, known: ReadonlyMap<number, KnownPin>, looking: boolean) => {
  const [kept, setKept] = useKeptDraft<Draft>(`comment:${caseId}`, newDraft)
  const [steps, setSteps] = useState<readonly Draft[]>([])
  const draft = fitted(kept, known)
  const { pins = [] } = draft
  // A step back would bring numbers back that are others' now; and it is of one look at the images.
  useEffect(() => setSteps([]), [known, looking])

  const change = (part: Partial<Draft>) => {
    if (part.text !== undefined) setSteps([])
    setKept({ ...draft, ...part })
  }
  const changePins = (next: Draft) => {
    setSteps([...steps, draft])
    setKept(next)
  }
  return {
    draft,
    change,
    renew: () => {
      setSteps([])
      setKept(newDraft())
    },
    pins: {
      all: pins,
      full: pins.length >= limits.pins,
      add: (place: PinPlace): number => {
        const next = withPin(draft, place, known)
        changePins(next)
        return next.pins.at(-1)?.number ?? 0
      },
      move: (number: number, place: PinPlace) =>
        changePins({ ...draft, pins: pins.map((pin) => (pin.number === number ? { number, ...place } : pin)) }),
      takeAway: (number: number) => changePins(withoutPin(draft, number)),
      undo:
        steps.length > 0
          ? () => {
              const { text, pins: before = [] } = steps.at(-1) ?? draft
              setKept({ ...draft, text, pins: before })
              setSteps(steps.slice(0, -1))
            }
          : null,
    },
  }
}
