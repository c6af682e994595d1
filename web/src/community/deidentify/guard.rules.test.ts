import { expect, test } from 'vitest'
import { findInFields } from '#deidentify/findInFields.ts'
import { resolved, undecided, withTextAt } from './guard.rules.ts'

const fields = [
  { path: 'question', text: '¿Qué haría usted con Josefa Almagro?' },
  { path: 'sections/history', text: 'Josefa Almagro vive en Almendralejo y consulta desde el 12 de marzo.' },
]
const open = undecided(findInFields(fields, 'es'), fields, [])

test('the same words in two fields are one thing to decide on', () => {
  expect(open.map(({ words, found }) => [words, found.length])).toEqual([
    ['Josefa Almagro', 2],
    ['Almendralejo', 1],
    ['12 de marzo', 1],
  ])
})

test('one tap generalises them in every field, and the sentence still reads', () => {
  const text = (words: string) => {
    const group = open.find((item) => item.words === words)
    return group && resolved(fields, group, 'generalise', 'es').map((field) => field.text)
  }
  expect(text('Josefa Almagro')).toEqual(['¿Qué haría usted con X?', 'X vive en Almendralejo y consulta desde el 12 de marzo.'])
  expect(text('Almendralejo')).toEqual(['Josefa Almagro vive en una localidad y consulta desde el 12 de marzo.'])
  expect(text('12 de marzo')).toEqual(['Josefa Almagro vive en Almendralejo y consulta desde primavera.'])
})

test('what was judged is decided, and so is what no longer stands there', () => {
  expect(undecided(findInFields(fields, 'es'), fields, [{ words: 'Almendralejo', reason: 'public' }])).toHaveLength(2)
  expect(undecided(findInFields(fields, 'es'), [{ path: 'question', text: 'Otra cosa' }], [])).toEqual([])
})

test('a text is put in its place, and nothing else changes', () => {
  const form = { question: 'a', images: [{ caption: 'b', kind: 'photo' }], sections: {} }
  expect(withTextAt(form, 'images/0/caption', 'c')).toEqual({ ...form, images: [{ caption: 'c', kind: 'photo' }] })
})
