import { siteLanguages } from '../../platform/siteLanguages.ts'
import { type LanguagePair, type ProtectedSentence, placeholder, type TranslatedSentence, withWordsForPlaceholders } from './Translator.ts'

/** Why an engine elsewhere gave no translation: `quota` lasts, `busy` and `down` pass, `refused` is our own request. */
export type Refusal = 'quota' | 'busy' | 'down' | 'refused'

/** An engine elsewhere said no; everything it was asked in this call stays untranslated. */
export class EngineRefused extends Error {
  override name = 'EngineRefused'
  readonly refusal: Refusal
  constructor(refusal: Refusal, message: string) {
    super(message)
    this.refusal = refusal
  }
}

/** Sends JSON and takes JSON; a status that is no success becomes a refusal, and so does an answer that does not come in time. */
export async function askJson(
  url: string,
  body: unknown,
  { headers = {}, patienceMs, quota = [] }: { headers?: Readonly<Record<string, string>>; patienceMs: number; quota?: readonly number[] },
): Promise<unknown> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(patienceMs),
    redirect: 'error',
  }).catch((error: Error) => {
    throw new EngineRefused(
      'down',
      error.name === 'TimeoutError' ? `no answer within ${patienceMs} ms` : `no connection (${error.message})`,
    )
  })
  const text = await answer.text().catch(() => '')
  if (!answer.ok) throw new EngineRefused(refusalOf(answer.status, quota), `status ${answer.status}`)
  try {
    return JSON.parse(text)
  } catch {
    throw new EngineRefused('down', 'an answer that is no JSON')
  }
}

function refusalOf(status: number, quota: readonly number[]): Refusal {
  if (quota.includes(status)) return 'quota'
  if (status === 429) return 'busy'
  return status >= 500 ? 'down' : 'refused'
}

/** Placeholders as signs that engines of words carry over; terms as the words they stand for. */
export const withSigns = ({ text, spans }: ProtectedSentence, { termsAsWords }: { termsAsWords: boolean }): string =>
  withWordsForPlaceholders(text, (n) => (termsAsWords && spans[n]?.kind === 'term' ? spans[n].source : `⟦${n}⟧`))

export const withoutSigns = (text: string): string => text.replace(/⟦\s*(\d+)\s*⟧/g, (_, n: string) => placeholder(Number(n)))

/** The answers as sentences, if there are as many as were asked. */
export function asSentences(answers: unknown, asked: number, read: (answer: unknown) => string | null): readonly TranslatedSentence[] {
  if (!Array.isArray(answers) || answers.length !== asked) throw new EngineRefused('down', 'an answer that does not fit the question')
  return answers.map((answer) => {
    const text = read(answer)
    return text === null ? { error: 'no translation in the answer' } : { text }
  })
}

/** The pairs of terms that occur in these sentences. */
export const termsIn = (sentences: readonly ProtectedSentence[]): readonly { source: string; target: string }[] => {
  const pairs = sentences.flatMap(({ spans }) => spans.filter(({ kind }) => kind === 'term'))
  return [...new Map(pairs.map(({ source, target }) => [source.toLowerCase(), { source, target }])).values()]
}

/** From each language of the site into each other. */
export const sitePairs: readonly LanguagePair[] = siteLanguages.flatMap((from) =>
  siteLanguages.filter((to) => to !== from).map((to) => ({ from, to })),
)
