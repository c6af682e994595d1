import { expect, test } from 'vitest'
import { aDicom } from '#server/testing/aDicom.ts'
import { dicomHead, groupsOf } from './dicomHead.rules.ts'

const head = (more = {}, frames = 1, side = 8) =>
  dicomHead(aDicom({ frames: Array.from({ length: frames }, () => new Array(side * side).fill(1)), rows: side, columns: side, ...more }))

test('a file says which series it belongs to, how large it is and how many frames it has; its name says nothing', () => {
  expect(head({ series: '1.2.840.7' })).toMatchObject({ series: '1.2.840.7', frames: 1 })
  expect(head({}, 3)?.frames).toBe(3)
  expect(dicomHead(new TextEncoder().encode('Dear colleague'))).toBeNull()
  expect(dicomHead(new Uint8Array())).toBeNull()
})

test('slices of one series and size are one image; films, other sizes and photos stand alone', () => {
  const files = [
    { name: 'a', head: head({ instance: 1 }) },
    { name: 'photo', head: null },
    { name: 'b', head: head({ instance: 2 }) },
    { name: 'other series', head: head({ series: '1.9' }) },
    { name: 'other size', head: head({}, 1, 16) },
    { name: 'film', head: head({}, 4) },
    { name: 'another photo', head: null },
  ]
  expect(groupsOf(files).map((group) => group.map(({ name }) => name))).toEqual([
    ['a', 'b'],
    ['photo'],
    ['other series'],
    ['other size'],
    ['film'],
    ['another photo'],
  ])
})
