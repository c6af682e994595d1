import { askJson, asSentences, sitePairs, withoutSigns, withSigns } from './outsideEngine.ts'
import type { Translator } from './Translator.ts'

/** A LibreTranslate server. It has no glossary: terms go as signs and come back as our words. */
export function libreTranslate({
  url,
  key = null,
  patienceMs = 15_000,
}: {
  url: string
  key?: string | null
  patienceMs?: number
}): Translator {
  return {
    name: 'LibreTranslate',
    pairs: () => sitePairs,
    async translate(sentences, from, to) {
      const q = sentences.map((sentence) => withSigns(sentence, { termsAsWords: false }))
      // 403 is a key that is banned or wrong; asking again at once changes nothing.
      const body = { q, source: from, target: to, format: 'text', ...(key !== null && { api_key: key }) }
      const answer = (await askJson(new URL('translate', url).href, body, { patienceMs, quota: [403] })) as { translatedText?: unknown }
      return asSentences(answer.translatedText, sentences.length, (text) => (typeof text === 'string' ? withoutSigns(text) : null))
    },
    health: async () => ({ ok: true }),
    stop: async () => {},
  }
}
