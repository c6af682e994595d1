import { useEffect, useRef, useState } from 'preact/hooks'
import type { ShownImage } from '#contract/shapes.ts'
import { forgetImage } from './forgetImage.ts'

/** What the viewer was opened for: an image, one of its pins, or to put a new one. */
export interface Opened {
  readonly imageId: string
  readonly pin: number | null
  readonly placing: boolean
}

/** Which image of a case is looked at, on a page of its own that the browser's Back closes. One that is taken away leaves nothing on this device. */
export const useImageViewer = (images: readonly ShownImage[]) => {
  const [opened, setOpened] = useState<Opened | null>(null)
  const backTo = useRef<HTMLElement | null>(null)

  useEffect(() => {
    const onBack = () => setOpened(null)
    window.addEventListener('popstate', onBack)
    return () => window.removeEventListener('popstate', onBack)
  }, [])

  useEffect(() => {
    if (opened !== null) return
    const element = backTo.current
    element?.focus({ preventScroll: true })
    if (!element?.matches(elsewhere)) return
    // After the page has gone back to where it was.
    requestAnimationFrame(() => requestAnimationFrame(() => element.scrollIntoView({ block: 'center' })))
  }, [opened])

  const shownBefore = useRef<readonly ShownImage[]>([])
  useEffect(() => {
    const gone = shownBefore.current.filter((before) => !images.some(({ id }) => id === before.id))
    shownBefore.current = images
    if (gone.length === 0) return
    gone.forEach(forgetImage)
    // What was looked at is not there any more, or stands in another place.
    setOpened(null)
  }, [images])

  return {
    opened,
    open: (wanted: Pick<Opened, 'imageId'> & Partial<Opened>, opener: HTMLElement) => {
      backTo.current = opener
      history.pushState({ ...history.state, viewer: true }, '')
      setOpened({ pin: null, placing: false, ...wanted })
    },
    /** Closes it, and goes on at another place of the page where one is given. */
    close: (element?: HTMLElement | null) => {
      if (element) backTo.current = element
      history.back()
    },
  }
}

const elsewhere = 'article, textarea'
