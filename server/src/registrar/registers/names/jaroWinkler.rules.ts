/** How alike two words are, from 0 to 1, by Jaro and Winkler: a beginning in common counts once they are alike at all. Symmetric. */
export const jaroWinkler = (one: string, other: string): number => {
  // Which of two letters finds which depends on the order of reading: one order for both makes it symmetric.
  const [a, b] = one.length < other.length || (one.length === other.length && one < other) ? [one, other] : [other, one]
  const jaro = jaroOf(a, b)
  if (jaro < 0.7) return jaro
  let common = 0
  while (common < 4 && common < a.length && a[common] === b[common]) common += 1
  return jaro + common * 0.1 * (1 - jaro)
}

const jaroOf = (a: string, b: string): number => {
  if (a === b) return a === '' ? 0 : 1
  const reach = Math.max(0, Math.floor(b.length / 2) - 1)
  const taken = new Array<boolean>(b.length).fill(false)
  const found: string[] = []
  for (const [at, letter] of [...a].entries()) {
    for (let place = Math.max(0, at - reach); place <= Math.min(b.length - 1, at + reach); place += 1) {
      if (taken[place] || b[place] !== letter) continue
      taken[place] = true
      found.push(letter)
      break
    }
  }
  if (found.length === 0) return 0
  const facing = [...b].filter((_, place) => taken[place])
  const moved = found.filter((letter, at) => letter !== facing[at]).length / 2
  return (found.length / a.length + found.length / b.length + (found.length - moved) / found.length) / 3
}
