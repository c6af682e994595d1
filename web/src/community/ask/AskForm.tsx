import { useEffect, useRef, useState } from 'preact/hooks'
import { Link } from 'wouter'
import { vitals } from '#atlas/measures.ts'
import { findSpecialty } from '#atlas/specialties.ts'
import type { Me } from '#contract/community/accounts.ts'
import { type CaseForm, limits, type SectionName } from '#contract/community/cases.ts'
import { wordsFor } from '#contract/shapes.ts'
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
import { TextArea } from '../../ui/TextArea.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { BylineChoice } from '../bylines/BylineChoice.tsx'
import { LabEditor } from '../cases/LabEditor.tsx'
import { labsFrom } from '../cases/labs.rules.ts'
import { GuardPanel } from '../deidentify/GuardPanel.tsx'
import { fieldsOfCase, withTextAt } from '../deidentify/guard.rules.ts'
import { useGuard } from '../deidentify/useGuard.ts'
import { useImageReviews } from '../media/media.queries.ts'
import { SimilarCases } from '../search/SimilarCases.tsx'
import { SpecialtyPicker } from '../specialties/SpecialtyPicker.tsx'
import { AskDrafts, DiscardThis } from './AskDrafts.tsx'
import { AskPatient } from './AskPatient.tsx'
import { AskPhotos } from './AskPhotos.tsx'
import { isBegun, isComplete, linesOf, withVital } from './draft.rules.ts'
import { LeavesAt } from './LeavesAt.tsx'
import { stillWanted } from './photos.rules.ts'
import { useAsking } from './useAsking.ts'
import { WaitingCases } from './WaitingCases.tsx'
import './ask.css'

const types = ['what-is-it', 'what-next', 'how-to-treat', 'interpret-this', 'refer-or-not', 'public-health'] as const
const urgencies = ['minutes', 'hours', 'days', 'no-hurry'] as const

/** Asks colleagues: three required things, the rest when there is time; nothing typed is lost. */
export const AskForm = ({ me, opened }: { me: Me; opened: string | null }) => {
  const words = useWords()
  const { language, ask, cases, errors } = words
  const asking = useAsking(language, me.settings.byline, opened)
  const { draftId, form, change, savedAt, elsewhere, settle, photos, missing, sending, error, send, takeUp, resumed, discard } = asking
  const [tries, setTries] = useState(0)
  const tried = tries > 0
  const [thoughts, setThoughts] = useState<string | null>(null)
  // What stands in a field while it is typed: "38." on the way to "38.4" must not become 38.
  const [figures, setFigures] = useState<Readonly<Record<string, string>>>({})
  // What was half typed belongs to its draft, not to the next one.
  useEffect(() => {
    setFigures({})
    setThoughts(null)
    setTries(0)
  }, [draftId])
  const element = useRef<HTMLFormElement>(null)
  /** What is wrong at a place of the form, in words; nothing where all is well. */
  const wrongAt = (path: string): string | null =>
    problemOf(error)?.fields?.some((field) => field.path === path) ? errorSentence(error, words) : null
  // After a refusal the first place to mend is where the doctor stands, whatever part it is folded into.
  useEffect(() => {
    const wrong = element.current?.querySelector<HTMLElement>('[aria-invalid=true]')
    const part = wrong?.closest('details')
    if (part) part.open = true
    wrong?.focus()
  }, [error, tries])
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
  const figuresGiven = form.vitals.length + form.labs.length
  const tooMany = form.suspicions.length > limits.suspicions
  const suspicionWrong = form.suspicions.map((_, at) => wrongAt(`suspicions/${at}`)).find((wrong) => wrong !== null) ?? null
  const shown = form.images.length > 0 || stillWanted(photos.uploads).length > 0
  const guard = useGuard({
    fields: fieldsOfCase(form),
    language: wordsFor[form.language],
    notIdentifiers: form.notIdentifiers ?? [],
    write: (fields) => {
      setThoughts(null)
      change(fields.reduce((whole, { path, text }) => withTextAt(whole, path, text), form))
    },
    judge: (judged) => change({ notIdentifiers: [...judged] }),
  })
  const reviews = useImageReviews(form.images.map(({ imageId }) => imageId))
  // Without a network nothing is known of a photo: the server says no when the case gets there.
  const checked = [...reviews.values()].every(({ shows }) => shows !== null)
  const submit = async (event: Event) => {
    event.preventDefault()
    setTries(tries + 1)
    const consented = form.consent !== null || !shown
    if (isComplete(form) && consented && checked && labsFrom(form.labs) !== null && !tooMany && (await guard.mayBeSent())) void send()
  }
  const coming = photos.uploads.filter(({ state }) => state !== 'failed').length
  const sendLabel = sending ? (coming > 0 ? ask.sendingPhotos(coming) : ask.sending) : ask.send
  const sendButton = (
    <Button kind="filled" wide busy={sending} onClick={() => element.current?.requestSubmit()}>
      {sendLabel}
    </Button>
  )
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
      side={
        <div className="ask-side">
          <section className="ask-appear">
            <h2>{ask.appear}</h2>
            <BylineChoice me={me} already={null} value={form.byline} choose={(byline) => change({ byline })} />
            <Chips
              label={ask.audience}
              options={(['everyone', 'specialties'] as const).map((value) => ({ value, label: ask.audiences[value] }))}
              value={form.audience}
              onChange={(audience) => change({ audience })}
            />
          </section>
          <div className="ask-on-desk">{sendButton}</div>
        </div>
      }
      dock={sendButton}
    >
      <form className="ask" onSubmit={(event) => void submit(event)} ref={element}>
        <WaitingCases takeUp={takeUp} />
        {!elsewhere && <AskDrafts draftId={draftId} resumed={resumed} open={asking.open} beginNew={asking.beginNew} discard={discard} />}
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
          <SimilarCases question={form.question} />
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
            <SpecialtyPicker
              label={ask.addSpecialty}
              labelHidden
              placeholder={ask.addSpecialty}
              chosen={form.specialties}
              onChoose={(code) => change({ specialties: [...form.specialties, code], notSure: false })}
            />
          )}
        </div>
        <div className="ask-part ask-soon">
          <Segments
            label={ask.soon}
            hint={form.urgency === 'minutes' ? ask.emergency : undefined}
            options={urgencies.map((value) => ({ value, label: cases.urgencies[value] }))}
            value={form.urgency}
            onChange={(urgency) => change({ urgency })}
          />
          {(form.patientLeavesAt !== null || form.urgency === 'minutes' || form.urgency === 'hours') && (
            <LeavesAt key={draftId} at={form.patientLeavesAt} change={(patientLeavesAt) => change({ patientLeavesAt })} />
          )}
        </div>
        <div className="ask-part">
          <AskPhotos
            photos={photos}
            images={form.images}
            change={(images) => change({ images })}
            lang={form.language}
            wrongAt={wrongAt}
            reviews={reviews}
            tried={tried}
          />
          {shown && (
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
            <AskPatient patient={form.patient} change={(patient) => change({ patient })} />
          </Disclosure>
          <Disclosure title={ask.background}>
            <div className="ask-part">
              {section('history', cases.sections.history)}
              {section('medicines', cases.sections.medicines)}
              {section('allergies', cases.sections.allergies)}
            </div>
          </Disclosure>
          <Disclosure title={ask.vitals} value={figuresGiven > 0 ? ask.figures(figuresGiven) : undefined}>
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
              <LabEditor
                key={draftId}
                labs={form.labs}
                change={(labs) => change({ labs })}
                lang={form.language}
                wrongAt={wrongAt}
                tried={tried}
              />
              {section('examination', cases.sections.examination)}
            </div>
          </Disclosure>
          <Disclosure title={ask.done}>
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
              error={tooMany ? errors['case.suspicions-too-many']({ max: limits.suspicions }) : suspicionWrong}
              value={thoughts ?? form.suspicions.join('\n')}
              onChange={(text) => {
                setThoughts(text)
                change({ suspicions: linesOf(text) as CaseForm['suspicions'] })
              }}
              rows={3}
            />
          </Disclosure>
        </div>
        {tried && !isComplete(form) && <p role="alert">{ask.needed}</p>}
        {missing > 0 && photos.uploads.length > 0 && <Note tone="caution" title={ask.photosMissing(missing)} alert />}
        <GuardPanel guard={guard} />
        <ProblemNote error={error} />
        {isBegun(form) && (
          <div>
            <DiscardThis draft={{ draftId, form }} discard={discard} />
          </div>
        )}
      </form>
    </Page>
  )
}
