import type { Box } from '../PlaceFinder.ts'

/** A picture in greys, one byte a pixel. */
export interface Grey {
  readonly width: number
  readonly height: number
  readonly data: Uint8Array
}

/** A place with the look of a line of letters. */
export interface Candidate extends Box {
  /** How tall its letters are, in pixels. */
  readonly letter: number
  /** Whether they are lighter than what they stand on. */
  readonly light: boolean
  /** The more, the more it looks like writing. */
  readonly quality: number
}

/** Ink that hangs together: a letter, a few that touch, or a speck. */
interface Patch {
  x0: number
  y0: number
  x1: number
  y1: number
  area: number
  /** How far it stands out from its ground, summed over its pixels. */
  contrast: number
  /** The stretches its rows are made of: how many, and how steeply they begin and end, summed. */
  runs: number
  steep: number
  readonly light: boolean
}

interface Ink {
  /** 1 where a pixel is darker than its ground, 2 where it is lighter, 0 where it is neither. */
  readonly kind: Uint8Array
  /** By how many greys. */
  readonly contrast: Uint8Array
}

/** Letters of this height are looked for; larger ones are met again in the picture made smaller. */
const letters = { least: 6, most: 44 } as const
const levels = 3
/** How far around a pixel its ground reaches. */
const reach = 24
/** What is less likely than this is texture: words of two letters that can hardly be seen have a little more. */
const leastQuality = 20
/** Side of the squares in which grain is measured. */
const block = 16

/** Where something has the look of a line of letters, the likeliest first; grain and texture have no place in it. */
export const candidatesOf = (picture: Grey): Candidate[] => {
  const found: Candidate[] = []
  let level = picture
  for (let scale = 1; scale < 2 ** levels && Math.min(level.width, level.height) > letters.least; scale *= 2) {
    for (const line of linesOf(patchesOf(level, inkOf(level)).filter(mayBeLetter))) {
      const candidate = candidateOf(line, scale)
      if (candidate) found.push(candidate)
    }
    level = halved(level)
  }
  return withoutRepeats(found.sort((a, b) => b.quality - a.quality))
}

const halved = ({ width, height, data }: Grey): Grey => {
  const [w, h] = [width >> 1, height >> 1]
  const half = new Uint8Array(w * h)
  for (let y = 0; y < h; y += 1)
    for (let x = 0; x < w; x += 1) {
      const at = 2 * y * width + 2 * x
      half[y * w + x] = ((data[at] ?? 0) + (data[at + 1] ?? 0) + (data[at + width] ?? 0) + (data[at + width + 1] ?? 0) + 2) >> 2
    }
  return { width: w, height: h, data: half }
}

/** How much greys waver by themselves, for each block: as in the calm quarter of the blocks around it, where nothing is written. */
const grainOf = ({ width, height, data }: Grey): { across: number; grain: Float32Array } => {
  const [across, down] = [Math.ceil(width / block), Math.ceil(height / block)]
  const waver = new Float32Array(across * down)
  for (let by = 0; by < down; by += 1)
    for (let bx = 0; bx < across; bx += 1) {
      const [endX, endY] = [Math.min(width, (bx + 1) * block), Math.min(height, (by + 1) * block)]
      let sum = 0
      let squares = 0
      for (let y = by * block; y < endY; y += 1)
        for (let x = bx * block; x < endX; x += 1) {
          const grey = data[y * width + x] ?? 0
          sum += grey
          squares += grey * grey
        }
      const count = (endX - bx * block) * (endY - by * block)
      waver[by * across + bx] = Math.sqrt(Math.max(0, squares / count - (sum / count) ** 2))
    }
  const grain = new Float32Array(across * down)
  for (let by = 0; by < down; by += 1)
    for (let bx = 0; bx < across; bx += 1) {
      const around: number[] = []
      for (let y = Math.max(0, by - 3); y <= Math.min(down - 1, by + 3); y += 1)
        for (let x = Math.max(0, bx - 3); x <= Math.min(across - 1, bx + 3); x += 1) around.push(waver[y * across + x] ?? 0)
      around.sort((a, b) => a - b)
      grain[by * across + bx] = around[around.length >> 2] ?? 0
    }
  return { across, grain }
}

/** What stands out from its ground by more than the ground wavers. */
const inkOf = (picture: Grey): Ink => {
  const { width, height, data } = picture
  const { across, grain } = grainOf(picture)
  const kind = new Uint8Array(width * height)
  const contrast = new Uint8Array(width * height)
  // Sums of each column within reach of the row, so that the ground of a pixel costs the same however far it reaches.
  const sums = new Float64Array(width)
  const squares = new Float64Array(width)
  const addRow = (y: number, sign: 1 | -1) => {
    for (let x = 0; x < width; x += 1) {
      const grey = data[y * width + x] ?? 0
      sums[x] = (sums[x] ?? 0) + sign * grey
      squares[x] = (squares[x] ?? 0) + sign * grey * grey
    }
  }
  for (let y = 0; y < Math.min(height, reach); y += 1) addRow(y, 1)
  for (let y = 0; y < height; y += 1) {
    if (y + reach < height) addRow(y + reach, 1)
    if (y - reach > 0) addRow(y - reach - 1, -1)
    const rows = Math.min(height - 1, y + reach) - Math.max(0, y - reach) + 1
    let sum = 0
    let square = 0
    for (let x = 0; x < Math.min(width, reach); x += 1) {
      sum += sums[x] ?? 0
      square += squares[x] ?? 0
    }
    for (let x = 0; x < width; x += 1) {
      if (x + reach < width) {
        sum += sums[x + reach] ?? 0
        square += squares[x + reach] ?? 0
      }
      if (x - reach > 0) {
        sum -= sums[x - reach - 1] ?? 0
        square -= squares[x - reach - 1] ?? 0
      }
      const count = rows * (Math.min(width - 1, x + reach) - Math.max(0, x - reach) + 1)
      const mean = sum / count
      const spread = Math.sqrt(Math.max(0, square / count - mean * mean))
      const at = y * width + x
      const apart = (data[at] ?? 0) - mean
      const wavers = grain[Math.floor(y / block) * across + Math.floor(x / block)] ?? 0
      if (Math.abs(apart) < Math.max(8, 2.2 * wavers, 0.5 * spread)) continue
      kind[at] = apart < 0 ? 1 : 2
      contrast[at] = Math.abs(apart)
    }
  }
  return { kind, contrast }
}

/** Things that are put together two by two; `of` names the group a thing has come to. */
const groups = () => {
  const parent: number[] = []
  const of = (thing: number): number => {
    let at = thing
    while (parent[at] !== at) {
      parent[at] = parent[parent[at] ?? at] ?? at
      at = parent[at] ?? at
    }
    return at
  }
  return {
    of,
    add: (): number => parent.push(parent.length) - 1,
    join: (a: number, b: number) => {
      parent[of(a)] = of(b)
    },
  }
}

const patchesOf = ({ width, height, data }: Grey, { kind, contrast }: Ink): Patch[] => {
  const patches: Patch[] = []
  const whole = groups()
  let above: { x0: number; x1: number; kind: number; patch: number }[] = []
  for (let y = 0; y < height; y += 1) {
    const row = y * width
    const runs: typeof above = []
    let first = 0
    for (let x = 0; x < width; x += 1) {
      const ink = kind[row + x] ?? 0
      if (ink === 0) continue
      const x0 = x
      let sum = contrast[row + x] ?? 0
      while (x + 1 < width && kind[row + x + 1] === ink) {
        x += 1
        sum += contrast[row + x] ?? 0
      }
      while ((above[first]?.x1 ?? width) < x0 - 1) first += 1
      let at = -1
      for (let index = first; (above[index]?.x0 ?? width) <= x + 1 && index < above.length; index += 1) {
        const run = above[index]
        if (run?.kind !== ink) continue
        if (at === -1) at = run.patch
        else whole.join(run.patch, at)
      }
      if (at === -1) {
        at = whole.add()
        patches.push({ x0, y0: y, x1: x, y1: y, area: 0, contrast: 0, runs: 0, steep: 0, light: ink === 2 })
      }
      const patch = patches[at]
      if (patch) {
        const [before, begins] = [data[row + Math.max(0, x0 - 2)] ?? 0, data[row + Math.min(width - 1, x0 + 1)] ?? 0]
        const [ends, after] = [data[row + Math.max(0, x - 1)] ?? 0, data[row + Math.min(width - 1, x + 2)] ?? 0]
        const steep = (Math.abs(begins - before) + Math.abs(after - ends)) / 2
        add(patch, { x0, y0: y, x1: x, y1: y, area: x - x0 + 1, contrast: sum, runs: 1, steep })
      }
      runs.push({ x0, x1: x, kind: ink, patch: at })
    }
    above = runs
  }
  for (const [at, patch] of patches.entries()) {
    const to = patches[whole.of(at)]
    if (to && to !== patch) add(to, patch)
  }
  return patches.filter((_, at) => whole.of(at) === at)
}

const add = (patch: Patch, more: Omit<Patch, 'light'>): void => {
  patch.x0 = Math.min(patch.x0, more.x0)
  patch.y0 = Math.min(patch.y0, more.y0)
  patch.x1 = Math.max(patch.x1, more.x1)
  patch.y1 = Math.max(patch.y1, more.y1)
  patch.area += more.area
  patch.contrast += more.contrast
  patch.runs += more.runs
  patch.steep += more.steep
}

const heightOf = ({ y0, y1 }: Patch): number => y1 - y0 + 1
const contrastOf = ({ contrast, area }: Patch): number => contrast / area

/** Whether a patch may be a letter, or a few that touch: neither a speck nor a surface. */
const mayBeLetter = (patch: Patch): boolean => {
  const [width, height] = [patch.x1 - patch.x0 + 1, heightOf(patch)]
  const fill = patch.area / (width * height)
  return height >= letters.least && height <= letters.most && width <= 14 * height && fill > 0.12 && (fill < 0.9 || width < 0.5 * height)
}

/** Whether two patches stand beside each other as letters of one line do, `b` not before `a`. */
const inOneLine = (a: Patch, b: Patch): boolean => {
  if (a.light !== b.light) return false
  const [low, high] = [Math.min(heightOf(a), heightOf(b)), Math.max(heightOf(a), heightOf(b))]
  if (high > 2.2 * low || b.x0 - a.x1 > 2 * high) return false
  if (Math.min(a.y1, b.y1) - Math.max(a.y0, b.y0) + 1 < 0.6 * low) return false
  const [one, other] = [contrastOf(a), contrastOf(b)]
  return Math.max(one, other) <= 2.5 * Math.min(one, other)
}

const linesOf = (patches: readonly Patch[]): Patch[][] => {
  const ordered = [...patches].sort((a, b) => a.x0 - b.x0)
  const line = groups()
  for (const _ of ordered) line.add()
  // Only what stands in the same strip of the picture, or the next, can stand in one line.
  const strips = new Map<number, number[]>()
  for (const [at, patch] of ordered.entries()) {
    const strip = Math.floor((patch.y0 + patch.y1) / 2 / letters.most)
    for (const near of [strip - 1, strip, strip + 1])
      for (const before of (strips.get(near) ?? []).toReversed()) {
        const other = ordered[before]
        // Nothing that begins so far to the left reaches as far as here.
        if (!other || patch.x0 - other.x0 > 16 * letters.most) break
        if (inOneLine(other, patch)) line.join(at, before)
      }
    const mine = strips.get(strip)
    if (mine) mine.push(at)
    else strips.set(strip, [at])
  }
  return [...Map.groupBy(ordered.entries(), ([at]) => line.of(at)).values()].map((members) => members.map(([, patch]) => patch))
}

const middle = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0

const sumOf = (line: readonly Patch[], what: (patch: Patch) => number): number => line.reduce((sum, patch) => sum + what(patch), 0)

/** The share of values that are the same but for so much. */
const agreeing = (values: readonly number[], but: number): number => {
  const usual = middle(values)
  return values.filter((value) => Math.abs(value - usual) <= but).length / values.length
}

/** The candidate a line is, or null when it has not the look of letters: thin strokes with hard edges, at least two. */
const candidateOf = (line: readonly Patch[], scale: number): Candidate | null => {
  const letter = middle(line.map(heightOf))
  // Letters that touch are one patch: its width tells how many.
  const count = sumOf(line, ({ x0, x1 }) => Math.max(1, (x1 - x0 + 1) / (0.8 * letter)))
  const [area, runs] = [sumOf(line, (patch) => patch.area), sumOf(line, (patch) => patch.runs)]
  const contrast = sumOf(line, (patch) => patch.contrast) / area
  const edges = sumOf(line, ({ steep }) => steep) / runs / contrast
  const stroke = area / runs / letter
  if (count < 1.9 || edges < 0.35 || stroke > 0.7) return null
  const but = Math.max(1, 0.15 * letter)
  // Letters stand on one line, or reach up to one; what grows by itself does neither.
  const even = Math.max(
    agreeing(
      line.map(({ y1 }) => y1),
      but,
    ),
    agreeing(
      line.map(({ y0 }) => y0),
      but,
    ),
  )
  const quality = Math.min(count, 8) * even * Math.min(contrast, 60) * Math.min(edges, 2.5) * (stroke < 0.45 ? 1 : 0.4)
  if (quality < leastQuality) return null
  const [x, y] = [Math.min(...line.map(({ x0 }) => x0)), Math.min(...line.map(({ y0 }) => y0))]
  return {
    x: x * scale,
    y: y * scale,
    width: (Math.max(...line.map(({ x1 }) => x1)) + 1 - x) * scale,
    height: (Math.max(...line.map(({ y1 }) => y1)) + 1 - y) * scale,
    letter: letter * scale,
    light: line[0]?.light ?? false,
    quality,
  }
}

/** Leaves out what lies within a likelier candidate of about the same height: the same line met at another size, or the holes in its letters. */
const withoutRepeats = (candidates: readonly Candidate[]): Candidate[] => {
  const kept: Candidate[] = []
  for (const one of candidates) {
    const repeats = kept.some(
      (other) =>
        other.height < 2.5 * one.height &&
        (Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x)) *
          Math.max(0, Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y)) >
          0.8 * one.width * one.height,
    )
    if (!repeats) kept.push(one)
  }
  return kept
}
