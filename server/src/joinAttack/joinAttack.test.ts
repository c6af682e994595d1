import { describe, expect, it } from 'vitest'
import { type DumpedTable, everyGuess, isNeverShuffled, orderOf, rightOnes, sharedValues } from './joinAttack.rules.ts'

const key = (number: number) => `\\x${String(number).padStart(64, '0')}`
const people = Array.from({ length: 60 }, (_, number) => number)
const truth = new Map(people.map((number) => [`p${number}`, `a${number}`]))
const mixed = (numbers: readonly number[]) => numbers.toSorted((one, other) => ((one * 37) % 61) - ((other * 37) % 61))
const table = (
  name: string,
  numbers: readonly number[],
  ages: (at: number) => number,
  values: (number: number) => object,
): DumpedTable => ({
  name,
  rows: numbers.map((number, at) => ({ age: ages(at), values: { shuffle: 0.5, ...values(number) } })),
})
const persons = (numbers: readonly number[], age: (at: number) => number, more: (number: number) => object = () => ({})) =>
  table('person', numbers, age, (number) => ({ id: `p${number}`, specialty: 'cardiology', ...more(number) }))
const accounts = (numbers: readonly number[], age: (at: number) => number, more: (number: number) => object = () => ({})) =>
  table('account', numbers, age, (number) => ({ id: `a${number}`, root_key: key(number), valid_through: 24, ...more(number) }))
const best = (registrar: DumpedTable[], community: DumpedTable[]) =>
  Math.max(...everyGuess({ registrar, community }).map((guesses) => rightOnes(guesses, truth)))

describe('the join attack', () => {
  it('places everybody where rows lie as they were written', () => {
    expect(best([persons(people, (at) => at)], [accounts(people, (at) => at)])).toBe(60)
    expect(best([persons(mixed(people), (at) => mixed(people)[at]!)], [accounts(people, (at) => at)])).toBe(60)
  })

  it('places hardly anybody where a night has passed', () => {
    expect(best([persons(mixed(people), () => 7)], [accounts(people, () => 9)])).toBeLessThanOrEqual(6)
  })

  it('finds a key both halves hold, and leaves out whoever has shown a name', () => {
    const registrar = [
      persons(
        mixed(people),
        () => 7,
        (number) => ({ note: key(number) }),
      ),
    ]
    const community = [accounts(people, () => 9)]
    expect(best(registrar, community)).toBe(60)
    expect(sharedValues({ registrar, community })).toEqual([{ registrar: 'person.note', community: 'account.root_key', count: 60 }])
    const named = table(
      'name_attestation',
      [3],
      () => 7,
      (number) => ({ person_id: `p${number}`, root_key: key(number) }),
    )
    expect(sharedValues({ registrar: [named], community })).toEqual([])
  })

  it('takes a specialty or a label for a word, and not for a key', () => {
    const codes = (specialty: string, label: string, note: string) => (number: number) => ({ specialty, label, note: `${note}${number}` })
    const registrar = [persons([1, 2], () => 7, codes('pediatric-cardiology', 'pediatric-cardiology.world', 'pediatric-cardiology-'))]
    const community = [accounts([1, 2], () => 9, codes('pediatric-cardiology', 'pediatric-cardiology.world', 'pediatric-cardiology-'))]
    expect(sharedValues({ registrar, community })).toEqual([{ registrar: 'person.note', community: 'account.note', count: 2 }])
  })

  it('tells a table that was never shuffled from one where a few have come since', () => {
    const [never] = orderOf([persons(people, (at) => at)])
    const [sometimes] = orderOf([persons(people, (at) => (at < 50 ? 1 : at))])
    expect(never).toEqual({ table: 'person', rows: 60, inOrderOfWriting: 60 })
    expect(sometimes).toEqual({ table: 'person', rows: 60, inOrderOfWriting: 10 })
    expect([never, sometimes].map((order) => order && isNeverShuffled(order))).toEqual([true, false])
  })
})
