/** A stretch of a text: a sentence to translate, or what stands between sentences and is kept as it is. */
export type Piece = { kind: 'sentence' | 'between'; text: string }

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })

const listMarker = /^\s*(?:[-–—*•·]\s+|\(?\d{1,2}[.)]\s+|\(?[a-z]\)\s+)?/u

/** Words whose full stop does not end a sentence. */
const abbreviations = [
  ['dr', 'dra', 'drs', 'dres', 'sr', 'sra', 'srta', 'mr', 'mrs', 'ms', 'prof', 'st', 'lic'],
  [
    'p',
    'ej',
    'p.ej',
    'e.g',
    'i.e',
    'vs',
    'cf',
    'ca',
    'al',
    'fig',
    'figs',
    'ref',
    'refs',
    'no',
    'nº',
    'núm',
    'num',
    'pág',
    'vol',
    'cap',
    'art',
  ],
  ['aprox', 'approx', 'máx', 'mín', 'max', 'min', 'dept', 'dpto', 'incl', 'est', 'resp', 'temp', 'hab', 'sat', 'edo', 'av'],
  ['i.v', 'v.o', 's.c', 'i.m', 'p.o', 's.l', 'i.d', 'b.i.d', 't.i.d', 'q.i.d', 'q.d', 'iv', 'vo', 'sc', 'im'],
  ['hx', 'dx', 'rx', 'tx', 'px', 'fx', 'pt', 'pts', 'pac', 'dcha', 'izda', 'izq', 'der', 'ant', 'sup', 'inf', 'lat', 'med'],
].flat()

// "no." is a number only before a figure; "min. Then" ends a sentence, but joining two sentences costs less than cutting one.
const endsInAbbreviation = new RegExp(
  `(?<![\\p{L}\\d.])(?:${abbreviations.map((word) => word.replaceAll('.', '\\.')).join('|')})\\.\\s*$`,
  'iu',
)
const endsInNumberSign = /(?<![\p{L}\d])no\.\s*$/iu
const endsInInitial = /(?<![\p{L}\d])\p{Lu}\.\s*$/u

/** Cuts a plain text into sentences; `joinPieces` gives back exactly the same text. */
export function splitIntoPieces(text: string): readonly Piece[] {
  return text.split(/(\r\n|\r|\n)/).flatMap((part, i) => (i % 2 === 1 ? [between(part)] : piecesOfLine(part)))
}

export const joinPieces = (pieces: readonly Piece[]) => pieces.map(({ text }) => text).join('')

function piecesOfLine(line: string): readonly Piece[] {
  const marker = listMarker.exec(line)![0]
  return [between(marker), ...sentencesOf(line.slice(marker.length)).flatMap(withoutOuterSpace)].filter(({ text }) => text !== '')
}

function sentencesOf(line: string): readonly string[] {
  const sentences: string[] = []
  for (const { segment } of segmenter.segment(line)) {
    const last = sentences.at(-1)
    if (last !== undefined && belongTogether(last, segment)) sentences[sentences.length - 1] = last + segment
    else sentences.push(segment)
  }
  return sentences
}

function belongTogether(before: string, after: string): boolean {
  if (endsInNumberSign.test(before)) return /^\d/.test(after)
  return endsInAbbreviation.test(before) || endsInInitial.test(before)
}

/** A piece without a letter says nothing an engine could translate. */
function withoutOuterSpace(sentence: string): readonly Piece[] {
  const core = sentence.trim()
  if (!/\p{L}/u.test(core)) return [between(sentence)]
  const start = sentence.indexOf(core)
  return [between(sentence.slice(0, start)), { kind: 'sentence', text: core }, between(sentence.slice(start + core.length))]
}

function between(text: string): Piece {
  return { kind: 'between', text }
}
