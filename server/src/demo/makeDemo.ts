import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { CaseForm } from '#contract/community/cases.ts'
import type { Language } from '#contract/shapes.ts'
import type { Both, DemoCase, DemoEvent, DemoLab } from '#demo/DemoCase.ts'
import { demoCases } from '#demo/demoCases.ts'
import { endOfNextQuarter, epochOf, quarterOf } from '#tickets/tickets.rules.ts'
import type { Member } from '../access.ts'
import { ensureDemoAccounts } from '../community/accounts/demo-accounts.ts'
import { shuffleAccounts } from '../community/accounts/shuffle-accounts.ts'
import { addUpdate, closeCase, noteQuestionBack, setWorkingDiagnosis } from '../community/cases/change-case.ts'
import type { HumanWords } from '../community/cases/keep-case.ts'
import { postCase } from '../community/cases/post-case.ts'
import { RecentViews, tellViewed } from '../community/cases/tell-viewed.ts'
import type { Deps } from '../community/deps.ts'
import { postComment } from '../community/discussion/post-comment.ts'
import { keepFound } from '../community/media/look-for-places.ts'
import { reviewImage } from '../community/media/review-image.ts'
import { takeImage } from '../community/media/take-image.ts'
import { imageIdFor } from '../community/media/uploaderTag.ts'
import { Refusal } from '../platform/refuse.ts'
import { hours, later, minutes } from '../platform/time.ts'
import { shufflePersons } from '../registrar/issuing/shuffle-persons.ts'
import { castOf, demoAccount, demoDoctors, isPersona } from './demoDoctors.ts'
import type { Halves } from './enterWithTickets.ts'
import { keepDemoPeople } from './keepDemoPeople.ts'

const images = join(import.meta.dirname, '../../../demo/images')

const mark = 'demo/made'

/** A key that is the same each time the demo is made, so that making it again adds nothing: a uuid v4 from words. */
const keyFor = (...words: string[]): string => {
  const hex = createHash('sha256').update(words.join('/')).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

const other = (language: Language): Language => (language === 'en' ? 'es' : 'en')

/** What a person wrote in the other language, by the wording it was asked in. */
const humanWords = (language: Language, texts: readonly (Both | undefined)[]): HumanWords =>
  new Map(texts.flatMap((both) => (both ? [[both[language], { [other(language)]: both[other(language)] }] as const] : [])))

const labsOf = (labs: readonly DemoLab[], language: Language) =>
  labs.map(({ name, value, unit, range, flag }) => ({ name: name[language], value, unit, range: range ?? null, flag: flag ?? null }))

export interface DemoNeeds extends Halves {
  readonly log: (line: string) => void
}

/** Makes the demo community through the same commands as everybody's, with a clock that is moved; interrupted, it goes on where it was. */
export const makeDemo = async ({ community, registrar, log }: DemoNeeds): Promise<void> => {
  const now = community.clock.now()
  const { files, jobs } = community
  const people = await keepDemoPeople({ community, registrar })
  await jobs.every('community.demo-people', '45 0 * * *', async () => {
    await keepDemoPeople({ community, registrar })
  })
  // Made already, from these very cases and in this epoch: nothing to walk again.
  const made = `${createHash('sha256').update(JSON.stringify(demoCases)).digest('hex')} ${epochOf(now)}`
  if ((await files.get(mark))?.toString() === made) return
  const quarter = quarterOf(now)
  const doctors = demoDoctors().filter((doctor) => !isPersona(doctor))
  const accounts = doctors.map((doctor) => demoAccount(doctor, registrar.secrets.key('k-name'), quarterOf(endOfNextQuarter(now))))
  const accountsMade = await ensureDemoAccounts(community, accounts, { quarter, through: epochOf(now) + 26 })
  const members = new Map([...people, ...doctors.map(({ slug }, index) => [slug, accountsMade[index] as Member] as const)])
  log(`${members.size} demo doctors are here.`)
  for (const demoCase of demoCases) await makeCase(community, demoCase, members, now).catch(leaveAsItStands)
  // As a night leaves them: by now every row of these people lies in the order it was written in.
  await Promise.all([shuffleAccounts(community.db), shufflePersons(registrar.db)])
  await files.put(mark, Buffer.from(made))
  log(`${demoCases.length} demo cases are here.`)
}

/** A case that an earlier version of the demo told otherwise stays as it was told; doctors may have answered it. */
const leaveAsItStands = (error: unknown): void => {
  if (!(error instanceof Refusal && error.code === 'request.repeat-differs')) throw error
}

const makeCase = async (community: Deps, demo: DemoCase, members: ReadonlyMap<string, Member>, now: Date): Promise<void> => {
  const askedAt = later(now, -demo.hoursAgo * hours)
  let at = askedAt
  const deps: Deps = { ...community, clock: { now: () => at } }
  const cast = castOf([demo.asker, ...demo.doctors], members)
  const asker = cast.get(demo.asker.key) as Member
  const named = new Set([demo.asker, ...demo.doctors].flatMap(({ key, name }) => (name ? [key] : [])))
  const kindOf = (key: string) => (named.has(key) ? 'name' : 'anonymous')
  const { id } = await ask(deps, demo, asker, kindOf(demo.asker.key))

  const steps: { at: number; take: () => Promise<void> }[] = []
  const comments = new Map<string, string>()
  const imageOf = (file: string) => imageIdFor(deps, asker, keyFor(demo.slug, file))
  for (const event of demo.events)
    steps.push({
      at: event.at,
      take: async () => {
        const author = event.by === 'asker' ? asker : (cast.get(event.by) as Member)
        if (event.kind === 'update') await update(deps, demo, id, asker, event)
        else
          comments.set(
            event.id,
            await comment(deps, demo, id, author, event, kindOf(event.by === 'asker' ? demo.asker.key : event.by), { comments, imageOf }),
          )
      },
    })
  const { workingDiagnosis, outcome } = demo
  const language = demo.language
  if (workingDiagnosis)
    steps.push({
      at: workingDiagnosis.at,
      take: () =>
        onlyOnce(() =>
          setWorkingDiagnosis(deps, asker, id, {
            language,
            text: workingDiagnosis.text[language],
            human: humanWords(language, [workingDiagnosis.text]),
          }),
        ),
    })
  if (outcome && demo.mode === 'ask')
    steps.push({
      at: outcome.at,
      take: () =>
        onlyOnce(() =>
          closeCase(deps, asker, id, {
            language,
            outcome: { ...wordsOfOutcome(demo, language), helped: outcome.helped.map((key) => comments.get(key) ?? '') },
            human: humanWords(language, [outcome.finalDiagnosis, outcome.course, outcome.learningPoint]),
          }),
        ),
    })
  for (const step of steps.sort((a, b) => a.at - b.at)) {
    at = later(askedAt, step.at * minutes)
    if (at <= now) await step.take()
  }
  await view(community, demo, id, members, cast, { askedAt, now })
}

/** Made again, a step already taken is refused by the state it led to; that is as it should be. */
const onlyOnce = async (step: () => Promise<unknown>): Promise<void> => {
  await step().catch((error: { code?: string }) => {
    if (error.code !== 'case.state-forbids') throw error
  })
}

const wordsOfOutcome = ({ outcome }: DemoCase, language: Language) => ({
  finalDiagnosis: outcome?.finalDiagnosis[language] ?? '',
  confirmedBy: outcome?.confirmedBy ?? 'other',
  course: outcome?.course[language] ?? '',
  learningPoint: outcome?.learningPoint[language] ?? '',
})

const ask = async (deps: Deps, demo: DemoCase, asker: Member, byline: 'anonymous' | 'name'): Promise<{ id: string }> => {
  const { language, slug, outcome } = demo
  const shown: CaseForm['images'] = []
  for (const { file, caption, kind } of demo.images)
    shown.push({ imageId: await draw(deps, asker, slug, file), caption: caption[language], kind })
  const form: CaseForm = {
    mode: demo.mode,
    language,
    question: demo.question[language],
    questionTypes: [...demo.questionTypes],
    specialties: [...demo.specialties],
    notSure: false,
    urgency: demo.urgency,
    patientLeavesAt: null,
    patient: { ageBand: demo.patient.ageBand, sex: demo.patient.sex, pregnant: demo.patient.pregnant ?? null },
    sections: Object.fromEntries(Object.entries(demo.sections).map(([name, both]) => [name, both[language]])),
    vitals: demo.vitals.map(({ code, value }) => ({ code, value })),
    labs: labsOf(demo.labs, language),
    suspicions: demo.suspicions.map((both) => both[language]),
    images: shown,
    consent: demo.consent,
    audience: demo.audience,
    byline,
    outcome: demo.mode === 'share' && outcome ? { ...wordsOfOutcome(demo, language), helped: [] } : null,
  }
  const human = humanWords(language, [
    demo.question,
    ...Object.values(demo.sections),
    ...demo.labs.map(({ name }) => name),
    ...demo.suspicions,
    ...demo.images.map(({ caption }) => caption),
    outcome?.finalDiagnosis,
    outcome?.course,
    outcome?.learningPoint,
  ])
  return postCase(deps, asker, { form, draftId: null, key: keyFor(slug, 'post'), human })
}

/** A drawing or a phantom as an image of its asker, taken in like any upload. The pixels stand beside a drawing: making them takes seconds each. */
const draw = async (deps: Deps, asker: Member, slug: string, file: string): Promise<string> => {
  const bytes = await readFile(join(images, file.replace(/\.svg$/, '.webp')))
  const { id } = await takeImage(deps, asker, { bytes, key: keyFor(slug, file) })
  // What we drew we know: no text that names anybody, and nobody to be recognised.
  await keepFound(deps, id, { looked: 'whole', boxes: [] })
  await reviewImage(deps, asker, id, {
    review: { revision: 1, boxes: [], shapes: [], shows: 'nobody' },
    key: keyFor(slug, `${file} looked at`),
  }).catch((error: { code?: string }) => {
    if (error.code !== 'image.in-use') throw error
  })
  return id
}

const update = async (
  deps: Deps,
  { slug, language }: DemoCase,
  caseId: string,
  asker: Member,
  { id, text, labs = [] }: DemoEvent,
): Promise<void> => {
  await addUpdate(deps, asker, caseId, {
    form: { language, text: text[language], labs: labsOf(labs, language) },
    key: keyFor(slug, id),
    human: humanWords(language, [text, ...labs.map(({ name }) => name)]),
  })
}

const comment = async (
  deps: Deps,
  { slug }: DemoCase,
  caseId: string,
  author: Member,
  event: DemoEvent,
  byline: 'anonymous' | 'name',
  { comments, imageOf }: { comments: ReadonlyMap<string, string>; imageOf: (file: string) => string },
): Promise<string> => {
  const { id, kind, language, text, replyTo, confidence, seen, by, pins = [] } = event
  const posted = await postComment(deps, author, caseId, {
    form: {
      kind: kind === 'update' ? 'comment' : kind,
      language,
      text: text[language],
      parentId: (replyTo && comments.get(replyTo)) ?? null,
      confidence: confidence ?? null,
      seen: seen ?? null,
      byline,
      ...(pins.length > 0 && { pins: pins.map(({ file, ...pin }) => ({ ...pin, frame: 0, imageId: imageOf(file) })) }),
    },
    key: keyFor(slug, id),
    alsoIn: { [other(language)]: text[other(language)] },
  })
  if (kind === 'question-back' && by !== 'asker') await noteQuestionBack(deps, caseId)
  return posted.id
}

const apart = 31 * minutes

/** Each doctor who viewed says so, one after the other and some again later, until there are as many views as the story has. */
const view = async (
  community: Deps,
  { seenBy }: DemoCase,
  caseId: string,
  members: ReadonlyMap<string, Member>,
  cast: ReadonlyMap<string, Member>,
  { askedAt, now }: { askedAt: Date; now: Date },
): Promise<void> => {
  const asker = [...cast.values()][0]
  const took = [...cast.values()].slice(1)
  const audience = [...new Set([...took, ...members.values()])].filter((member) => member !== asker).slice(0, seenBy.doctors)
  const recent = new RecentViews()
  let at = askedAt
  const deps = { db: community.db, clock: { now: () => at } }
  const counted = async (member: Member | undefined) => {
    if (member) await tellViewed(deps, recent, member, caseId)
  }
  // The asker is never counted, and so may ask how often the story has been viewed.
  const before: { views: number } = asker ? JSON.parse((await tellViewed(deps, recent, asker, caseId)).text) : { views: 0 }
  const together = 8
  for (let view = before.views; view < seenBy.views; ) {
    const round = Math.floor(view / audience.length)
    at = later(askedAt, Math.min(round * apart, now.getTime() - askedAt.getTime()))
    const some = Math.min(together, seenBy.views - view, (round + 1) * audience.length - view)
    await Promise.all(Array.from({ length: some }, (_, n) => counted(audience[(view + n) % audience.length])))
    view += some
  }
}
