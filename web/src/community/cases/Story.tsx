import type { ComponentChildren } from 'preact'
import type { ShownCase } from '#contract/community/cases.ts'
import type { ShownText } from '#contract/shapes.ts'
import { useWords } from '../../platform/useWords.ts'
import { HeldNote, TranslationLine } from '../texts/TranslationLine.tsx'
import { UserText } from '../texts/UserText.tsx'
import type { Reading } from '../texts/useReading.ts'
import { ageOf } from './figures.rules.ts'
import { Labs, textsOfLab } from './Labs.tsx'
import { Vitals } from './Vitals.tsx'
import { WrittenIn } from './WrittenIn.tsx'
import './Story.css'

/** Everything of a story that is translated together. */
export const textsOfStory = (shown: ShownCase): readonly ShownText[] => [
  ...shown.sections.map(({ text }) => text),
  ...shown.labs.flatMap(textsOfLab),
  ...shown.images.flatMap(({ caption }) => caption ?? []),
]

const Part = ({ name, wide = false, children }: { name: string; wide?: boolean; children: ComponentChildren }) => (
  <div className={wide ? 'story-part story-part-wide' : 'story-part'}>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
)

/** The structured story: who the patient is, and what is known. */
export const Story = ({ shown, reading }: { shown: ShownCase; reading: Reading }) => {
  const { cases } = useWords()
  const { ageBand, sex, pregnant } = shown.patient
  const age = ageBand === null ? null : ageOf(ageBand)
  const patient = [
    sex && cases.sexes[sex],
    age?.kind === 'days' && cases.ageInDays(age.count),
    age?.kind === 'months' && cases.ageInMonths(age.count),
    age?.kind === 'years' && cases.ageInYears(age.from, age.to),
    age?.kind === 'from' && cases.ageFrom(age.from),
    pregnant !== null && (pregnant ? cases.pregnant : cases.notPregnant),
  ].filter((part) => typeof part === 'string')
  const section = (name: ShownCase['sections'][number]['name']) => {
    const found = shown.sections.find((given) => given.name === name)
    return (
      found && (
        <Part name={cases.sections[name]}>
          <UserText words={reading.of(found.text)} explains />
        </Part>
      )
    )
  }
  const empty = patient.length === 0 && shown.sections.length === 0 && shown.vitals.length === 0 && shown.labs.length === 0
  if (empty) return null
  return (
    <section className="story">
      <h2>{cases.story}</h2>
      <TranslationLine reading={reading} />
      {shown.mine && <WrittenIn caseId={shown.id} texts={[shown.question, ...textsOfStory(shown)]} />}
      <HeldNote reading={reading} />
      <dl>
        {patient.length > 0 && <Part name={cases.patient}>{patient.join(', ')}</Part>}
        {section('chiefComplaint')}
        {section('history')}
        {section('medicines')}
        {section('allergies')}
        {shown.vitals.length > 0 && (
          <Part name={cases.vitals} wide>
            <Vitals story={shown} />
          </Part>
        )}
        {section('examination')}
        {shown.labs.length > 0 && (
          <Part name={cases.labs} wide>
            <Labs labs={shown.labs} reading={reading} />
          </Part>
        )}
        {section('doneSoFar')}
        {section('constraints')}
        {section('resources')}
      </dl>
    </section>
  )
}
