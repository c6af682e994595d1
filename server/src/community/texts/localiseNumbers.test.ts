import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decimalMarkOf, readNumeral } from './figures.rules.ts'
import { localiseNumbers } from './localiseNumbers.ts'

const intoEnglish = (text: string) => localiseNumbers(text, { from: 'es', to: 'en', mark: decimalMarkOf(text) })
const intoSpanish = (text: string) => localiseNumbers(text, { from: 'en', to: 'es', mark: null })

describe('numbers in the reader’s format', () => {
  it.each([
    ['K 6,1 y 0,125', 'K 6.1 y 0.125'],
    ['85.000/µL', '85,000/µL'],
    ['1.500.000 UI', '1,500,000 UI'],
    ['Cr 2,8; 1.140 leucocitos', 'Cr 2.8; 1,140 leucocitos'],
    ['Cr 2.8; 1.140 g', 'Cr 2.8; 1.140 g'],
    ['Cr 2.8; 1,140 leucocitos', 'Cr 2.8; 1,140 leucocitos'],
  ])('%s becomes %s', (spanish, english) => expect(intoEnglish(spanish)).toBe(english))

  it.each([
    ['2.8 and .5', '2,8 and 0,5'],
    ['85,000/µL', '85\u00a0000/µL'],
    ['1,500 mL', '1500 mL'],
  ])('%s becomes %s', (english, spanish) => expect(intoSpanish(english)).toBe(spanish))

  it.each(['1.140', '12.03.2020', '1.2.3', 'V2.5', '10.30.1'])('leaves %s alone, which can be read in two ways or is no number', (text) =>
    expect(intoEnglish(text)).toBe(text),
  )

  it('never changes a value: what is written in Spanish reads as the same number', () => {
    fc.assert(
      fc.property(fc.nat(9_999_999), fc.option(fc.stringMatching(/^\d{1,4}$/)), (integer, fraction) => {
        const english = integer.toLocaleString('en') + (fraction === null ? '' : `.${fraction}`)
        expect(readNumeral(intoSpanish(english), 'es', ',')).toEqual(readNumeral(english, 'en', null))
      }),
    )
  })
})
