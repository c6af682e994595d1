import { isOurs } from './glossary.rules.ts'
import { askJson, asSentences, EngineRefused, sitePairs } from './outsideEngine.ts'
import {
  type Glossary,
  type Language,
  type ProtectedSentence,
  placeholder,
  type Translator,
  withWordsForPlaceholders,
} from './Translator.ts'

const targets: Record<Language, string> = { en: 'EN-GB', es: 'ES', ca: 'CA' }

/** The directions our terms have words in. */
const ourPairs = [
  { from: 'en', to: 'es' },
  { from: 'es', to: 'en' },
] as const

/** DeepL. Spans go as tags it ignores; our terms go as a glossary of its own, made once for each version of ours. */
export function deepL({
  key,
  glossary,
  url = key.endsWith(':fx') ? 'https://api-free.deepl.com' : 'https://api.deepl.com',
  patienceMs = 15_000,
}: {
  key: string
  glossary: () => Promise<Glossary>
  url?: string
  patienceMs?: number
}): Translator {
  const ask = (path: string, body: unknown) =>
    askJson(new URL(path, url).href, body, { headers: { authorization: `DeepL-Auth-Key ${key}` }, patienceMs, quota: [456, 403] })
  const made = new Map<string, Promise<string | null>>()

  function glossaryId(terms: Glossary): Promise<string | null> {
    const known = made.get(terms.version)
    if (known) return known
    const making = makeGlossary(terms)
    made.clear()
    made.set(terms.version, making)
    return making
  }

  /** A glossary that cannot be made costs words, not the translation. */
  async function makeGlossary({ terms, version }: Glossary): Promise<string | null> {
    const dictionaries = ourPairs.map(({ from, to }) => ({
      source_lang: from,
      target_lang: to,
      entries: [
        ...new Map(
          terms
            .filter(({ oneWay, specialties, near }) => (oneWay === null || oneWay === from) && specialties.length === 0 && !near)
            .map((term) => [term[from], term[to]]),
        ).entries(),
      ]
        .map((pair) => pair.join('\t'))
        .join('\n'),
      entries_format: 'tsv',
    }))
    const answer = await ask('v3/glossaries', { name: `consilium-${version}`, dictionaries }).catch((error: unknown) => {
      if (error instanceof EngineRefused && error.refusal === 'refused') return {}
      made.delete(version)
      throw error
    })
    const { glossary_id } = answer as { glossary_id?: unknown }
    return typeof glossary_id === 'string' ? glossary_id : null
  }

  return {
    name: 'DeepL',
    pairs: () => sitePairs,
    async translate(sentences, from, to) {
      const terms = await glossary()
      const id = terms.terms.length === 0 || !isOurs(from, to) ? null : await glossaryId(terms)
      const body = {
        text: sentences.map(tagged),
        source_lang: from.toUpperCase(),
        target_lang: targets[to],
        tag_handling: 'xml',
        ignore_tags: ['x'],
        split_sentences: '0',
        preserve_formatting: true,
        ...(id !== null && { glossary_id: id }),
      }
      const answer = (await ask('v2/translate', body)) as { translations?: unknown }
      return asSentences(answer.translations, sentences.length, (translation) => {
        const { text } = translation as { text?: unknown }
        return typeof text === 'string' ? untagged(text) : null
      })
    },
    health: async () => ({ ok: true }),
    stop: async () => {},
  }
}

const entities: readonly (readonly [string, string])[] = [
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
]

const tagged = ({ text, spans }: ProtectedSentence) =>
  withWordsForPlaceholders(
    entities.reduce((plain, [sign, entity]) => plain.replaceAll(sign, entity), text),
    (n) => (spans[n]?.kind === 'term' ? spans[n].source : `<x id="${n}"/>`),
  )

const untagged = (text: string) =>
  entities.toReversed().reduce(
    (plain, [sign, entity]) => plain.replaceAll(entity, sign),
    text.replace(/<x id="(\d+)"\s*(?:\/>|>\s*<\/x>)/g, (_, n: string) => placeholder(Number(n))),
  )
