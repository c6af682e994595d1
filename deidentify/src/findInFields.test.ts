import { expect, test } from 'vitest'
import { findInFields } from './findInFields.ts'
import { mustBeResolved } from './Identifier.ts'

test('a name said in one field is found in the others, at its own offsets', () => {
  const fields = [
    { path: 'question', text: 'Any idea for Whitcombe?' },
    { path: 'history', text: 'Mrs Whitcombe lives alone.' },
  ]
  expect(findInFields(fields, 'en').map(({ path, start, words }) => ({ path, start, words }))).toEqual([
    { path: 'question', start: 13, words: 'Whitcombe' },
    { path: 'history', start: 4, words: 'Whitcombe' },
  ])
})

test('a hint warns and need not be resolved', () => {
  const [found] = findInFields([{ path: 'history', text: 'Se trata del único veterinario de la comarca.' }], 'es')
  expect(found && { kind: found.kind, must: mustBeResolved(found) }).toEqual({ kind: 'indirect', must: false })
})
