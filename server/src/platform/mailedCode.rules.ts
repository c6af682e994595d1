import { minutes } from './time.ts'

/** How long a mailed code works. */
export const codeLife = 15 * minutes
/** How often one code may be tried. */
export const mostTries = 5
/** How many codes of one address may work at a time. */
export const mostCodes = 5

/** An address as it is kept: trimmed and in small letters; null when no letter could reach it. */
export const readAddress = (typed: string): string | null => {
  const address = typed.trim().normalize('NFC').toLowerCase()
  return address.length <= 254 && /^[^\s@<>(),;:"\\[\]]{1,64}@[^\s@<>(),;:"\\[\].]+(\.[^\s@<>(),;:"\\[\].]+)*\.[a-z]{2,63}$/u.test(address)
    ? address
    : null
}

/** An address with most of its name hidden: `a•••@nhs.example`. */
export const maskAddress = (address: string): string => {
  const at = address.lastIndexOf('@')
  return `${[...address][0] ?? ''}•••${address.slice(at)}`
}

/** Six digits from four random bytes. */
export const codeFrom = (bytes: Buffer): string => String(bytes.readUInt32BE() % 1_000_000).padStart(6, '0')
