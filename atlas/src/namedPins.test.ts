import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pinsNamedIn, pinsRenumbered } from './namedPins.ts'

const named = (text: string) => pinsNamedIn(text).map(({ start, end, number }) => [text.slice(start, end), number])

describe('where a text names pins', () => {
  it.each([
    ['The edge at pin 2 is raised.', [['pin 2', 2]]],
    [
      'Pin 12: no scale (pin 3).',
      [
        ['Pin 12', 12],
        ['pin 3', 3],
      ],
    ],
    [
      'De acuerdo con la marca 2, no con la Marca 4.',
      [
        ['marca 2', 2],
        ['Marca 4', 4],
      ],
    ],
    [
      'Compare pins 2, 3 and 10.',
      [
        ['pins 2', 2],
        ['3', 3],
        ['10', 10],
      ],
    ],
    [
      'Las marcas 1 y 2 coinciden.',
      [
        ['marcas 1', 1],
        ['2', 2],
      ],
    ],
  ])('%s', (text, expected) => expect(named(text)).toEqual(expected))

  it.each([
    'A pin, 2 of them.',
    'Pin 2 mm from the joint line.',
    'Pin 2.5 mm.',
    'pinna 2',
    'K-pin 2',
    'spin 2',
    'La marca comercial 2',
    'Una marca 3 cm por debajo',
    'PIN: 2',
    'marca 2a',
  ])('not in: %s', (text) => expect(named(text)).toEqual([]))

  it('takes no measure for a pin: of several, only those that measure nothing', () =>
    expect(named('pins 2 and 3 mm apart; pins 4 and 5 show it')).toEqual([
      ['pins 2', 2],
      ['pins 4', 4],
      ['5', 5],
    ]))
})

describe('a text whose pins are called by other numbers', () => {
  it('exchanges two numbers at once, and touches no other figure', () =>
    expect(
      pinsRenumbered(
        'Pin 1 is 2 cm from pin 2; lactate 1, pin 3.',
        new Map([
          [1, 2],
          [2, 1],
        ]),
      ),
    ).toBe('Pin 2 is 2 cm from pin 1; lactate 1, pin 3.'))

  it('never points at another pin where its own is there no more', () =>
    expect(
      pinsRenumbered(
        'See pin 3 and pin 4.',
        new Map([
          [3, null],
          [4, 3],
        ]),
      ),
    ).toBe('See pin ? and pin 3.'))

  it('still knows those that stand beside one that is there no more', () => {
    const gone = pinsRenumbered('Compare pins 1, 2 and 3.', new Map([[1, null]]))
    expect(gone).toBe('Compare pins ?, 2 and 3.')
    expect(named(gone)).toEqual([
      ['pins ?', null],
      ['2', 2],
      ['3', 3],
    ])
    expect(pinsRenumbered(gone, new Map([[3, 4]]))).toBe('Compare pins ?, 2 and 4.')
  })

  it('is the text itself again when the numbers are put back', () => {
    const words = fc.array(fc.constantFrom('pin 1', 'pin 2', 'marca 3', 'pins 1 and 2', 'marcas 2, 3', 'lactate 2', '3 cm', ', ', '. '))
    fc.assert(
      fc.property(words, fc.constantFrom(10, 100), (parts, by) => {
        const text = parts.join(' ')
        const there = new Map([1, 2, 3].map((number) => [number, number + by]))
        const back = new Map([1, 2, 3].map((number) => [number + by, number]))
        expect(pinsRenumbered(pinsRenumbered(text, there), back)).toBe(text)
      }),
    )
  })
})
