import { useEffect, useMemo, useRef } from 'preact/hooks'
import { lightsOf, type Window } from '#atlas/lightWindow.ts'
import type { Stack } from '#contract/shapes.ts'

interface Shown {
  readonly stack: Stack
  readonly at: number
  readonly values: Uint8Array<ArrayBuffer> | null
  readonly window: Window
  readonly label: string
  readonly style: Record<string, string | number>
  /** Called when a frame is on the screen. */
  readonly onShown?: (frame: number) => void
}

/** One frame of a stack through a window, pixel by pixel. Until it has come, what was there before stays. */
export const StackCanvas = ({ stack, at, values, window, label, style, onShown }: Shown) => {
  const ref = useRef<HTMLCanvasElement>(null)
  const { rows, columns, colour, bits } = stack
  const image = useMemo(() => new ImageData(columns, rows), [columns, rows])
  useEffect(() => {
    const context = ref.current?.getContext('2d', { alpha: false })
    if (!context || !values) return
    if (colour) {
      for (let from = 0, to = 0; from < values.length; from += 3, to += 4) {
        image.data[to] = values[from] ?? 0
        image.data[to + 1] = values[from + 1] ?? 0
        image.data[to + 2] = values[from + 2] ?? 0
        image.data[to + 3] = 255
      }
    } else {
      const greys = Uint32Array.from(lightsOf(stack, window, at), (light) => 0xff000000 | (light << 16) | (light << 8) | light)
      const pixels = new Uint32Array(image.data.buffer)
      const written = bits === 16 ? new Uint16Array(values.buffer) : values
      for (let here = 0; here < pixels.length; here += 1) pixels[here] = greys[written[here] ?? 0] ?? 0
    }
    context.putImageData(image, 0, 0)
    onShown?.(at)
  }, [stack, at, values, window.centre, window.width, image])
  return <canvas ref={ref} width={columns} height={rows} role="img" aria-label={label} style={style} data-frame={values ? at : undefined} />
}
