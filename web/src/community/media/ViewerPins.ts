import type { ComponentChildren } from 'preact'
import type { PinPlace } from '#contract/community/pins.ts'
import type { ViewerPin } from './pins.rules.ts'

/** The pins a viewer shows, and what can be done with them; what they are about is said by who gives them. */
export interface ViewerPins {
  readonly all: readonly ViewerPin[]
  /** Who put a pin, and what is said of it. */
  readonly about: (number: number) => ComponentChildren
  /** From a pin to what is said of it. */
  readonly ways: (number: number) => ComponentChildren
  /** Null where nobody can say anything any more. */
  readonly writing: {
    /** Puts a new one and answers its number. */
    readonly add: (place: PinPlace) => number
    /** A comment can hold no more. */
    readonly full: boolean
    readonly move: (number: number, place: PinPlace) => void
    readonly takeAway: (number: number) => void
    readonly undo: (() => void) | null
    /** Goes on writing, with the pin named. */
    readonly write: (number: number) => void
  } | null
}
