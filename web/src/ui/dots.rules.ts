/** Which of nine dots a handle fills: nine bits mixed from all its signs (FNV-1a). A handle that is not known yet fills none. */
export const dotsOf = (handle: string): readonly boolean[] => {
  if (!/[a-z0-9]/.test(handle)) return Array.from({ length: 9 }, () => false)
  let mixed = 0x811c9dc5
  for (const sign of handle) mixed = Math.imul(mixed ^ (sign.codePointAt(0) ?? 0), 0x01000193)
  return Array.from({ length: 9 }, (_, dot) => ((mixed >>> (dot + 9)) & 1) === 1)
}
