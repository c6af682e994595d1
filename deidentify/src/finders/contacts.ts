import type { Hit } from '../Identifier.ts'
import type { Reading } from './Reading.ts'

const at = '(?:@|\\s*[([{<]\\s*(?:at|arroba|@)\\s*[)\\]}>]\\s*|\\s+(?:at|arroba)\\s+)'
const dot = '(?:\\.|\\s*[([{<]\\s*(?:dot|punto|\\.)\\s*[)\\]}>]\\s*|\\s+(?:dot|punto)\\s+)'
const endings = '(?:com|org|net|edu|gov|es|mx|uk|us|au|nz|ie|za|ca|info|eu|cat|gal|eus|cl|ar|co|pe|io|me|fr|de|it|pt)'

const email = /(?<![\p{L}\d._%+-])[\p{L}\d][\p{L}\d._%+-]*\s?@\s?[\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.\p{L}{2,}(?![\p{L}\d-])/giu
const hiddenEmail = new RegExp(
  `(?<![\\p{L}\\d])[\\p{L}\\d]+(?:(?:${dot}|[._-]| (?:gui[oó]n(?: bajo)?|underscore|dash|hyphen) )[\\p{L}\\d]+)*${at}[\\p{L}\\d-]+(?:${dot}[\\p{L}\\d-]+)*${dot}${endings}(?![\\p{L}\\d])`,
  'giu',
)
const web =
  /(?<![@\p{L}\d])(?:https?:\/\/|www\.)[^\s<>"')\]]+|(?<![@\p{L}\d.-])[\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.(?:com|org|net|edu|gov|info|es|mx|co\.uk|ac\.uk|nhs\.uk|com\.au|ie|co\.nz|co\.za)(?:\/[^\s<>"')\]]*)?(?![\p{L}\d@])/giu
const handle = /(?<![p{L}\d@.])@[A-Za-z][\w.]{2,}\w/g
const labelledHandle =
  /\b(?:instagram|insta|ig|twitter|tiktok|facebook|fb|telegram|whatsapp|skype|snapchat|linkedin|handle|username|usuario)(?: (?:is|es|handle|account|usuario|user))?[:\s]+(@?[\w.-]*[\d._][\w.-]*\w)/gi
const ip =
  /(?<![\d.])(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?![\d.]*\d)|(?<![\p{L}\d:])(?:[\da-f]{1,4}:){4,7}[\da-f]{1,4}(?![\p{L}\d:])|(?<![\p{L}\d:])(?:[\da-f]{2}:){5}[\da-f]{2}(?![\p{L}\d:])/giu

const separator = '[ .·\\-–/]'
const phones: readonly [pattern: RegExp, confidence: number][] = [
  // With the country's code.
  [/(?<![\p{L}\d])(?:\+|00) ?\(?\d{1,3}\)?(?:[ .·\-/]?\(?\d{1,4}\)?){2,6}(?![\p{L}\d])/gu, 0.95],
  [/(?<![\d.,/])34[ -]{1,2}[6-9]\d(?:[ .-]?\d){7}(?![\d])/g, 0.9],
  // North America: 3-3-4.
  [/(?<![\p{L}\d-])\(?[2-9]\d{2}\)?[ .·-]{1,3}\d{3}[ .·-]\d{4}(?:,? ?(?:x|ext\.?|extension) ?\d{1,6})?(?![\d-])/giu, 0.92],
  // Britain, Ireland, Australia, New Zealand, South Africa: a leading nought.
  [/(?<![\p{L}\d.,])\(?0\d{2,4}\)?[ ·-]\d{3,4}[ ·-]?\d{3,4}(?![\d])/gu, 0.9],
  [/(?<![\p{L}\d.,])0[127]\d{2,3} ?\d{3} ?\d{3,4}(?![\d])/gu, 0.88],
  // Spain: nine digits from 6, 7, 8 or 9, in groups.
  [/(?<![\p{L}\d.,/-])[6-9]\d{2}[ .·-]\d{3}[ .·-]\d{3}(?![\d]|[ .]\d)/gu, 0.9],
  [/(?<![\p{L}\d.,/-])[6-9]\d{2}(?:[ .·-]\d{2}){3}(?![\d]|[ .]\d)/gu, 0.92],
  [/(?<![\p{L}\d.,/-])9\d(?:[ .·-]?\d{3}[ .·-]\d{2}[ .·-]\d{2}|[ .·-]\d{7}|[ .·-]\d{3}[ .·-]?\d{4})(?![\d])/gu, 0.9],
  [/(?<![\p{L}\d.,/-])9\d{2}[ -]\d{6}(?![\d])/gu, 0.88],
  [/(?<![\p{L}\d.,/-])[67]\d{8}(?![\d.,]*\d| ?(?:\/|cel|mm|x10))/gu, 0.7],
]
const label =
  '(?:tel(?:[ée]fono|ephone|f)?s?|tfno|tfn|tlfn?o?|phone(?: (?:number|no))?|ph|cell(?:ular)?|celular|m[óo]vil|mobile|landline|fax|pager|bleep|beeper|busca(?:personas)?|ext(?:ensi[óo]n|ension)?|call(?:ed)?(?: (?:him|her|me|them|us))? (?:back )?(?:on|at)|ring(?: (?:him|her|me))? on|reach(?:ed|able)?(?: (?:him|her|me))? (?:on|at)|contact(?:o| (?:no|number))?|ll[áa]m(?:ar|ame|eme|en)(?: al)?|whatsapp|n[úu]mero de contacto)'
const labelled = new RegExp(
  `(?<![\\p{L}])${label}(?: (?:is|es|number|no|n[úu]mero|de contacto|of|directo|fijo))?[ .:#ºº°]*(?:al |on |at |is |en el |en la |n[ºo°]\\.? )?((?:\\(?\\+?\\d(?:${separator}{0,2}\\(?\\d\\)?){2,14}))(?![\\d])`,
  'giu',
)

/** North America, without the area: only after a word that asks for a number. */
const local = /(?<!\p{L})(?:call|ring|phone|tel|cell|mobile|text)(?!\p{L})[^.;\n\d]{0,24}(\d{3}[-. ]\d{4})(?![\d-])/giu

const digitWords = {
  en: '(?:zero|oh|nought|one|two|three|four|five|six|seven|eight|nine|double|triple)',
  es: '(?:cero|uno|un|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|doble|triple)',
}

const inWords = (word: string): RegExp => new RegExp(`(?<![\\p{L}])${word}(?:[ ,·-]+${word}){5,}(?![\\p{L}])`, 'giu')
const spoken = { en: inWords(digitWords.en), es: inWords(digitWords.es) }

const short =
  /(?<![\p{L}])(?:pager|bleep|beeper|busca|ext(?:ensi[óo]n|ension)?)\.?(?: (?:number|no\.?|n[úu]mero|es|is))?(?: el)? ?[:#]? ?(\d{3,6})(?!\d)/giu

const all = (text: string, pattern: RegExp): RegExpExecArray[] => [...text.matchAll(pattern)]

/** Finds telephone numbers, addresses in the net, and what is written to hide them from programs. */
export const findContacts = ({ text, language }: Reading): Hit[] => {
  const hits: Hit[] = []
  const add = (start: number, end: number, kind: Hit['kind'], reason: Hit['reason'], confidence: number): void => {
    hits.push({ start, end, kind, reason, confidence })
  }
  for (const match of all(text, email)) add(match.index, match.index + match[0].length, 'email', 'email', 0.99)
  for (const match of all(text, hiddenEmail)) add(match.index, match.index + match[0].length, 'email', 'email', 0.9)
  for (const match of all(text, web)) add(match.index, match.index + match[0].replace(/[.,;:]+$/, '').length, 'web', 'web-address', 0.9)
  for (const match of all(text, handle)) add(match.index, match.index + match[0].length, 'web', 'account-name', 0.8)
  for (const match of all(text, labelledHandle)) {
    const name = match[1] ?? ''
    const start = match.index + match[0].length - name.length
    add(start, start + name.length, 'web', 'account-name', 0.75)
  }
  for (const match of all(text, ip)) add(match.index, match.index + match[0].length, 'web', 'network-address', 0.9)
  for (const [pattern, confidence] of phones)
    for (const match of all(text, pattern)) {
      if (match[0].replace(/\D/g, '').length < 8 || /\d[ .,]$/.test(text.slice(Math.max(0, match.index - 2), match.index))) continue
      add(match.index, match.index + match[0].length, 'phone', 'phone', confidence)
    }
  for (const match of all(text, labelled)) {
    const number = match[1] ?? ''
    const digits = number.replace(/\D/g, '').length
    const isShort = /^(?:pager|bleep|beeper|busca|ext)/i.test(match[0])
    if (digits < (isShort ? 3 : 6)) continue
    const start = match.index + match[0].length - number.length
    add(start, start + number.length, 'phone', 'phone', 0.92)
  }
  for (const match of all(text, local)) {
    const number = match[1] ?? ''
    const start = match.index + match[0].length - number.length
    add(start, start + number.length, 'phone', 'phone', 0.8)
  }
  for (const match of all(text, spoken[language])) add(match.index, match.index + match[0].length, 'phone', 'phone-in-words', 0.85)
  for (const match of all(text, short)) {
    const number = match[1] ?? ''
    const start = match.index + match[0].length - number.length
    add(start, start + number.length, 'phone', 'phone', 0.9)
  }
  return hits
}
