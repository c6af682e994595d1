// What of a written name counts when names are compared: small letters a to z, word by word.

const special: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ħ: 'h',
  ŋ: 'n',
  ŧ: 't',
  ə: 'a',
}
const specials = new RegExp(`[${Object.keys(special).join('')}]`, 'g')

/** Apostrophes as people and registers type them; the okina and the primes among them. */
const apostrophes = /['’‘‛`´ʻʼʹʽˈ′＇]/g
const combiningMarks = /\p{M}/gu

const inSmallLetters = (text: string): string =>
  text
    .replace(apostrophes, '')
    .normalize('NFKD')
    .replace(combiningMarks, '')
    .toLowerCase()
    .replace(specials, (letter) => special[letter] ?? '')

const titles = new Set(
  'dr dra dres doctor doctora prof profa professor profesor profesora mr mrs ms miss mx sir madam dame sr sra srta senor senora senorita lic'.split(
    ' ',
  ),
)
/** Courtesies that are given names too: left out only before another name. */
const courtesies = new Set('don dona lady lord'.split(' '))

/** Degrees, fellowships, honours and generations that stand behind a name. */
const degrees = new Set(
  (
    'md mbbs mbchb mbbch mbbchir bmbs bmbch mbbchbao mbchbbao mb bch bchir bchbao chb phd dphil dds dmd dpm dc rn np pa fnp aprn crna mph mba msc mres mphil mmed bsc bmedsci llb ' +
    'frcs frcsi frcsed frcp frcpi frcpe frcpc frcsc frcgp frca frcog frcpath frcr frcpsych frcem ficm mrcs mrcp mrcpi mrcpch mrcgp mrcog mrcpsych micgp mrcpath ' +
    'facs facp facc faap facog faan facep fccp fasn fracp fracs fracgp franzcp franzcog fanzca facem frnzcgp fcp fcs ccfp dch drcog dtmh do ' +
    'obe mbe cbe kbe dbe kc qc jr sr snr jnr ii iii iv junior senior esq esquire'
  ).split(' '),
)
/** Degrees that are names of people as well: only behind a comma, or with dots inside. */
const doubtful = new Set('do ma bao chb mb pa np dc bs ms'.split(' '))

/**
 * The words of a written name, without titles before it and degrees behind it: `Dr. María-José O’Neill, FRCP` becomes
 * `maria jose oneill`. Nothing of an empty name, and never nothing of a name.
 */
export const nameWords = (written: string): readonly string[] => {
  const words = written.split(/[\s\p{Pd}_/()[\]"“”«»]+/u).flatMap((piece) => {
    const [word = '', ...behind] = piece.split(',')
    return [
      { word, comma: false },
      ...(behind.length > 0 ? [{ word: '', comma: true }] : []),
      ...behind.map((rest) => ({ word: rest, comma: false })),
    ]
  })
  const comma = words.findIndex(({ comma: isComma }) => isComma)
  const pieces = words.flatMap(({ word }, at) => {
    const plain = inSmallLetters(word)
    const joined = plain.replace(/[^\p{L}]/gu, '')
    if (joined === '') return []
    const isDotted = /\p{L}\.\p{L}/u.test(plain)
    const isCertain = isDotted || (comma >= 0 && at > comma)
    return [
      {
        parts: plain.split(/[^\p{L}]+/u).filter((part) => part !== ''),
        joined,
        isDegree: degrees.has(joined) || (doubtful.has(joined) && isCertain),
        isDoubtful: doubtful.has(joined) && !isCertain,
      },
    ]
  })
  let [first, last] = [0, pieces.length]
  while (first < last - 1 && titles.has(pieces[first]?.joined ?? '')) first += 1
  while (first < last - 1 && courtesies.has(pieces[first]?.joined ?? '')) first += 1
  while (last - 1 > first && pieces[last - 1]?.isDegree && !pieces[last - 1]?.isDoubtful) last -= 1
  const kept = pieces.slice(first, last)
  return kept.flatMap(({ parts }) => parts).filter((word) => !placeholders.has(word) || kept.length > 1)
}

/** What registers write where a person has only one name. */
const placeholders = new Set(['fnu', 'lnu', 'xxx'])
