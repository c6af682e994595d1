import { useEffect, useId, useRef, useState } from 'preact/hooks'
import { Link } from 'wouter'
import { ageBands } from '#atlas/ageBands.ts'
import { vitals } from '#atlas/measures.ts'
import { findSpecialty, type SpecialtyCode, specialties } from '#atlas/specialties.ts'
import type { Me } from '#contract/community/accounts.ts'
import { type CaseForm, limits, type SectionName } from '#contract/community/cases.ts'
import { Page } from '../../app/Page.tsx'
import { problemOf } from '../../platform/call.ts'
import { errorSentence } from '../../platform/errorSentence.ts'
import { clockTime } from '../../platform/format.ts'
import { useWords } from '../../platform/useWords.ts'
import { Button } from '../../ui/Button.tsx'
import { Chips, ManyChips } from '../../ui/Chips.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Note } from '../../ui/Note.tsx'
import { PickedChips } from '../../ui/PickedChips.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { Segments } from '../../ui/Segments.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { BylineChoice } from '../bylines/BylineChoice.tsx'
import { imageAddress } from '../media/imageAddress.ts'
import { isComplete, linesOf, withVital } from './draft.rules.ts'
import { useAsking } from './useAsking.ts'
import { WaitingCases } from './WaitingCases.tsx'
import './ask.css'

const types = ['what-is-it', 'what-next', 'how-to-treat', 'interpret-this', 'refer-or-not', 'public-health'] as const
const urgencies = ['minutes', 'hours', 'days', 'no-hurry'] as const

/** Asks colleagues: three required things, the rest when there is time; nothing typed is lost. */
export const AskForm = ({ me, opened }: { me: Me; opened: string | null }) => {
  const words = useWords()
  const { language, ask, cases } = words
  const { draftId, form, change, savedAt, elsewhere, settle, photos, sending, error, send, takeUp } = useAsking(
    language,
    me.settings.byline,
    opened,
  )
  const [tried, setTried] = useState(false)
  const [thoughts, setThoughts] = useState<string | null>(null)
  // What stands in a field while it is typed: "38." on the way to "38.4" must not become 38.
  const [figures, setFigures] = useState<Readonly<Record<string, string>>>({})
  const files = useId()
  // What was half typed belongs to its draft, not to the next one.
  useEffect(() => {
    setFigures({})
    setThoughts(null)
    setTried(false)
  }, [draftId])
  const element = useRef<HTMLFormElement>(null)
  /** What is wrong at a place of the form, in words; nothing where all is well. */
  const wrongAt = (path: string): string | null =>
    problemOf(error)?.fields?.some((field) => field.path === path) ? errorSentence(error, words) : null
  const wrongIn = (...names: readonly SectionName[]): true | undefined =>
    names.some((name) => wrongAt(`sections/${name}`) !== null) || undefined
  // After a refusal the first place to mend is where the doctor stands.
  useEffect(() => {
    element.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus()
  }, [error, tried])
  const section = (name: SectionName, label: string) => (
    <TextArea
      label={label}
      error={wrongAt(`sections/${name}`)}
      lang={form.language}
      value={form.sections[name] ?? ''}
      onChange={(text) => change({ sections: { ...form.sections, [name]: text } })}
      rows={2}
    />
  )
  const nameOf = (code: string) => findSpecialty(code)?.[language] ?? code
  const bandName = (band: string) =>
    band.startsWith('d') ? ask.days(Number(band.slice(1))) : band.startsWith('m') ? ask.months(Number(band.slice(1))) : ask.years(band)
  const submit = (event: Event) => {
    event.preventDefault()
    setTried(true)
    if (isComplete(form) && !(form.images.length > 0 && form.consent === null)) void send()
  }
  return (
    <Page
      title={ask.title}
      bar={
        <div className="ask-bar">
          <Link href="/" className="ask-close" aria-label={ask.close}>
            <Icon name="close" />
          </Link>
          <div>
            <h1>{ask.title}</h1>
            <p className="ask-saved" role="status">
              {savedAt ? ask.saved(clockTime(savedAt.toISOString(), language)) : form.question ? ask.savedHere : ''}
            </p>
          </div>
        </div>
      }
      dock={
        <Button kind="filled" wide busy={sending} onClick={() => element.current?.requestSubmit()}>
          {sending ? ask.sending : ask.send}
        </Button>
      }
    >
      <form className="ask" onSubmit={submit} ref={element}>
        <WaitingCases takeUp={takeUp} />
        <p className="ask-lead">{ask.lead}</p>
        {elsewhere && (
          <Note tone="caution" title={ask.elsewhere}>
            <p lang={elsewhere.language}>{elsewhere.question}</p>
            <Button onClick={() => settle('mine')}>{ask.keepMine}</Button>{' '}
            <Button onClick={() => settle('theirs')}>{ask.takeTheirs}</Button>
          </Note>
        )}
        <div className="ask-part">
          <TextArea
            label={ask.question}
            value={form.question}
            onChange={(question) => change({ question })}
            maxLength={limits.question}
            counted
            headline
            rows={2}
            lang={form.language}
            error={tried && form.question.trim() === '' ? ask.needed : wrongAt('question')}
          />
          <ManyChips
            label={ask.types}
            labelHidden
            options={types.map((value) => ({ value, label: cases.questionTypes[value] }))}
            values={form.questionTypes}
            onChange={(questionTypes) => change({ questionTypes: [...questionTypes] })}
            most={2}
            scroll
          />
        </div>
        <div className="ask-part">
          <PickedChips
            label={ask.who}
            picked={form.specialties.map((value) => ({ value, label: nameOf(value) }))}
            onRemove={(gone) => change({ specialties: form.specialties.filter((code) => code !== gone) })}
          >
            <Button pressed={form.notSure} onClick={() => change({ notSure: !form.notSure, specialties: [] })}>
              {ask.notSure}
            </Button>
          </PickedChips>
          {form.specialties.length < limits.specialties && (
            <Select<SpecialtyCode>
              label={ask.addSpecialty}
              value={null}
              placeholder={ask.choose}
              options={specialties
                .filter(({ code }) => !form.specialties.includes(code))
                .map((one) => ({ value: one.code, label: one[language] }))
                .sort((a, b) => a.label.localeCompare(b.label, language))}
              onChange={(code) => change({ specialties: [...form.specialties, code], notSure: false })}
            />
          )}
        </div>
        <Segments
          label={ask.soon}
          hint={form.urgency === 'minutes' ? ask.emergency : undefined}
          options={urgencies.map((value) => ({ value, label: cases.urgencies[value] }))}
          value={form.urgency}
          onChange={(urgency) => change({ urgency })}
        />
        <div className="ask-part">
          <ul className="ask-photos" aria-label={ask.photos}>
            {form.images.map((image, at) => (
              <li key={image.imageId}>
                <img src={imageAddress(image.imageId, 'thumb')} alt={image.caption} />
                <div>
                  <p className="ask-cleaned">{ask.cleaned}</p>
                  <TextField
                    label={ask.caption}
                    value={image.caption}
                    maxLength={limits.caption}
                    error={wrongAt(`images/${at}/caption`)}
                    lang={form.language}
                    onChange={(caption) =>
                      change({ images: form.images.map((one) => (one.imageId === image.imageId ? { ...one, caption } : one)) })
                    }
                  />
                  <Button kind="text" onClick={() => photos.remove(image.imageId)}>
                    {ask.removePhoto}
                  </Button>
                </div>
              </li>
            ))}
          </ul>
          <input
            id={files}
            type="file"
            accept="image/*"
            multiple
            hidden
            aria-label={ask.addPhoto}
            onChange={({ currentTarget }) => {
              void photos.add([...(currentTarget.files ?? [])])
              currentTarget.value = ''
            }}
          />
          <Button busy={photos.uploading > 0} disabled={photos.full} onClick={() => document.getElementById(files)?.click()}>
            {photos.uploading > 0 ? ask.uploading(photos.uploading) : ask.addPhoto}
          </Button>
          {photos.refused.map((refused) => (
            <Note key={refused.name} tone="danger" title={refused.name} alert>
              <p>{errorSentence(refused.error, words)}</p>
            </Note>
          ))}
          {form.images.length > 0 && (
            <Chips
              label={ask.consent}
              error={tried && form.consent === null ? ask.consentNeeded : null}
              options={(['none-needed', 'written', 'in-app', 'emergency'] as const).map((value) => ({ value, label: ask.consents[value] }))}
              value={form.consent}
              onChange={(consent) => change({ consent })}
            />
          )}
        </div>
        <TextArea
          label={ask.sayMore}
          hint={ask.relativeOnly}
          error={wrongAt('sections/chiefComplaint')}
          value={form.sections.chiefComplaint ?? ''}
          onChange={(chiefComplaint) => change({ sections: { ...form.sections, chiefComplaint } })}
          rows={4}
          lang={form.language}
        />
        <div>
          <Disclosure title={ask.patient}>
            <div className="ask-part">
              <Select
                label={ask.age}
                value={form.patient.ageBand}
                placeholder={ask.ageNotSaid}
                options={ageBands.map((value) => ({ value, label: bandName(value) }))}
                onChange={(ageBand) => change({ patient: { ...form.patient, ageBand } })}
              />
              <Chips
                label={ask.sex}
                options={(['female', 'male', 'other'] as const).map((value) => ({ value, label: ask.sexes[value] }))}
                value={form.patient.sex}
                onChange={(sex) => change({ patient: { ...form.patient, sex } })}
              />
            </div>
          </Disclosure>
          <Disclosure title={ask.background} open={wrongIn('history', 'medicines', 'allergies')}>
            <div className="ask-part">
              {section('history', cases.sections.history)}
              {section('medicines', cases.sections.medicines)}
              {section('allergies', cases.sections.allergies)}
            </div>
          </Disclosure>
          <Disclosure title={ask.vitals} open={wrongIn('examination')}>
            <div className="ask-part">
              <div className="ask-vitals">
                {vitals.map(({ code, short, unit }) => (
                  <TextField
                    key={code}
                    label={short[language]}
                    unit={unit}
                    inputMode="decimal"
                    value={figures[code] ?? form.vitals.find((vital) => vital.code === code)?.value ?? ''}
                    onChange={(typed) => {
                      setFigures({ ...figures, [code]: typed })
                      change({ vitals: withVital(form.vitals, code, typed) })
                    }}
                  />
                ))}
              </div>
              {section('examination', cases.sections.examination)}
            </div>
          </Disclosure>
          <Disclosure title={ask.done} open={wrongIn('doneSoFar', 'constraints', 'resources')}>
            <div className="ask-part">
              {section('doneSoFar', cases.sections.doneSoFar)}
              {section('constraints', cases.sections.constraints)}
              {section('resources', cases.sections.resources)}
            </div>
          </Disclosure>
          <Disclosure title={ask.think}>
            <TextArea
              label={ask.think}
              hint={ask.thinkHint}
              value={thoughts ?? form.suspicions.join('\n')}
              onChange={(text) => {
                setThoughts(text)
                change({ suspicions: linesOf(text) as CaseForm['suspicions'] })
              }}
              rows={3}
            />
          </Disclosure>
        </div>
        <div className="ask-part">
          <strong>{ask.appear}</strong>
          <BylineChoice me={me} already={null} value={form.byline} choose={(byline) => change({ byline })} />
          <Chips
            label={ask.audience}
            options={(['everyone', 'specialties'] as const).map((value) => ({ value, label: ask.audiences[value] }))}
            value={form.audience}
            onChange={(audience) => change({ audience })}
          />
        </div>
        {tried && !isComplete(form) && <p role="alert">{ask.needed}</p>}
        <ProblemNote error={error} />
        <div className="ask-on-desk">
          <Button kind="filled" type="submit" busy={sending}>
            {sending ? ask.sending : ask.send}
          </Button>
        </div>
      </form>
    </Page>
  )
}
