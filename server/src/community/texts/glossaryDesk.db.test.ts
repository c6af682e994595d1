import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { TermPair } from '#contract/community/glossary.ts'
import type { Member } from '#server/access.ts'
import { aCommunity } from '#server/testing/aCommunity.ts'
import type { Deps } from '../deps.ts'
import { isStanding } from '../glossary/editions.ts'
import { importTerms } from '../glossary/import-terms.ts'
import { listProposals, listTerms, proposeTerm, settleProposal, takeBackProposal } from '../glossary/propose-term.ts'
import { Passed } from './Passed.ts'
import { siteGlossary } from './siteGlossary.ts'
import type { Translator } from './Translator.ts'
import { translateAfterRelease } from './translate-after-release.ts'
import { translateTouched } from './translate-touched.ts'
import { translateWanted } from './translate-wanted.ts'
import { writeText } from './write-text.ts'

const community = await aCommunity()
const { aDoctor, moveClock } = community
let asked: string[] = []
let touched: Promise<void>[] = []

/** What the running program does when the glossary has changed, at once. */
const deps: Deps = {
  ...community.deps,
  glossary: siteGlossary(community.deps),
  jobs: {
    ...community.deps.jobs,
    ask: async (_: unknown, { queue }: { queue: string }, data: unknown) => {
      if (queue === 'event.community.glossary-changed') changes.push((data as { terms: TermPair[] }).terms)
    },
  } as Deps['jobs'],
}
let changes: TermPair[][] = []

const engine: Translator = {
  name: 'words',
  pairs: () => [],
  translate: async (sentences) => {
    asked.push(
      ...sentences.map(({ text, spans }) => text.replace(/[\uE000-\uF8FF]/g, (sign) => spans[sign.charCodeAt(0) - 0xe000]?.source ?? '')),
    )
    return sentences.map(({ text }) => ({ text }))
  },
  health: async () => ({ ok: true }),
  stop: async () => {},
}

let one: Member
let other: Member
let single: Member
beforeAll(async () => {
  one = await reader(['en', 'es'])
  other = await reader(['en', 'es'])
  single = await reader(['en'])
})
beforeEach(() => {
  asked = []
  touched = []
  changes = []
})
const reader = async (reads: string[]) => {
  const member = await aDoctor()
  await deps.db.updateTable('account_settings').set({ reads }).where('account_id', '=', member.accountId).execute()
  return member
}
const pair = (en: string, es: string, more: Partial<TermPair> = {}): TermPair => ({
  class: 'noun',
  en,
  es,
  gender: 'm',
  plural: {},
  onlyFrom: null,
  specialties: [],
  isDrug: false,
  ...more,
})
const propose = (term: TermPair | null, replaces: TermPair | null = null, member = one, key = deps.ids.random()) => {
  moveClock(1_000)
  return proposeTerm(deps, member, {
    form: { term, replaces: replaces && { class: replaces.class, en: replaces.en, es: replaces.es } },
    key,
  })
}
const settled = async () => {
  for (const terms of changes) touched.push(translateTouched(deps, terms))
  await Promise.all(touched)
  const due = await deps.db.selectFrom('translation').select(['text_id', 'language']).where('due_at', 'is not', null).execute()
  for (const { text_id, language } of due) await translateWanted({ ...deps, translator: engine }, text_id, language as 'es')
}
const write = async (body: string, specialty: string | null = null) => {
  const setting = { specialty, lends: true }
  const id = await deps.db
    .transaction()
    .execute((trx) => writeText(deps, trx, { language: 'en', body, passed: Passed.published(), setting }))
  await translateWanted({ ...deps, translator: engine }, id, 'es')
  return id
}
const shown = async (id: string) =>
  (await deps.db.selectFrom('translation').select(['body', 'state']).where('text_id', '=', id).executeTakeFirstOrThrow()).body
const explained = async (id: string) =>
  (await deps.db.selectFrom('translation').select('terms').where('text_id', '=', id).executeTakeFirstOrThrow()).terms

describe('the glossary desk', () => {
  test('a term counts when a second has accepted it, and only texts that hold it are translated again', async () => {
    const [holds, holdsNot] = [await write('She has a plonkitis of the knee.'), await write('She has been well since then.')]
    const { proposalId } = await propose(pair('plonkitis', 'plonquitis', { gender: 'f' }))
    expect((await listTerms(deps, 'plonk')).items).toEqual([])
    await settleProposal(deps, other, proposalId, true)
    asked = []
    await settled()
    expect(asked).toEqual(['She has a plonkitis of the knee.'])
    expect(await shown(holds)).toContain('plonquitis')
    expect(await shown(holdsNot)).toBe('She has been well since then.')
    expect((await listTerms(deps, 'plonk')).items).toEqual([pair('plonkitis', 'plonquitis', { gender: 'f' })])
  })

  test('taken back, by who proposed or who accepted it, the text is as it was', async () => {
    const id = await write('She has a zonkitis of the knee.')
    const { proposalId } = await propose(pair('zonkitis', 'zonquitis'))
    await settleProposal(deps, other, proposalId, true)
    await settled()
    expect(await shown(id)).toContain('zonquitis')
    changes = []
    await takeBackProposal(deps, other, proposalId)
    await settled()
    expect(await shown(id)).toContain('zonkitis')
    const { items } = await listProposals(deps, one)
    expect(items.find((item) => item.id === proposalId)).toMatchObject({ state: 'taken-back', mayTakeBack: false })
    expect(JSON.stringify(items)).not.toContain(one.accountId)
  })

  test('accepted, a term explains itself to who reads it; taken back, it has nothing to explain', async () => {
    const id = await write('She has a plumbert of the knee.')
    const { proposalId } = await propose(pair('plumbert', 'zarola', { gender: 'f' }))
    await settleProposal(deps, other, proposalId, true)
    await settled()
    const body = await shown(id)
    const start = body?.indexOf('zarola') ?? -1
    expect(await explained(id)).toEqual([{ start, end: start + 'zarola'.length, source: 'plumbert', language: 'en', reading: null }])
    changes = []
    await takeBackProposal(deps, one, proposalId)
    await settled()
    expect(await explained(id)).toEqual([])
  })

  test('a term of the product is changed, and taken out', async () => {
    const { items } = await listTerms(deps, 'sputum')
    const own = items.find(({ en }) => en === 'sputum') as TermPair
    const better = { ...own, es: 'expectoración', gender: 'f' as const }
    await settleProposal(deps, other, (await propose(better, own)).proposalId, true)
    const sputum = async () => (await listTerms(deps, 'sputum')).items.filter(({ en }) => en === 'sputum').map(({ es }) => es)
    expect(await sputum()).toEqual(['expectoración'])
    await settleProposal(deps, other, (await propose(null, better)).proposalId, true)
    expect(await sputum()).toEqual([])
  })

  test('an abbreviation is read by the specialty of who writes', async () => {
    const [heart, none] = [await write('There is some QZT today.', 'cardiology'), await write('There is some QZT today, too.')]
    await settleProposal(
      deps,
      other,
      (await propose(pair('QZT', 'TZQ', { class: 'abbreviation', specialties: ['cardiology'] }))).proposalId,
      true,
    )
    await settled()
    expect(await shown(heart)).toContain('TZQ')
    expect(await shown(none)).toContain('QZT')
  })

  test('while a text is translated again its readers keep what stands', async () => {
    const id = await write('She has a bonkitis of the knee.')
    await settleProposal(deps, other, (await propose(pair('bonkitis', 'bonquitis'))).proposalId, true)
    for (const terms of changes) await translateTouched(deps, terms)
    const row = await deps.db.selectFrom('translation').select(['state', 'body']).where('text_id', '=', id).executeTakeFirst()
    expect(row).toMatchObject({ state: 'ready', body: expect.stringContaining('bonkitis') })
    await translateWanted({ ...deps, translator: { ...engine, translate: async (all) => all.map(() => ({ error: 'down' })) } }, id, 'es')
    expect(await deps.db.selectFrom('translation').select('state').where('text_id', '=', id).executeTakeFirst()).toEqual({ state: 'ready' })
    await settled()
    expect(await shown(id)).toContain('bonquitis')
  })

  describe('while the engine is at work on a text', () => {
    const accepted = async (term: TermPair) => {
      await settleProposal(deps, other, (await propose(term)).proposalId, true)
      for (const terms of changes.splice(0)) await translateTouched(deps, terms)
    }
    const during = (change: () => Promise<void>): Translator => ({
      ...engine,
      translate: async (sentences, from, to) => {
        await change()
        return engine.translate(sentences, from, to)
      },
    })
    const due = async (id: string) =>
      (await deps.db.selectFrom('translation').select(['state', 'due_at']).where('text_id', '=', id).executeTakeFirstOrThrow()).due_at
    const draft = (body: string) =>
      deps.db
        .transaction()
        .execute((trx) =>
          writeText(deps, trx, { language: 'en', body, passed: Passed.published(), setting: { specialty: null, lends: true } }),
        )

    test('a new one is shown as it came out, and translated again with the term accepted meanwhile', async () => {
      const id = await draft('She has a wonkitis of the knee.')
      const change = () => accepted(pair('wonkitis', 'vonquitis', { gender: 'f' }))
      await translateWanted({ ...deps, translator: during(change) }, id, 'es')
      expect(await shown(id)).toContain('wonkitis')
      expect(await due(id)).not.toBeNull()
      await settled()
      expect(await shown(id)).toContain('vonquitis')
      expect(await due(id)).toBeNull()
    })

    test('one that is made again does not lose its turn, and lends nothing of before', async () => {
      const id = await write('She has a honkitis of the knee.')
      await accepted(pair('knee', 'rodillita', { gender: 'f' }))
      await translateWanted({ ...deps, translator: during(() => accepted(pair('honkitis', 'jonquitis', { gender: 'f' }))) }, id, 'es')
      expect(await shown(id)).toContain('honkitis')
      const same = await draft('She has a honkitis of the knee.')
      await translateWanted({ ...deps, translator: engine }, same, 'es')
      expect(await shown(same)).toContain('jonquitis')
      await settled()
      expect(await shown(id)).toContain('jonquitis')
    })

    test('what it took over from another, forgotten meanwhile, is asked for again', async () => {
      await write('She has a jonkitis of the knee.')
      const id = await draft('She has a jonkitis of the knee. She cannot walk.')
      // The desk has changed the term already; only the sentences that hold it are still as they were.
      await settleProposal(deps, other, (await propose(pair('jonkitis', 'yonquitis', { gender: 'f' }))).proposalId, true)
      const forget = async () => {
        for (const terms of changes.splice(0)) await translateTouched(deps, terms)
      }
      await translateWanted({ ...deps, translator: during(forget) }, id, 'es')
      await settled()
      expect(await shown(id)).toContain('yonquitis')
    })

    test('while its translation is being kept, the change waits to see it', async () => {
      const id = await draft('She has a donkitis of the knee.')
      let change: Promise<void> | undefined
      await deps.db.transaction().execute(async (trx) => {
        await isStanding(trx, (await deps.glossary()).edition ?? -1)
        await translateWanted({ ...deps, translator: engine }, id, 'es')
        change = accepted(pair('donkitis', 'donquitis', { gender: 'f' }))
      })
      await change
      await settled()
      expect(await shown(id)).toContain('donquitis')
    })
  })

  test('a list of the operator’s comes with its licence, and again in its own place', async () => {
    const list = { source: 'hpo.tsv', licence: 'as its owner says' }
    expect(await importTerms(deps, [pair('flinkitis', 'flinquitis'), pair('florp', 'florpe')], list)).toBe(0)
    expect((await listTerms(deps, 'fl')).items.map(({ en }) => en)).toEqual(expect.arrayContaining(['flinkitis', 'florp']))
    expect(await importTerms(deps, [pair('florp', 'florpo')], list)).toBe(2)
    expect((await listTerms(deps, 'florp')).items.map(({ es }) => es)).toEqual(['florpo'])
    expect((await listTerms(deps, 'flinkitis')).items).toEqual([])
  })
})

describe('a release with another glossary', () => {
  const [glonk, blonk, flonk] = ['n\tglonk\tglonco\tm', 'n\tblonk\tblonco\tm', 'n\tflonk\tflonco\tm']
  const start = (...rows: string[]) => translateAfterRelease(deps, rows)
  const told = () => changes.map((terms) => terms.map(({ en, es }) => `${en} – ${es}`).toSorted())

  test('has only sentences that hold a term it changed translated again, once however often it starts', async () => {
    const [holds, holdsNot] = [await write('She has a glonk of the knee. It is big.'), await write('She has a blonk of the knee.')]
    await start(glonk, blonk)
    // What was translated before the first note may have been with any terms.
    expect(told()).toEqual([['blonk – blonco', 'glonk – glonco']])
    await settled()
    changes = []
    const other = 'n\tglonk\tglonquillo\tm'
    await Promise.all([start(other, blonk, flonk), start(other, blonk, flonk)])
    expect(told()).toEqual([['flonk – flonco', 'glonk – glonco', 'glonk – glonquillo']])
    asked = []
    await settled()
    expect(asked).toEqual(['She has a glonk of the knee.'])
    expect([await shown(holds), await shown(holdsNot)]).not.toContain(null)
    changes = []
    await start(other, blonk, flonk)
    expect(changes).toEqual([])
  })

  test('that stops before it has queued what changed tells it at the next start', async () => {
    await start(blonk)
    changes = []
    const broken = { ...deps, jobs: { ...deps.jobs, ask: () => Promise.reject(new Error('stopped')) } as Deps['jobs'] }
    await expect(translateAfterRelease(broken, [blonk, flonk])).rejects.toThrow('stopped')
    await start(blonk, flonk)
    expect(told()).toEqual([['flonk – flonco']])
  })
})

describe('who may not', () => {
  test('who reads one language proposes and settles nothing, nobody settles their own, nothing is settled twice', async () => {
    await expect(propose(pair('gronk', 'gronco'), null, single)).rejects.toMatchObject({ code: 'correction.one-language' })
    const { proposalId } = await propose(pair('gronk', 'gronco'))
    await expect(settleProposal(deps, single, proposalId, true)).rejects.toMatchObject({ code: 'correction.one-language' })
    await expect(settleProposal(deps, one, proposalId, true)).rejects.toMatchObject({ code: 'correction.own' })
    await expect(takeBackProposal(deps, other, proposalId)).rejects.toMatchObject({ code: 'correction.not-yours' })
    await settleProposal(deps, other, proposalId, false)
    expect(await settleProposal(deps, other, proposalId, false)).toEqual({ proposalId })
    await expect(settleProposal(deps, other, proposalId, true)).rejects.toMatchObject({ code: 'term.settled' })
    expect((await listTerms(deps, 'gronk')).items).toEqual([])
  })

  test('the same key proposes once, and another proposal under it is refused', async () => {
    const key = deps.ids.random()
    const first = await propose(pair('twonk', 'tuonco'), null, one, key)
    expect(await propose(pair('twonk', 'tuonco'), null, one, key)).toEqual(first)
    await expect(propose(pair('twonk', 'otro'), null, one, key)).rejects.toMatchObject({ code: 'request.repeat-differs' })
  })

  test('a proposal that is not there, or of a term that is not, is refused', async () => {
    await expect(settleProposal(deps, other, deps.ids.random(), true)).rejects.toMatchObject({ code: 'term.proposal-not-found' })
    await expect(propose(null, pair('nowhere', 'ninguna parte'))).rejects.toMatchObject({ code: 'term.unknown' })
  })
})
