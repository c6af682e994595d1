import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { access, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { siteLanguages } from '../../platform/siteLanguages.ts'
import { type ApertiumPlace, apertiumEnvironment, modeOf, modeText } from './apertium.ts'
import { isOurs } from './glossary.rules.ts'
import { tokenDictionaries } from './grammarTokens.rules.ts'
import { readSenses, type Sense } from './readGlossary.ts'
import type { Language } from './Translator.ts'

const run = promisify(execFile)

/** Changes with every change of what is compiled from the same words. */
const recipe = 2

/**
 * Makes private copies of the engine's dictionaries that take tokens for words and prefer the senses doctors mean.
 *
 * Debian's files stay untouched, and no root is needed. What was compiled before from the same files is used again. Answers the place with its
 * compiled modes; throws when a compiler is missing or refuses.
 */
export async function compileApertium(
  place: ApertiumPlace,
  { folder, log }: { folder: string; log: (line: string) => void },
): Promise<ApertiumPlace> {
  const directions = siteLanguages.flatMap((from) => siteLanguages.filter((to) => isOurs(from, to)).map((to) => ({ from, to })))
  const modes: Record<string, string> = {}
  for (const { from, to } of directions) modes[`${from}-${to}`] = await compileDirection(place, { folder, log, from, to })
  return { ...place, modes }
}

async function compileDirection(
  place: ApertiumPlace,
  { folder, log, from, to }: { folder: string; log: (line: string) => void; from: Language; to: Language },
): Promise<string> {
  const mode = modeOf(from, to)!
  const text = await modeText(place, from, to)
  const senses = await readSenses(from, to)
  const tokens = tokenDictionaries(from, to)
  const parts = partsOf(text)
  const key = createHash('sha256').update(JSON.stringify([recipe, text, senses, tokens]))
  for (const file of Object.values(parts)) key.update(await readFile(file))
  const target = join(folder, `${mode}-${key.digest('hex').slice(0, 16)}`)
  const compiled = join(target, `${mode}.mode`)
  if (await exists(compiled)) return compiled

  await mkdir(folder, { recursive: true })
  const work = await mkdtemp(join(folder, 'compiling-'))
  try {
    const tool = await toolsOf(place)
    const meant = await meaningsOf(senses, parts, place)
    if (meant.refused.length > 0) log(`Apertium lacks a word of these senses: ${meant.refused.join('; ')}`)
    await tool.append(parts.automorf, tokens.analyser, 'lr', join(work, 'automorf.bin'))
    await tool.append(parts.autobil, tokens.bilingual, 'lr', join(work, 'autobil.tokens.bin'))
    if (meant.added === '') await rename(join(work, 'autobil.tokens.bin'), join(work, 'autobil.bin'))
    else await tool.append(join(work, 'autobil.tokens.bin'), meant.added, 'lr', join(work, 'autobil.bin'))
    await tool.append(parts.autogen, tokens.generator, 'rl', join(work, 'autogen.bin'))
    await tool.selection(meant.rules, join(work, 'senses.bin'))
    const pipeline = text
      .replace(parts.automorf, join(target, 'automorf.bin'))
      .replace(parts.autobil, join(target, 'autobil.bin'))
      .replace(parts.autogen, join(target, 'autogen.bin'))
      .replace('| lrx-proc -m', `| lrx-proc -m '${join(target, 'senses.bin')}' | lrx-proc -m`)
    await writeFile(join(work, `${mode}.mode`), pipeline)
    await rm(target, { recursive: true, force: true })
    await rename(work, target)
    return compiled
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

type Parts = Record<'automorf' | 'autobil' | 'autogen', string>

function partsOf(mode: string): Parts {
  const part = (name: string) => {
    const found = new RegExp(`'([^']*\\.${name}\\.bin)'`).exec(mode)?.[1]
    if (!found) throw new Error(`the mode names no ${name}`)
    return found
  }
  return { automorf: part('automorf'), autobil: part('autobil'), autogen: part('autogen') }
}

async function toolsOf(place: ApertiumPlace) {
  const env = await apertiumEnvironment(place)
  const program = (name: string, ...args: string[]) => run(join(place.prefix, 'bin', name), args, { env })
  const written = async (file: string, text: string) => {
    await writeFile(file, text)
    return file
  }
  return {
    append: async (base: string, dictionary: string, direction: 'lr' | 'rl', out: string) => {
      const source = await written(`${out}.dix`, dictionary)
      await program('lt-comp', direction, source, `${out}.added`)
      await program('lt-append', base, `${out}.added`, out)
    },
    selection: async (rules: string, out: string) => program('lrx-comp', await written(`${out}.lrx`, rules), out),
  }
}

/* Senses */

const sourceTags: Readonly<Record<Sense['class'], readonly string[]>> = {
  n: ['n', 'n.m', 'n.f', 'n.mf'],
  v: ['vblex'],
  adj: ['adj', 'adj.mf', 'adj.sint', 'adj.mf.sint'],
  adv: ['adv', 'preadv'],
  pr: ['pr'],
  cnj: ['cnjadv', 'adv'],
}

/** How a word of this kind may be listed, and a form that shows that the generator knows it so. */
const targetTags: Readonly<Record<Sense['class'], readonly (readonly [listed: string, shown: string])[]>> = {
  n: [
    ['n.m', 'n.m.sg'],
    ['n.f', 'n.f.sg'],
    ['n.mf', 'n.mf.sg'],
    ['n', 'n.sg'],
  ],
  v: [['vblex', 'vblex.inf']],
  adj: [
    ['adj', 'adj.m.sg'],
    ['adj.mf', 'adj.mf.sg'],
    ['adj', 'adj'],
    ['adj.sint', 'adj.sint'],
  ],
  adv: [
    ['adv', 'adv'],
    ['preadv', 'preadv'],
  ],
  pr: [['pr', 'pr']],
  cnj: [['pr', 'pr']],
}

/** What may stand between such a word and the end of what it is said of, and what ends that: there is no verb, so it begins no clause. */
const inNounPhrase = ['det.*', 'adj', 'adj.*', 'num', 'num.*', 'n.*', 'np.*', 'adv', 'preadv']
const afterNounPhrase = ['sent', 'cm', 'cnjcoo', 'cnjadv', 'cnjsub', 'pr', 'prn.*', 'lpar', 'rpar']
const anyOf = (tags: readonly string[]) => `<or>${tags.map((tag) => `<match tags="${tag}"/>`).join('')}</or>`
/** An adverb may stand alone at the end; after a conjunction nothing is left out but a placeholder. */
const beforeNoun = (tags: string) =>
  `<repeat from="${tags === 'adv' ? 1 : 0}" upto="4">${anyOf(inNounPhrase)}</repeat>${anyOf(afterNounPhrase)}`

type Meanings = { added: string; rules: string; refused: readonly string[] }

/** The bilingual entries the engine lacks for these senses, the rules that choose them, and senses it has no word for. */
async function meaningsOf(senses: readonly Sense[], parts: Parts, place: ApertiumPlace): Promise<Meanings> {
  const env = await apertiumEnvironment(place)
  const ask = async (flag: string, file: string, units: readonly string[]) => {
    const running = run(join(place.prefix, 'bin', 'lt-proc'), [flag, file], { env, maxBuffer: 1 << 26 })
    running.child.stdin!.end(units.map((unit) => `^${unit}$`).join('\n'))
    return (await running).stdout.split('\n')
  }
  const sources = senses.flatMap((sense) => sourceTags[sense.class].map((tags) => ({ sense, unit: unit(sense.word, tags) })))
  const known = await ask(
    '-b',
    parts.autobil,
    sources.map((source) => source.unit),
  )
  const targets = senses.flatMap((sense) =>
    targetTags[sense.class].map(([listed, shown]) => ({ sense, listed, unit: unit(sense.meaning, shown) })),
  )
  const generated = await ask(
    '-g',
    parts.autogen,
    targets.map((target) => target.unit),
  )

  const entries: string[] = []
  const rules: string[] = []
  const refused: string[] = []
  for (const sense of senses) {
    const answers = sources.flatMap((source, i) =>
      source.sense === sense && !known[i]!.includes('/@') ? [{ source: source.unit, answer: known[i]! }] : [],
    )
    const target = targets.find((candidate, i) => candidate.sense === sense && !/^[#@*]/.test(generated[i]!))
    const wordTags = sourceTags[sense.class][0]!
    const isListed = answers.some(({ answer }) => answer.includes(`/${escapedLemma(sense.meaning)}<`))
    if (answers.length === 0 || (!target && !isListed)) {
      refused.push(`${sense.class} ${sense.word} -> ${sense.meaning}`)
      continue
    }
    if (!isListed)
      for (const { source } of answers)
        entries.push(`<e><p><l>${xmlUnit(source)}</l><r>${xmlUnit(unit(sense.meaning, target!.listed))}</r></p></e>`)
    const choose = (word: string, tags: string, meaning: string, { weight = 9, where = '' } = {}) =>
      rules.push(
        `<rule weight="${weight}"><match lemma="${xml(word)}" tags="${tags}"><select lemma="${xml(meaning)}"/></match>${where}</rule>`,
      )
    for (const asWritten of [(words: string) => words, capitalised]) {
      const [word, meaning] = [asWritten(sense.word), asWritten(sense.meaning)]
      if (sense.class !== 'cnj') choose(word, `${wordTags}.*`, meaning)
      else
        for (const { source, answer } of answers) {
          const tags = source.slice(source.indexOf('<') + 1, -1)
          choose(word, tags, asWritten(/\/([^<]+)</.exec(answer)![1]!), { weight: 1 })
          choose(word, tags, meaning, { where: beforeNoun(tags) })
        }
    }
    if (['adv', 'pr'].includes(sense.class)) choose(sense.word, wordTags, sense.meaning)
  }
  const tags = [...new Set(entries.join('').match(/(?<=<s n=")[^"]+/g) ?? [])]
  return {
    refused,
    added:
      entries.length === 0
        ? ''
        : `<?xml version="1.0" encoding="UTF-8"?><dictionary><alphabet/><sdefs>${tags.map((tag) => `<sdef n="${tag}"/>`).join('')}</sdefs><section id="senses" type="standard">${entries.join('\n')}</section></dictionary>`,
    rules: `<?xml version="1.0" encoding="UTF-8"?><rules>${rules.join('\n')}</rules>`,
  }
}

const unit = (lemma: string, tags: string) =>
  escapedLemma(lemma) +
  tags
    .split('.')
    .map((tag) => `<${tag}>`)
    .join('')

const escapedLemma = (lemma: string) => lemma.replace(/[\\/^$@<>{}[\]]/g, '\\$&')

const xmlUnit = (lexical: string) =>
  xml(lexical.replace(/<[^>]+>/g, '')).replaceAll(' ', '<b/>') +
  [...lexical.matchAll(/<([^>]+)>/g)].map(([, tag]) => `<s n="${tag}"/>`).join('')

const xml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

const capitalised = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

const exists = (file: string) =>
  access(file).then(
    () => true,
    () => false,
  )

/** Whether the compilers are there: Debian keeps them in packages of their own. */
export const canCompile = async ({ prefix }: ApertiumPlace): Promise<boolean> =>
  (await Promise.all(['lt-comp', 'lt-append', 'lrx-comp'].map((program) => exists(join(prefix, 'bin', program))))).every(Boolean)

/** Where compiled copies stand within the data folder. */
export const compiledFolder = (dataDir: string) => join(dataDir, 'apertium-compiled')
