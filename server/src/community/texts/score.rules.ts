/** How close translations come to the references, 0 to 100. */
export type Score = { chrF: number; bleu: number }

/** Scores translations against one reference each, as sacreBLEU 2 does: chrF2 (character 6-grams, beta 2) and BLEU with 13a tokens. */
export function score(translations: readonly string[], references: readonly string[]): Score {
  return { chrF: chrF(translations, references), bleu: bleu(translations, references) }
}

const characterOrders = [1, 2, 3, 4, 5, 6]
const beta2 = 4

/** Precision and recall are averaged over the orders that occur on both sides, and then weighed. */
function chrF(translations: readonly string[], references: readonly string[]): number {
  const orders = characterOrders
    .map((order) => overlap(translations, references, (text) => grams([...text.replace(/\s+/gu, '')], order, '')))
    .filter(({ said, wanted }) => said > 0 && wanted > 0)
  if (orders.length === 0) return 0
  const precision = mean(orders.map(({ shared, said }) => shared / said))
  const recall = mean(orders.map(({ shared, wanted }) => shared / wanted))
  return precision + recall === 0 ? 0 : (100 * (1 + beta2) * precision * recall) / (beta2 * precision + recall)
}

const wordOrders = [1, 2, 3, 4]

/** An order without a match counts half of the one before it, so that a short text does not score nought. */
function bleu(translations: readonly string[], references: readonly string[]): number {
  const orders = wordOrders.map((order) => overlap(translations, references, (text) => grams(tokens13a(text), order, ' ')))
  if (orders.every(({ shared }) => shared === 0) || orders.some(({ said }) => said === 0)) return 0
  let smoothing = 1
  const logs = orders.map(({ shared, said }) => {
    if (shared === 0) smoothing *= 2
    return Math.log(shared === 0 ? 1 / (smoothing * said) : shared / said)
  })
  const [said, wanted] = [orders[0]!.said, orders[0]!.wanted]
  return 100 * Math.min(1, Math.exp(1 - wanted / said)) * Math.exp(logs.reduce((sum, log) => sum + log, 0) / wordOrders.length)
}

type Overlap = { shared: number; said: number; wanted: number }

function overlap(translations: readonly string[], references: readonly string[], gramsOf: (text: string) => Map<string, number>): Overlap {
  const sum: Overlap = { shared: 0, said: 0, wanted: 0 }
  translations.forEach((translation, i) => {
    const said = gramsOf(translation)
    const wanted = gramsOf(references[i] ?? '')
    for (const [gram, count] of said) sum.shared += Math.min(count, wanted.get(gram) ?? 0)
    sum.said += total(said)
    sum.wanted += total(wanted)
  })
  return sum
}

function grams(parts: readonly string[], order: number, joint: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (let i = 0; i + order <= parts.length; i += 1) {
    const gram = parts.slice(i, i + order).join(joint)
    counts.set(gram, (counts.get(gram) ?? 0) + 1)
  }
  return counts
}

const total = (counts: Map<string, number>) => counts.values().reduce((sum, count) => sum + count, 0)

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

/** The tokens of mteval-v13a: marks stand alone, save those within a figure. */
export const tokens13a = (text: string): readonly string[] =>
  ` ${text.replaceAll('&quot;', '"').replaceAll('&amp;', '&').replaceAll('&lt;', '<').replaceAll('&gt;', '>')} `
    .replace(/[{-~[-` -&(-+:-@/]/g, ' $& ')
    .replace(/([^0-9])([.,])/g, '$1 $2 ')
    .replace(/([.,])([^0-9])/g, ' $1 $2')
    .replace(/([0-9])(-)/g, '$1 $2 ')
    .split(/\s+/)
    .filter(Boolean)
