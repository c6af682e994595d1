import { type ChildProcessWithoutNullStreams, execFile, spawn } from 'node:child_process'
import { access, readdir, readFile } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import { siteLanguages } from '../../platform/siteLanguages.ts'
import { type ApertiumPipe, apertiumPipe } from './apertiumPipe.ts'
import { cognateOf } from './cognates.rules.ts'
import { hasTerms, type TermLanguage, useOfTerm } from './glossary.rules.ts'
import { tokenFor, withWordsForTokens } from './grammarTokens.rules.ts'
import { smoothed } from './smooth.rules.ts'
import {
  type Language,
  type LanguagePair,
  type ProtectedSentence,
  placeholder,
  type Span,
  type TranslatedSentence,
  type Translator,
  withWordsForPlaceholders,
} from './Translator.ts'

const run = promisify(execFile)

/**
 * Where Apertium stands: `/usr`, or the `usr` of a folder into which Debian's packages were unpacked.
 *
 * `modes` are the pipelines that were compiled with our words (see `compileApertium.ts`), by direction; without them Debian's own run.
 */
export type ApertiumPlace = { prefix: string; modes?: Readonly<Record<string, string>> }

/** Debian's name of each direction. */
const modeNames: Readonly<Record<string, string>> = {
  'en-es': 'eng-spa',
  'es-en': 'spa-eng',
  'ca-es': 'cat-spa',
  'es-ca': 'spa-cat',
  'ca-en': 'cat-eng',
  'en-ca': 'eng-cat',
}

/** The directions a community of these languages needs. */
const directionsOf = (languages: readonly Language[]): readonly LanguagePair[] =>
  languages.flatMap((from) => languages.flatMap((to) => (modeOf(from, to) ? [{ from, to }] : [])))

export const modeOf = (from: Language, to: Language): string | undefined => modeNames[`${from}-${to}`]

/** Apertium as one persistent pipeline per direction, each started by its first sentence. */
export function apertium({ patienceMs = 20_000, ...place }: ApertiumPlace & { patienceMs?: number }): Translator {
  const pipes = new Map<string, ApertiumPipe>()
  const takesTokens = (from: Language, to: Language) => place.modes?.[`${from}-${to}`] !== undefined
  const cognates: Record<Language, Map<string, Span | null>> = { en: new Map(), es: new Map(), ca: new Map() }

  function pipe(from: Language, to: Language): ApertiumPipe | null {
    const direction = `${from}-${to}`
    if (!modeOf(from, to)) return null
    const open = pipes.get(direction) ?? apertiumPipe({ start: () => startPipeline(place, from, to), patienceMs })
    pipes.set(direction, open)
    return open
  }

  async function translated(
    through: ApertiumPipe,
    sentence: ProtectedSentence,
    from: Language,
    to: Language,
    withGrammar = takesTokens(from, to),
  ): Promise<TranslatedSentence> {
    const asked = withGrammar ? withTokens(sentence, cognates[from]) : withoutGrammar(sentence)
    const answer = await through.translate(hidingMarks(asked.text))
    if ('error' in answer) return answer
    const unknown = [...answer.text.matchAll(/\*(\p{L}+)/gu)].map(([, word]) => word!)
    if (withGrammar && hasTerms(from) && learn(unknown, from)) return translated(through, sentence, from, to)
    const said = inWords(answer.text, asked.spans)
    if (said === null) return withGrammar ? translated(through, sentence, from, to, false) : { error: 'a word was lost' }
    return {
      text: smoothed(
        said,
        withWordsForPlaceholders(sentence.text, (n) => sentence.spans[n]?.source ?? ''),
        to,
      ),
      unknown,
    }
  }

  /** Whether one of these words turned out to have a cognate, so that it is worth asking again. */
  function learn(words: readonly string[], from: TermLanguage): boolean {
    const fresh = words.map((word) => word.toLowerCase()).filter((word) => !cognates[from].has(word))
    for (const word of fresh) {
      const term = cognateOf(word, from)
      cognates[from].set(word, term && spanOf(word, term, from))
    }
    return fresh.some((word) => cognates[from].get(word))
  }

  return {
    name: 'Apertium',
    pairs: () => directionsOf(siteLanguages),
    async translate(sentences, from, to) {
      const through = pipe(from, to)
      if (!through) return sentences.map(() => ({ error: `Apertium has no pair ${from}-${to}` }))
      return Promise.all(sentences.map((sentence) => translated(through, sentence, from, to)))
    },
    async health() {
      const missing = await missingParts(place)
      if (missing.length > 0) return { ok: false, reason: `Apertium lacks ${missing.join(', ')}` }
      const failure = [...pipes.values()].map((open) => open.lastFailure()).find((reason) => reason !== null)
      return failure ? { ok: false, reason: failure } : { ok: true }
    },
    async stop() {
      await Promise.all([...pipes.values()].map((open) => open.stop()))
    },
  }
}

function spanOf(word: string, term: Parameters<typeof useOfTerm>[0], from: TermLanguage): Span | null {
  const use = useOfTerm(term, word, from)
  return use && { kind: 'term', source: word, target: use.target(), grammar: { kind: use.kind, inForm: use.target } }
}

/** Puts tokens in the place of terms, and of unknown words with a cognate. */
function withTokens({ text, spans }: ProtectedSentence, cognates: ReadonlyMap<string, Span | null>): ProtectedSentence {
  const all = [...spans]
  const tokenOr = (span: Span | null | undefined, n: number, otherwise: string) =>
    (span?.grammar && tokenFor(span.grammar.kind, n)) ?? otherwise
  const withTerms = withWordsForPlaceholders(text, (n) => tokenOr(spans[n], n, placeholder(n)))
  const withCognates = withTerms.replace(/(?<![\p{L}\d])\p{L}{6,}(?![\p{L}\d])/gu, (word) => {
    const span = cognates.get(word.toLowerCase())
    if (!span) return word
    const token = tokenOr(span, all.length, word)
    if (token !== word) all.push(span)
    return token
  })
  return { text: withCognates, spans: all }
}

const withoutGrammar = ({ text, spans }: ProtectedSentence): ProtectedSentence => ({
  text,
  spans: spans.map(({ grammar: _, ...span }) => span),
})

/** Apertium marks words it could not do with these signs; an author's own go through as placeholders beyond those of spans. */
const marks = '*@#'
const hidden = (mark: string) => placeholder(0xf8f0 - 0xe000 + marks.indexOf(mark))
const hidingMarks = (text: string) => text.replace(/[*@#]/g, hidden)
const withoutMarks = (text: string) =>
  [...marks].reduce((said, mark) => said.replaceAll(hidden(mark), mark), text.replace(/[*@#](?=\p{L})/gu, ''))

/** The words of each token in the form it came out in, and no marks; null when a token was lost or came twice. */
function inWords(answer: string, spans: readonly Span[]): string | null {
  const due = new Set(spans.flatMap(({ grammar }, n) => (grammar && tokenFor(grammar.kind, n) ? [n] : [])))
  let intact = true
  const said = withWordsForTokens(withoutMarks(answer), (n, form) => {
    if (!due.delete(n)) intact = false
    return spans[n]?.grammar?.inForm(form) ?? ''
  })
  return intact && due.size === 0 ? said : null
}

/** The programs and data files these languages need and that are not at this place. */
export async function missingParts({ prefix }: ApertiumPlace, languages: readonly Language[] = siteLanguages): Promise<readonly string[]> {
  const programs = ['apertium-wblank-mode', 'apertium-tagger', 'apertium-transfer', 'lt-proc', 'lrx-proc']
  const parts = [
    ...programs.map((program) => join(prefix, 'bin', program)),
    ...directionsOf(languages).map(({ from, to }) => modeFile({ prefix }, modeOf(from, to)!)),
  ]
  const present = await Promise.all(parts.map((part) => access(part).then(...([() => true, () => false] as const))))
  return parts.filter((_, i) => !present[i])
}

async function startPipeline(place: ApertiumPlace, from: Language, to: Language): Promise<ChildProcessWithoutNullStreams> {
  const env = await apertiumEnvironment(place)
  const mode = place.modes?.[`${from}-${to}`] ?? modeFile(place, modeOf(from, to)!)
  // This tool makes each program of the pipeline flush at every NUL.
  const { stdout } = await run(join(place.prefix, 'bin', 'apertium-wblank-mode'), ['-z', mode], { env })
  const pipeline = inPlace(stdout.trim(), place).replaceAll('$1', '-g').replaceAll('$2', '')
  return spawn('/bin/sh', ['-c', underWatch(pipeline)], { env, detached: true, stdio: 'pipe' })
}

/** Debian's pipeline for a direction, with the files where they stand. */
export const modeText = async (place: ApertiumPlace, from: Language, to: Language): Promise<string> =>
  inPlace(await readFile(modeFile(place, modeOf(from, to)!), 'utf8'), place)

/** Debian writes a mode as a shell pipeline of absolute paths. */
const inPlace = (pipeline: string, { prefix }: ApertiumPlace) =>
  pipeline.replaceAll("'/usr/share/apertium/", `'${join(prefix, 'share', 'apertium')}/`)

/**
 * In a foreground pipeline the shell itself would hold the last pipe open after a program died.
 * In the background only the programs hold it, so the first death is heard at once.
 */
const underWatch = (pipeline: string) => `exec 3<&0; <&3 ${pipeline} & exec 0</dev/null 1>/dev/null 3<&-; wait`

export const modeFile = ({ prefix }: ApertiumPlace, mode: string) => join(prefix, 'share', 'apertium', 'modes', `${mode}.mode`)

export async function apertiumEnvironment({ prefix }: ApertiumPlace): Promise<NodeJS.ProcessEnv> {
  const path = [join(prefix, 'bin'), process.env.PATH].filter(Boolean).join(delimiter)
  const libraries = prefix === '/usr' ? [] : await libraryFolders(prefix)
  return { PATH: path, LC_ALL: 'C.UTF-8', ...(libraries.length > 0 && { LD_LIBRARY_PATH: libraries.join(delimiter) }) }
}

/** Debian names library folders by machine, such as `x86_64-linux-gnu`. */
async function libraryFolders(prefix: string): Promise<readonly string[]> {
  const roots = [join(prefix, 'lib'), join(prefix, '..', 'lib')]
  const found = await Promise.all(
    roots.map(async (root) =>
      (await readdir(root).catch(() => [])).filter((name) => name.includes('-linux-')).map((name) => join(root, name)),
    ),
  )
  return found.flat()
}
