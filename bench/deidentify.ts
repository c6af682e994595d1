// Measures the text guard on invented prose whose people are in no list of names: script/bench deidentify.
import { parseArgs } from 'node:util'
import { findIdentifiers } from '#deidentify/findIdentifiers.ts'
import { score } from '#deidentify/score.ts'
import { type InventedText, inventedProse } from './inventedProse.ts'
import { keepResults } from './keepResults.ts'

const { values: options } = parseArgs({
  options: { texts: { type: 'string', default: '1000' }, verbose: { type: 'boolean', default: false } },
})
const seed = 20_261
const share = (part: number, whole: number): number => Number((part / whole).toFixed(3))
const marked = (texts: readonly InventedText[]) =>
  texts.map((text) => ({ ...text, found: findIdentifiers(text.text, { language: text.lang }).filter(({ kind }) => kind !== 'indirect') }))

const rows = (['known', 'fresh'] as const).flatMap((sentences) => {
  const all = inventedProse(Number(options.texts), seed, sentences)
  return (['en', 'es'] as const).map((language) => {
    const texts = all.filter(({ lang }) => lang === language)
    const scored = score(marked(texts))
    if (options.verbose)
      for (const [sentence, { spans, spansCaught }] of scored.byLabel)
        if (spansCaught < spans) console.log(`${share(spansCaught, spans).toFixed(2)}  ${sentence}`)
    return {
      sentences,
      language,
      texts: texts.length,
      tokenRecall: share(scored.tokensCaught, scored.tokens),
      fullSpanRecall: share(scored.spansCaught, scored.spans),
      precision: share(scored.tokensFound - scored.tokensFalse, scored.tokensFound),
    }
  })
})
console.table(rows)
await keepResults('deidentify', { rows })
