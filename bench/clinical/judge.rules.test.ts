import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { aspects, judge, sentencesIn, spoiled } from './judge.rules.ts'

const sentences = sentencesIn(readFileSync(join(import.meta.dirname, 'sentences.tsv'), 'utf8'))

test('there are two hundred sentences and more, none twice, about everything that must come through', () => {
  expect(sentences.length).toBeGreaterThanOrEqual(200)
  expect(new Set(sentences.map(({ en }) => en)).size).toBe(sentences.length)
  expect(new Set(sentences.map(({ about }) => about)).size).toBeGreaterThanOrEqual(12)
})

test.each(['en', 'es'] as const)('from %s, a person’s own translation keeps everything', (from) => {
  const to = from === 'en' ? 'es' : 'en'
  const lost = sentences.flatMap((sentence) =>
    Object.entries(judge(sentence, sentence[to], from)).flatMap(([aspect, { kept }]) => (kept ? [] : [`${aspect}: ${sentence[to]}`])),
  )
  expect(lost).toEqual([])
})

test.each(['en', 'es'] as const)('into %s, a spoiled translation of each kind is told from a right one', (to) => {
  const from = to === 'en' ? 'es' : 'en'
  const seen = new Set<string>()
  for (const sentence of sentences)
    for (const { how, text } of spoiled(sentence, to)) if (judge(sentence, text, from)[how]?.kept === false) seen.add(how)
  expect([...seen].toSorted()).toEqual([...aspects].toSorted())
})

test('a sentence in the original has lost nothing', () => {
  for (const sentence of sentences) expect(Object.values(judge(sentence, sentence.en, 'en')).every(({ kept }) => kept)).toBe(true)
})
