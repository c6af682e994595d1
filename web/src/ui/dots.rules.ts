/** Which of nine dots a handle fills: its first nine bits. A handle that is not known yet fills none. */
export const dotsOf = (handle: string): readonly boolean[] => {
  const bits = Number.parseInt(handle.slice(0, 4), 16)
  return Array.from({ length: 9 }, (_, dot) => ((bits >> (15 - dot)) & 1) === 1)
}
