/** The figure below which a share of some figures lies, with so many digits after the point: `const at = sharesOf(times, 1)`, `at(0.99)`. */
export const sharesOf = (figures: readonly number[], digits: number): ((share: number) => number) => {
  const sorted = figures.toSorted((one, other) => one - other)
  return (share) => Number((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(digits))
}
