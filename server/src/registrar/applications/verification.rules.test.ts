import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ProofKind } from '#contract/registrar/proofs.ts'
import {
  type CaseEvent,
  type CaseFile,
  eyesOn,
  type Finding,
  isInside,
  isTieDue,
  type Match,
  newFile,
  type SettledProof,
  stepCase,
  weighCase,
} from './verification.rules.ts'

const today = '2026-11-24'
const line: Match = { by: 'register', standing: 'good', name: 'accept', flags: [], freshUntil: '2026-12-30' }
const found = (match: Partial<Match> = {}): Finding => ({ outcome: 'hit', match: { ...line, ...match } })
const lookUp = (finding: Finding, more: Partial<Extract<CaseEvent, { type: 'look-up' }>> = {}): CaseEvent => ({
  type: 'look-up',
  finding,
  boundToAnother: false,
  tombstoned: false,
  ...more,
})
const proof = (kind: ProofKind, by: string | null = null, outcome: SettledProof['outcome'] = 'passed'): CaseEvent => ({
  type: 'prove',
  proof: { id: '', kind, outcome, by },
})
const says = (verdict: 'yes' | 'no' | 'ask', by: string, lead = false): CaseEvent => ({ type: 'decide', verdict, by, lead })
const handedIn: CaseEvent = { type: 'submit', readable: true }

/** The states a case goes through by these events; the last word is a refusal's code where one was refused. */
const run = (events: readonly CaseEvent[], { file = newFile(today), on = today } = {}): { file: CaseFile; way: string } => {
  const way: string[] = [file.state]
  let now = file
  for (const event of events) {
    const step = stepCase(now, event, on)
    if ('refused' in step) return { file: now, way: [...way, step.refused].join(' > ') }
    now = step.file
    way.push(...step.passages.map(({ to }) => to))
  }
  return { file: now, way: way.join(' > ') }
}

const strong = [proof('id_document_face'), proof('dob_register_match')]
const weak = [proof('video_interview', 'ann'), proof('professional_mailbox')]

describe('a case', () => {
  test('with good data goes from handing in to verified without any person', () => {
    expect(run([handedIn, lookUp(found()), ...strong]).way).toBe('draft > applied > matching > proving > verified')
  })

  test('counts proofs that came before the register answered', () => {
    expect(run([handedIn, ...strong, lookUp(found())]).way).toBe('draft > applied > matching > proving > verified')
  })

  test('resting on a mailbox waits for a second person, who is not the first', () => {
    const first = run([handedIn, lookUp(found()), ...weak])
    expect(first.way).toBe('draft > applied > matching > proving > second-review')
    expect(run([says('yes', 'ann')], first).way).toBe('second-review > case.second-person')
    expect(run([says('yes', 'ben')], first).way).toBe('second-review > verified')
    expect(run([says('no', 'ben'), says('yes', 'ann')], first).way).toBe('second-review > match-review > case.for-lead')
    expect(run([says('no', 'ben'), says('yes', 'lea', true)], first).way).toBe('second-review > match-review > proving > verified')
  })

  test('where no person has seen anything needs two who agree', () => {
    const both = [proof('id_document_face'), proof('institutional_email_named'), proof('licence_scan')]
    const waiting = run([handedIn, lookUp(found()), ...both])
    expect(run([says('yes', 'ann'), says('yes', 'ann')], waiting).way).toBe('second-review > case.second-person')
    expect(run([says('yes', 'ann'), says('yes', 'ben')], waiting).way).toBe('second-review > verified')
  })

  test('under a name that several share needs the birth date or a proof that stands by itself', () => {
    const shared = lookUp(found({ flags: ['shared-name'] }))
    const address = [proof('id_document_face'), proof('register_address_code')]
    expect(run([handedIn, shared, says('yes', 'ann'), ...address]).way).toBe('draft > applied > matching > match-review > proving')
    expect(run([handedIn, shared, says('yes', 'ann'), ...strong]).way).toBe(
      'draft > applied > matching > match-review > proving > verified',
    )
  })

  test('under a name that is close is looked at by one person, and under another name by two', () => {
    const close = run([handedIn, lookUp(found({ name: 'review' }))])
    expect(run([says('yes', 'ann'), ...strong], close).way).toBe('match-review > proving > verified')
    const other = run([handedIn, lookUp(found({ name: 'mismatch' })), says('yes', 'ann')])
    expect(other.file.state).toBe('match-review')
    expect(run([says('yes', 'ann')], other).way).toBe('match-review > case.second-person')
    expect(run([says('yes', 'ben'), ...strong], other).way).toBe('match-review > proving > verified')
  })

  test('that the register does not know cannot be said yes to until people have read the line', () => {
    for (const finding of [{ outcome: 'miss', authoritative: true }, { outcome: 'unavailable' }, { outcome: 'by-hand' }] as const) {
      const unread = run([handedIn, ...strong, lookUp(finding)])
      expect(run([says('yes', 'ann')], unread).way).toBe('match-review > case.not-read')
      expect(run([lookUp(found({ by: 'two-people' }))], unread).way).toBe('match-review > proving > verified')
    }
  })

  test('of somebody suspended or removed is refused, whoever says yes', () => {
    for (const standing of ['suspended', 'removed', 'not-practising'] as const) {
      const rejected = run([handedIn, lookUp(found({ standing }))])
      expect(rejected.way).toBe('draft > applied > matching > rejected')
      expect(run([{ type: 'appeal' }, says('yes', 'ann')], rejected).way).toBe('rejected > match-review > case.for-lead')
      expect(run([{ type: 'appeal' }, says('yes', 'lea', true)], rejected).way).toBe('rejected > match-review > case.not-eligible')
    }
  })

  test('with a number that cannot be read goes to a person at the third try', () => {
    const bad: CaseEvent = { type: 'submit', readable: false }
    expect(run([bad, bad, bad]).way).toBe('draft > applied > number-invalid > applied > number-invalid > applied > match-review')
  })

  test('a vendor doubts is looked at by one person and then by another', () => {
    const doubted = run([handedIn, lookUp(found()), proof('dob_register_match'), proof('id_document_face', null, 'suspected')])
    expect(doubted.file.state).toBe('proof-review')
    const said = run([says('yes', 'ann')], doubted)
    expect(said.way).toBe('proof-review > proving > second-review')
    expect(run([says('yes', 'ann')], said).way).toBe('second-review > case.second-person')
    expect(run([says('yes', 'ben')], said).way).toBe('second-review > verified')
    expect(run([says('no', 'ann')], doubted).way).toBe('proof-review > rejected')
  })

  test('is read in the register again when the last reading has grown old', () => {
    const proving = run([handedIn, lookUp(found({ freshUntil: today })), proof('id_document_face')])
    const later = run([proof('dob_register_match')], { file: proving.file, on: '2026-11-26' })
    expect(later.way).toBe('proving > matching')
    expect(run([lookUp(found())], { file: later.file, on: '2026-11-26' }).way).toBe('matching > proving > verified')
  })

  test('not proved in thirty days is put away', () => {
    const { file } = run([handedIn, lookUp(found())])
    expect(run([{ type: 'day-passed', possessionAnew: false }], { file, on: '2026-12-23' }).way).toBe('proving')
    expect(run([{ type: 'day-passed', possessionAnew: false }], { file, on: '2026-12-24' }).way).toBe('proving > withdrawn')
  })
})

describe('a verified doctor', () => {
  const { file } = run([handedIn, lookUp(found()), ...strong])
  const dayPassed: CaseEvent = { type: 'day-passed', possessionAnew: false }
  const wayAfter = (events: readonly CaseEvent[], on = today): string => run(events, { file, on }).way

  test('stays in while the register keeps silent, and lapses softly or is suspended at once by what it says', () => {
    expect(wayAfter([dayPassed], '2026-12-30')).toBe('verified')
    expect(wayAfter([dayPassed, lookUp({ outcome: 'unavailable' }), dayPassed], '2026-12-31')).toBe('verified > recheck-due')
    expect(wayAfter([dayPassed, lookUp(found({ freshUntil: '2027-01-30' }))], '2026-12-31')).toBe('verified > recheck-due > verified')
    expect(wayAfter([lookUp(found({ standing: 'restricted' })), lookUp(found())])).toBe('verified > verified-restricted > verified')
    expect(wayAfter([lookUp(found({ standing: 'not-practising' }))])).toBe('verified > lapsed')
    expect(wayAfter([lookUp({ outcome: 'miss', authoritative: true })])).toBe('verified > lapsed')
    expect(wayAfter([lookUp({ outcome: 'miss', authoritative: false })])).toBe('verified')
    expect(wayAfter([lookUp(found({ standing: 'suspended' }))])).toBe('verified > suspended')
    expect(wayAfter([lookUp(found({ standing: 'removed' }))])).toBe('verified > suspended')
  })

  test('whom the program let in and chance has drawn stays in; one who doubts makes it two other people’s', () => {
    const again: CaseEvent = { type: 'look-again' }
    expect(run([again, says('yes', 'ann'), says('yes', 'ben')], { file }).way).toBe('verified > application.decided')
    const doubted = run([again, says('no', 'ann')], { file })
    expect(doubted.way).toBe('verified > recheck-due')
    expect(isInside(doubted.file.state)).toBe(true)
    expect(run([says('yes', 'ann')], doubted).way).toBe('recheck-due > case.second-person')
    expect(run([says('yes', 'ben'), says('yes', 'ben')], doubted).way).toBe('recheck-due > case.second-person')
    expect(run([says('yes', 'ben'), says('yes', 'cem')], doubted).way).toBe('recheck-due > verified')
    // Nobody is put out by waiting: what was proved is still proved.
    expect(run([{ type: 'day-passed', possessionAnew: false }], { file: doubted.file, on: '2026-12-20' }).way).toBe('recheck-due')
    expect(run([{ type: 'revoke', by: 'lea', lead: true }], doubted).way).toBe('recheck-due > suspended')
  })

  test('whom a person has seen is not drawn, nor anybody who is not in', () => {
    expect(run([{ type: 'look-again' }], run([handedIn, lookUp(found())])).way).toBe('proving > case.not-now')
    const seen = run([handedIn, lookUp(found()), proof('id_document_face', 'ann'), proof('dob_register_match')])
    expect(run([{ type: 'look-again' }], seen).way).toBe('verified > case.not-now')
    expect(run([says('no', 'ann')], { file }).way).toBe('verified > application.decided')
  })

  test('is removed for good by two people, one of them a lead', () => {
    const removed = lookUp(found({ standing: 'removed' }))
    expect(wayAfter([removed, says('no', 'ann'), says('no', 'ben')])).toBe('verified > suspended > case.for-lead')
    expect(wayAfter([removed, says('no', 'ann'), says('no', 'lea', true)])).toBe('verified > suspended > revoked')
    expect(
      wayAfter([
        { type: 'revoke', by: 'lea', lead: true },
        { type: 'revoke', by: 'lea', lead: true },
      ]),
    ).toBe('verified > suspended > case.second-person')
    expect(wayAfter([{ type: 'revoke', by: 'lea', lead: true }, says('no', 'ann')])).toBe('verified > suspended > revoked')
  })

  test('who lapsed comes back by the register and a new proof that the line is theirs', () => {
    const back = [lookUp(found({ standing: 'not-practising' })), { type: 'return' } as const, lookUp(found())]
    expect(wayAfter(back)).toBe('verified > lapsed > matching > proving')
    expect(wayAfter([...back, proof('dob_register_match')])).toBe('verified > lapsed > matching > proving > verified')
  })

  test('who was suspended comes back by two people only', () => {
    const back = [lookUp(found({ standing: 'suspended' })), { type: 'return' } as const, lookUp(found()), proof('dob_register_match')]
    expect(wayAfter([...back, says('yes', 'ann')])).toBe('verified > suspended > matching > proving > second-review')
    expect(wayAfter([...back, says('yes', 'ann'), says('yes', 'ben')])).toMatch(/second-review > verified$/)
  })

  test('where no standing is published shows anew that the line is theirs, or lapses after fourteen days', () => {
    const due: CaseEvent = { type: 'day-passed', possessionAnew: true }
    const waiting = run([due, lookUp(found({ freshUntil: '2027-12-30' }))], { file, on: '2026-12-31' })
    expect(waiting.way).toBe('verified > recheck-due')
    expect(run([proof('register_address_code')], { file: waiting.file, on: '2027-01-02' }).way).toBe('recheck-due > verified')
    expect(run([due], { file: waiting.file, on: '2027-01-14' }).way).toBe('recheck-due > lapsed')
  })

  test('whose number is claimed with proof proves anew, and two people decide', () => {
    const claimed = run([{ type: 'contest' }], { file, on: today })
    expect(claimed.way).toBe('verified > disputed')
    expect(run([says('yes', 'lea', true)], claimed).way).toBe('disputed > case.not-proved')
    const proved = run(strong, claimed)
    expect(run([says('yes', 'ann'), says('yes', 'ben')], proved).way).toBe('disputed > case.for-lead')
    expect(run([says('yes', 'ann'), says('yes', 'lea', true)], proved).way).toBe('disputed > proving > verified')
    expect(run([{ type: 'lose' }], proved).way).toBe('disputed > revoked')
  })
})

const someone = fc.constantFrom('ann', 'ben', 'lea')
const kind = fc.constantFrom<ProofKind>(
  'id_document_face',
  'video_interview',
  'dob_register_match',
  'professional_mailbox',
  'vouch',
  'employer_callback',
  'licence_scan',
  'idp_regulator',
)
const someFinding: fc.Arbitrary<Finding> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      outcome: fc.constant('hit' as const),
      match: fc.record<Match>({
        by: fc.constantFrom('register', 'two-people'),
        standing: fc.constantFrom(
          'good',
          'good',
          'good',
          'good',
          'training',
          'restricted',
          'not-practising',
          'suspended',
          'removed',
          'unknown',
        ),
        name: fc.constantFrom('accept', 'accept', 'review', 'mismatch'),
        flags: fc.constantFrom([], [], ['shared-name'] as const),
        freshUntil: fc.constantFrom('2026-11-30', '2027-06-30'),
      }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ outcome: fc.constant('miss' as const), authoritative: fc.boolean() }) },
  { weight: 1, arbitrary: fc.constantFrom<Finding>({ outcome: 'unavailable' }, { outcome: 'by-hand' }) },
)
/** Whatever can happen, in any order, on any of the next forty days. */
const anything = (tombstoned: boolean): fc.Arbitrary<CaseEvent> =>
  fc.oneof(
    { weight: 2, arbitrary: fc.record({ type: fc.constant('submit' as const), readable: fc.boolean() }) },
    {
      weight: 4,
      arbitrary: fc.record({
        type: fc.constant('look-up' as const),
        finding: someFinding,
        boundToAnother: fc.nat(19).map((of20) => of20 === 0),
        tombstoned: fc.constant(tombstoned),
      }),
    },
    {
      weight: 6,
      arbitrary: fc.record({
        type: fc.constant('prove' as const),
        proof: fc.record<SettledProof>({
          id: fc.constant(''),
          kind,
          outcome: fc.constantFrom('passed', 'passed', 'passed', 'passed', 'failed', 'suspected'),
          by: fc.option(someone),
        }),
      }),
    },
    {
      weight: 6,
      arbitrary: someone.chain((by) =>
        fc.record({
          type: fc.constant('decide' as const),
          verdict: fc.constantFrom('yes' as const, 'yes' as const, 'yes' as const, 'yes' as const, 'no' as const, 'ask' as const),
          by: fc.constant(by),
          lead: fc.constant(by === 'lea'),
        }),
      ),
    },
    { weight: 1, arbitrary: someone.map((by) => ({ type: 'revoke' as const, by, lead: by === 'lea' })) },
    {
      weight: 2,
      arbitrary: fc.constantFrom<CaseEvent>(
        { type: 'contest' },
        { type: 'overtaken' },
        { type: 'lose' },
        { type: 'appeal' },
        { type: 'return' },
        { type: 'recover' },
        { type: 'look-again' },
        { type: 'day-passed', possessionAnew: true },
        { type: 'day-passed', possessionAnew: false },
      ),
    },
  )
const day = (offset: number): string => new Date(Date.parse(today) + offset * 86_400_000).toISOString().slice(0, 10)
const life = (tombstoned: boolean) =>
  fc.array(fc.tuple(anything(tombstoned), fc.constantFrom(0, 0, 0, 0, 0, 0, 1, 15)), { minLength: 5, maxLength: 40 })

/** Lives a life from handing in, and shows every step that was taken to `check`. */
const live = (
  events: readonly (readonly [CaseEvent, number])[],
  check: (before: CaseFile, event: CaseEvent, after: CaseFile, passages: readonly { from: string; to: string }[], on: string) => void,
): void => {
  let file = newFile(today)
  let offset = 0
  for (const [event, days] of [[handedIn, 0] as const, ...events]) {
    offset += days
    const step = stepCase(file, event, day(offset))
    if ('refused' in step) continue
    check(file, event, step.file, step.passages, day(offset))
    file = step.file
  }
}

describe('where the register shows no standing', () => {
  const tie = (settledOn: string, kind: ProofKind = 'regulator_live_credential') => ({ kind, settledOn })

  test('the tie to the line is shown anew at the last reading within a year, not at every reading', () => {
    expect(isTieDue([tie('2026-01-01')], '2026-06-30')).toBe(false)
    expect(isTieDue([tie('2026-01-01')], '2026-12-27')).toBe(true)
    expect(isTieDue([tie('2026-01-01'), tie('2026-12-01')], '2026-12-27')).toBe(false)
  })

  test('a video call is no tie', () => {
    expect(isTieDue([tie('2026-12-01', 'video_interview')], '2026-12-27')).toBe(true)
    expect(isTieDue([], '2026-12-27')).toBe(true)
  })

  test('no tie is ever older than a year when the next reading comes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2_000 }), (age) => {
        const settled = new Date(Date.parse(today) - age * 86_400_000).toISOString().slice(0, 10)
        expect(isTieDue([tie(settled)], today)).toBe(age + 180 > 365)
      }),
    )
  })
})

describe('whatever happens, in whatever order,', () => {
  test('nobody becomes verified without a fresh line in a register, a proof of the person and a proof of the line', () => {
    let verified = 0
    fc.assert(
      fc.property(life(false), (events) =>
        live(events, (before, event, after, _, on) => {
          if (!isInside(after.state) || isInside(before.state)) return
          verified += 1
          expect(event.type).not.toBe('appeal')
          expect(after.match?.freshUntil ?? '').toSatisfy((until: string) => until >= on)
          expect(['good', 'training', 'restricted']).toContain(after.match?.standing)
          const { person, record, passes } = weighCase(after)
          expect({ person, record, passes }).toEqual({ person: true, record: true, passes: true })
        }),
      ),
      { numRuns: 3_000 },
    )
    // The law would hold of a machine that lets nobody in.
    expect(verified).toBeGreaterThan(100)
  })

  test('no single person lets anybody in where two are due, and a name the register does not know needs two as well', () => {
    fc.assert(
      fc.property(life(false), (events) => {
        const yes = new Set<string>()
        live(events, (before, event, after) => {
          if (event.type === 'decide' && event.verdict === 'yes') yes.add(event.by)
          if (!isInside(after.state) || isInside(before.state)) return
          if (weighCase(after).second) expect(eyesOn(after).size).toBeGreaterThan(1)
          if (after.match?.name === 'mismatch') expect(yes.size).toBeGreaterThan(1)
        })
      }),
      { numRuns: 3_000 },
    )
  })

  test('whoever had their words stolen comes back by proofs given since, and before two people', () => {
    let recovered = 0
    const life = fc
      .tuple(fc.array(fc.constantFrom('ann', 'ben', 'lea'), { minLength: 2, maxLength: 5 }), fc.array(anything(false), { maxLength: 12 }))
      .map(([people, events]): CaseEvent[] => [
        lookUp(found()),
        { type: 'prove', proof: { id: 'before', kind: 'idp_regulator', outcome: 'passed', by: null } },
        { type: 'recover' },
        lookUp(found()),
        { type: 'prove', proof: { id: 'after', kind: 'qes_professional_attribute', outcome: 'passed', by: null } },
        ...people.map((by): CaseEvent => ({ type: 'decide', verdict: 'yes', by, lead: by === 'lea' })),
        ...events,
      ])
    fc.assert(
      fc.property(life, (events) => {
        let since: ReadonlySet<string> | null = null
        live(
          events.map((event) => [event, 0] as const),
          (before, event, after) => {
            if (event.type === 'recover') {
              since = new Set()
              expect([isInside(after.state), after.proofs, after.stolen]).toEqual([false, [], true])
            }
            if (since && event.type === 'prove') since = new Set([...since, event.proof.id])
            if (!before.stolen || !isInside(after.state)) return
            recovered += 1
            expect(after.proofs.every(({ id }) => since?.has(id))).toBe(true)
            expect(eyesOn(after).size).toBeGreaterThan(1)
            expect(after.stolen).toBe(false)
          },
        )
      }),
      { numRuns: 1_000 },
    )
    expect(recovered).toBeGreaterThan(100)
  })

  test('nobody is put out for good by one person', () => {
    fc.assert(
      fc.property(life(false), (events) => {
        const no = new Set<string>()
        live(events, (before, event, after) => {
          if ((event.type === 'decide' && event.verdict === 'no') || event.type === 'revoke') no.add(event.by)
          if (after.state === 'revoked' && before.state !== 'revoked' && event.type !== 'lose')
            expect(new Set(after.no).size).toBeGreaterThan(1)
        })
      }),
      { numRuns: 1_000 },
    )
  })

  test('every change of state leaves an unbroken trail', () => {
    fc.assert(
      fc.property(life(false), (events) =>
        live(events, (before, _, after, passages) => {
          expect([before.state, ...passages.map(({ to }) => to)]).toEqual([...passages.map(({ from }) => from), after.state])
        }),
      ),
      { numRuns: 1_000 },
    )
  })

  test('a number that was buried stays out until a lead and somebody else say yes', () => {
    fc.assert(
      fc.property(life(true), (events) => {
        let lead = false
        live(events, (before, event, after) => {
          if (event.type === 'decide' && event.verdict === 'yes' && event.lead) lead = true
          if (isInside(after.state) && !isInside(before.state)) {
            expect(lead).toBe(true)
            expect(eyesOn(after).size).toBeGreaterThan(1)
          }
        })
      }),
      { numRuns: 3_000 },
    )
  })
})
