/** Lets so many things be done at once; the others wait, in the order they came. */
export const inTurns = (atOnce: number) => {
  let under = 0
  const waiting: (() => void)[] = []
  return async <T>(what: () => Promise<T>): Promise<T> => {
    if (under < atOnce) under += 1
    else await new Promise<void>((go) => waiting.push(go))
    try {
      return await what()
    } finally {
      const next = waiting.shift()
      // The place is handed on, not given up: nobody who comes now goes before those who wait.
      if (next) next()
      else under -= 1
    }
  }
}
