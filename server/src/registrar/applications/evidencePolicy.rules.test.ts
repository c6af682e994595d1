import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type EvidenceKind, evidencePoints, weighEvidence } from './evidencePolicy.rules.ts'

const rows = readFileSync(join(import.meta.dirname, '../registers/vectors/evidence_policy_vectors.csv'), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split(',') as [string, string, string, string])

test.each(rows)('%s: %s points, %s, second reviewer %s', (kinds, points, result, second) => {
  const verdict = weighEvidence(kinds.split(' ') as EvidenceKind[])
  expect(verdict).toMatchObject({ points: Number(points), result, needsSecondReviewer: second === 'true' })
})

const kind = fc.constantFrom(...(Object.keys(evidencePoints) as EvidenceKind[]))
const person = ['id_document_face', 'video_interview', 'national_eid']
const alone = (kinds: readonly EvidenceKind[]): boolean => kinds.some((one) => evidencePoints[one] === 100)

test('nothing passes without a person binding and a record binding, but what carries the licence number itself', () => {
  fc.assert(
    fc.property(fc.array(kind, { maxLength: 12 }), (kinds) => {
      const { result, lacks } = weighEvidence(kinds)
      expect(result === 'pass').toBe(lacks.length === 0)
      if (result !== 'pass' || alone(kinds)) return
      expect(kinds.some((one) => person.includes(one))).toBe(true)
      const others = kinds.filter((one) => !person.includes(one) && !['licence_scan', 'orcid_linked', 'knowledge_public'].includes(one))
      expect(others.length).toBeGreaterThan(0)
    }),
  )
})

test('neither order nor repetition matters, and more evidence never takes a pass away', () => {
  fc.assert(
    fc.property(fc.array(kind, { maxLength: 8 }), kind, (kinds, more) => {
      const verdict = weighEvidence(kinds)
      expect(weighEvidence(kinds.toReversed())).toEqual(verdict)
      expect(weighEvidence([...kinds, ...kinds.filter((one) => one !== 'vouch')])).toEqual(verdict)
      if (verdict.result === 'pass') expect(weighEvidence([...kinds, more]).result).toBe('pass')
    }),
  )
})

test('public knowledge, scans and vouches alone verify nobody, however many', () => {
  const paper = fc.array(fc.constantFrom<EvidenceKind>('licence_scan', 'orcid_linked', 'knowledge_public', 'vouch'), { maxLength: 40 })
  fc.assert(fc.property(paper, (kinds) => weighEvidence(kinds).result === 'more_evidence'))
})
