import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { CommunityFrame } from '../app/CommunityFrame.tsx'
import { Page } from '../app/Page.tsx'
import { Offline, Refused } from '../platform/call.ts'
import { Button, type ButtonKind } from '../ui/Button.tsx'
import { ByteProgress } from '../ui/ByteProgress.tsx'
import { Chips, ManyChips } from '../ui/Chips.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import { DotGlyph } from '../ui/DotGlyph.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ErrorState } from '../ui/ErrorState.tsx'
import { Icon, type IconName } from '../ui/Icon.tsx'
import { Note } from '../ui/Note.tsx'
import { PickedChips } from '../ui/PickedChips.tsx'
import { ProblemNote } from '../ui/ProblemNote.tsx'
import { Segments } from '../ui/Segments.tsx'
import { Select } from '../ui/Select.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { StatFigure, StatFigures } from '../ui/StatFigure.tsx'
import { Steps } from '../ui/Steps.tsx'
import { Tabs } from '../ui/Tabs.tsx'
import { Tag } from '../ui/Tag.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useToast } from '../ui/Toast.tsx'
import { Urgency } from '../ui/Urgency.tsx'
import './Gallery.css'

const icons =
  'back bell book bookmark brightness camera check chevron clock close contrast copy down external flag home image kept lock me minus moon more offline pencil people pin plus question reply ring rotate search shield talk translate undo warning'.split(
    ' ',
  ) as IconName[]

const refusal = new Refused({
  type: 'about:blank#server.read-only',
  title: '',
  detail: '',
  status: 503,
  code: 'server.read-only',
  params: {},
  requestId: '7f2k91qd-0000',
})

const Part = ({ name, children }: { name: string; children: ComponentChildren }) => (
  <section className="gallery-part">
    <h2>{name}</h2>
    {children}
  </section>
)

/** Shows each piece in its states. */
export const Gallery = () => {
  const toast = useToast()
  const [open, setOpen] = useState<'sheet' | 'danger' | null>(null)
  const [question, setQuestion] = useState('What is this branching mass a 14-year-old boy coughed up?')
  const [story, setStory] = useState('Breathless for five days. SpO₂ 86\u00a0% on air, heart rate 112.')
  const [calcium, setCalcium] = useState('1.92')
  const [type, setType] = useState<'what' | 'next' | 'treat'>('what')
  const [soon, setSoon] = useState<'minutes' | 'hours' | 'days' | 'no-hurry'>('minutes')
  const [many, setMany] = useState<readonly ('a' | 'b' | 'c')[]>(['a'])
  return (
    <CommunityFrame member demo>
      <Page
        title="Gallery"
        tabs={
          <Tabs
            label="Lists"
            items={[
              { href: '/gallery.html', label: 'For you', count: 4, current: true },
              { href: '/a', label: 'Unanswered', count: 7, current: false },
              { href: '/b', label: 'Latest', current: false },
              { href: '/c', label: 'Resolved', current: false },
            ]}
          />
        }
        side={
          <Part name="Side">
            <StatFigures>
              <StatFigure value="1,253" label="doctors viewed" />
              <StatFigure value="46" label="took part" />
            </StatFigures>
          </Part>
        }
      >
        <div className="gallery">
          <Part name="Buttons">
            <div className="gallery-row">
              {(['filled', 'outlined', 'text', 'danger'] as ButtonKind[]).map((kind) => (
                <Button key={kind} kind={kind}>
                  {kind === 'danger' ? 'Flag as unsafe' : 'Ask colleagues'}
                </Button>
              ))}
            </div>
            <div className="gallery-row">
              {(['filled', 'outlined', 'text', 'danger'] as ButtonKind[]).map((kind) => (
                <Button key={kind} kind={kind} disabled>
                  Not possible yet
                </Button>
              ))}
            </div>
            <div className="gallery-row">
              <Button kind="filled" busy>
                Sending, 1 of 2 photos
              </Button>
              <Button pressed>
                <Icon name="check" />
                Useful · 7
              </Button>
              <Button kind="text" label="More">
                <Icon name="more" />
              </Button>
            </div>
          </Part>
          <Part name="Fields">
            <TextArea headline label="1. Your question, in one line" value={question} onChange={setQuestion} maxLength={140} counted />
            <TextField label="Calcium" value={calcium} onChange={setCalcium} unit="mmol/L" hint="Usual 2.10 to 2.55" inputMode="decimal" />
            <TextField label="Heart rate" value="1120" onChange={() => {}} error="1120/min is not possible. Did you mean 112?" />
            <TextArea label="Say more, if you have a minute" value={story} onChange={setStory} placeholder="Answer, or ask back…" />
            <Select
              label="Specialty"
              value="card"
              onChange={() => {}}
              options={[
                { value: 'card', label: 'Cardiology' },
                { value: 'neph', label: 'Nephrology' },
              ]}
            />
          </Part>
          <Part name="Choices">
            <Chips
              label="What do you need?"
              scroll
              options={[
                { value: 'what', label: 'What is it?' },
                { value: 'next', label: 'What next?' },
                { value: 'treat', label: 'How to treat?' },
              ]}
              value={type}
              onChange={setType}
            />
            <PickedChips label="2. Who should see it" picked={[{ value: 'p', label: 'Paediatrics' }]} onRemove={() => {}}>
              <Button>
                <Icon name="plus" />
                Add
              </Button>
            </PickedChips>
            <Segments
              label="3. How soon"
              hint="Minutes wakes on-call colleagues."
              options={[
                { value: 'minutes', label: 'Minutes' },
                { value: 'hours', label: 'Hours' },
                { value: 'days', label: 'Days' },
                { value: 'no-hurry', label: 'No hurry' },
              ]}
              value={soon}
              onChange={setSoon}
            />
            <ManyChips
              label="Some of these"
              error="Choose one at least."
              options={[
                { value: 'a', label: 'Alpha' },
                { value: 'b', label: 'Beta' },
                { value: 'c', label: 'Gamma' },
              ]}
              values={many}
              onChange={setMany}
            />
          </Part>
          <Part name="Marks">
            <div className="gallery-row">
              <Tag tone="accent">Open</Tag>
              <Tag tone="caution" icon="clock">
                Answered before this result
              </Tag>
              <Tag tone="good" icon="check">
                Resolved
              </Tag>
              <Tag tone="danger" icon="warning">
                Could harm
              </Tag>
              <Tag>Withdrawn</Tag>
            </div>
            <div className="gallery-row">
              <Urgency level="minutes" word="Minutes" />
              <Urgency level="hours" word="Hours" />
              <Urgency level="days" word="Days" />
              <Urgency level="no-hurry" word="No hurry" />
            </div>
            <div className="gallery-row">
              {['b41c', 'e83c', '5c02', '7ae0', ''].map((handle, index) => (
                <DotGlyph key={handle} handle={handle} asker={index === 1} />
              ))}
            </div>
            <div className="gallery-row gallery-icons">
              {icons.map((name) => (
                <span key={name}>
                  <Icon name={name} />
                  {name}
                </span>
              ))}
            </div>
          </Part>
          <Part name="Notes">
            <Note tone="plain">You keep one account for life. It is made on this device.</Note>
            <Note tone="accent" icon="ring" title="12 cardiologists alerted, 3 have opened it">
              Widens at 03:20.
            </Note>
            <Note tone="caution" title="Translation not available yet">
              You are reading the original.
            </Note>
            <Note tone="danger" title="An answer here could harm">
              Two cardiologists flagged the answer of <b>91d7</b>. <a href="/a">Read the correction</a>
            </Note>
            <Note tone="good" title="Cleaned: no place, no time, no device left in the file" />
            <ProblemNote error={refusal} />
            <ProblemNote error={new Offline()} />
          </Part>
          <Part name="Steps, progress, rows">
            <Steps names={['Country', 'Licence', 'Proof', 'Waiting room']} at={1} />
            <ByteProgress label="Sending, 1 of 2 photos" sent={40} total={100} />
            <div>
              <Disclosure icon="lock" title="Consent" value="Written">
                <p>Inside</p>
              </Disclosure>
              <Disclosure title="Patient">
                <p>Inside</p>
              </Disclosure>
              <Disclosure title="Background and medicines" open>
                <TextArea label="Medicines" value="" onChange={() => {}} />
              </Disclosure>
            </div>
          </Part>
          <Part name="Toast and dialog">
            <div className="gallery-row">
              <Button
                onClick={() =>
                  toast.show('Answer sent. The author was told.', { milliseconds: 10_000, action: { label: 'Undo', run: () => {} } })
                }
              >
                Toast
              </Button>
              <Button onClick={() => setOpen('sheet')}>Dialog</Button>
              <Button onClick={() => setOpen('danger')}>Danger</Button>
            </div>
          </Part>
          <Part name="States">
            <Skeleton label="Getting cases" />
            <EmptyState
              title="No case is waiting for you"
              body="Your specialties are quiet. When a case needs cardiology, you see it here first."
            >
              <Button>See all unanswered (7)</Button>
            </EmptyState>
            <ErrorState error={refusal} title="We could not open this case" retry={() => {}} />
          </Part>
        </div>
        {open && (
          <Dialog
            title={open === 'danger' ? 'Could this harm the patient?' : 'Close the case'}
            {...(open === 'danger' && { tone: 'danger' as const })}
            onClose={() => setOpen(null)}
          >
            <p>Three taps. All 9 colleagues hear what became of him.</p>
            <TextField label="What is unsafe?" value="" onChange={() => {}} error="Say in one line what is unsafe." />
            <Button kind="filled" wide onClick={() => setOpen(null)}>
              Close the case
            </Button>
          </Dialog>
        )}
      </Page>
    </CommunityFrame>
  )
}
