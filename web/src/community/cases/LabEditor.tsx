import { useEffect, useId, useRef, useState } from 'preact/hooks'
import { type LabAsked, limits } from '#contract/community/cases.ts'
import { useWords } from '../../platform/useWords.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { localFigure } from './figures.rules.ts'
import { FlagMark } from './Labs.tsx'
import { flagOf, isLine, isWhole, labToType, readLab, readLabs } from './labs.rules.ts'
import { takenOf } from './taken.rules.ts'
import './LabEditor.css'

interface Props {
  readonly labs: readonly LabAsked[]
  readonly change: (labs: LabAsked[]) => void
  /** The language the values are named in. */
  readonly lang?: string
  /** What is wrong with a value, by its place and part. */
  readonly wrongAt?: (path: string) => string | null
  /** Whether they were to be sent: what is missing is then said. */
  readonly tried?: boolean
}

const times = [0, 1, 2, 4, 6, 12, 24, 48, 72, 168, 336, 720, 2160, 4320, 8760]

/** Laboratory values: a line typed or pasted becomes a value, each can be opened, completed and removed. */
export const LabEditor = ({ labs, change, lang, wrongAt = () => null, tried = false }: Props) => {
  const { language, cases } = useWords()
  const words = cases.labForm
  const [opened, setOpened] = useState<number | null>(null)
  const list = useId()
  const toFocus = useRef<string | null>(null)
  const last = labs.at(-1)
  // What is being typed is the last value for as long as it is a line alone: it is kept as it grows.
  const [typing, setTyping] = useState(last !== undefined && isLine(last))
  const line = typing && last && isLine(last) ? last.name : ''
  const kept = line === '' ? labs : labs.slice(0, -1)
  const full = labs.length >= limits.labs

  useEffect(() => {
    if (toFocus.current === null) return
    document.getElementById(toFocus.current)?.focus()
    toFocus.current = null
  })

  const type = (name: string) => {
    setTyping(true)
    change(name === '' ? [...kept] : [...kept, { ...labToType, name }])
  }
  /** Takes lines apart; the first that could not be is opened, to be completed. */
  const add = (text: string) => {
    const read = readLabs(text)
    const next = [...kept, ...read].slice(0, limits.labs)
    const mend = next.findIndex((lab, at) => at >= kept.length && !isWhole(lab))
    setTyping(false)
    setOpened(mend === -1 ? null : mend)
    if (mend !== -1) toFocus.current = `${list}-${mend}-value`
    change(next)
  }
  const changeAt = (at: number, part: Partial<LabAsked>) => change(labs.map((lab, index) => (index === at ? { ...lab, ...part } : lab)))
  const remove = (at: number) => {
    setOpened(null)
    toFocus.current = `${list}-line`
    change(labs.filter((_, index) => index !== at))
  }
  return (
    <div className="lab-editor">
      {kept.length > 0 && (
        <ul>
          {kept.map((lab, at) => {
            const wrong = (['name', 'value'] as const).some((part) => wrongAt(`labs/${at}/${part}`) !== null)
            return (
              <li key={at}>
                {opened === at || !isWhole(lab) || wrong ? (
                  <LabFields
                    lab={lab}
                    id={`${list}-${at}`}
                    lang={lang}
                    change={(part) => {
                      setOpened(at)
                      changeAt(at, part)
                    }}
                    remove={() => remove(at)}
                    close={() => {
                      setOpened(null)
                      toFocus.current = isWhole(lab) ? `${list}-${at}-open` : null
                    }}
                    wrongAt={(part) =>
                      wrongAt(`labs/${at}/${part}`) ??
                      (tried && lab[part].trim() === '' && readLab(lab.name) === null ? words.missing : null)
                    }
                  />
                ) : (
                  <div className="lab-line">
                    <button
                      id={`${list}-${at}-open`}
                      type="button"
                      onClick={() => {
                        setOpened(at)
                        toFocus.current = `${list}-${at}-value`
                      }}
                    >
                      <span>
                        <VisuallyHidden>{words.change} </VisuallyHidden>
                        {lab.name}
                      </span>
                      <LabFigures lab={lab} />
                    </button>
                    <Button kind="text" label={words.remove(lab.name)} onClick={() => remove(at)}>
                      <Icon name="close" />
                    </Button>
                  </div>
                )}
              </li>
            )
          })}
        </ul>
      )}
      {full ? (
        <p className="lab-full">{words.full(limits.labs)}</p>
      ) : (
        <div className="lab-add">
          <TextField
            id={`${list}-line`}
            label={words.line}
            hint={words.lineHint}
            error={tried && line.trim() !== '' && readLab(line) === null ? words.lineUnread : null}
            value={line}
            maxLength={120}
            lang={lang ?? language}
            spellCheck={false}
            autoComplete="off"
            onChange={type}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.isComposing) return
              event.preventDefault()
              if (line.trim() !== '') add(line)
            }}
            onPaste={(event) => {
              const text = event.clipboardData?.getData('text/plain') ?? ''
              if (!/\n/.test(text.trim())) return
              event.preventDefault()
              add(`${line}\n${text}`)
            }}
          />
          <Button disabled={line.trim() === ''} onClick={() => add(line)}>
            <Icon name="plus" />
            {words.add}
          </Button>
        </div>
      )}
    </div>
  )
}

const LabFigures = ({ lab: { value, unit, range, flag, hoursBefore = null } }: { lab: LabAsked }) => {
  const { language, cases } = useWords()
  const outside = flag ?? flagOf(value, range ?? '')
  return (
    <span>
      <b className={outside ? 'abnormal' : undefined}>
        <FlagMark flag={outside} />
        {[localFigure(value, language), unit].filter(Boolean).join('\u00a0')}
      </b>
      <small>
        {[range && localFigure(range, language), hoursBefore !== null && takenOf(hoursBefore, cases.taken)].filter(Boolean).join(' · ')}
      </small>
    </span>
  )
}

interface FieldsProps {
  readonly lab: LabAsked
  readonly id: string
  readonly lang: string | undefined
  readonly change: (part: Partial<LabAsked>) => void
  readonly remove: () => void
  readonly close: () => void
  readonly wrongAt: (part: 'name' | 'value') => string | null
}

const LabFields = ({ lab, id, lang, change, remove, close, wrongAt }: FieldsProps) => {
  const { language, cases } = useWords()
  const words = cases.labForm
  const { hoursBefore = null } = lab
  const choices = hoursBefore === null || times.includes(hoursBefore) ? times : [...times, hoursBefore].sort((a, b) => a - b)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.isComposing) return
    event.preventDefault()
    // A whole line that stands where the name goes is taken apart.
    const read = isLine(lab) ? readLab(lab.name) : null
    if (read) change(read)
    else close()
  }
  return (
    <div className="lab-fields">
      <TextField
        id={`${id}-name`}
        label={words.name}
        value={lab.name}
        error={wrongAt('name')}
        lang={lang ?? language}
        maxLength={120}
        onChange={(name) => change({ name })}
        onKeyDown={onKeyDown}
      />
      <TextField
        id={`${id}-value`}
        label={words.value}
        value={lab.value}
        error={wrongAt('value')}
        maxLength={40}
        onChange={(value) => change({ value })}
        onKeyDown={onKeyDown}
      />
      <TextField
        label={words.unit}
        value={lab.unit}
        maxLength={40}
        spellCheck={false}
        onChange={(unit) => change({ unit })}
        onKeyDown={onKeyDown}
      />
      <TextField
        label={words.range}
        value={lab.range ?? ''}
        maxLength={40}
        onChange={(range) => change({ range: range === '' ? null : range })}
        onKeyDown={onKeyDown}
      />
      <Select
        label={words.taken}
        value={hoursBefore === null ? '' : String(hoursBefore)}
        options={[
          { value: '', label: words.takenNotSaid },
          ...choices.map((hours) => ({ value: String(hours), label: takenOf(hours, cases.taken) })),
        ]}
        onChange={(hours) => change({ hoursBefore: hours === '' ? null : Number(hours) })}
      />
      <Select
        label={words.flag}
        value={lab.flag ?? ''}
        options={[
          { value: '', label: words.flagNone },
          { value: 'high', label: words.flagHigh },
          { value: 'low', label: words.flagLow },
        ]}
        onChange={(flag) => change({ flag: flag === '' ? null : (flag as 'high' | 'low') })}
      />
      <div className="lab-fields-foot">
        <Button kind="text" onClick={remove}>
          <Icon name="close" />
          {words.remove(lab.name.trim())}
        </Button>
        {isWhole(lab) && (
          <Button onClick={close}>
            <Icon name="check" />
            {words.done}
          </Button>
        )}
      </div>
    </div>
  )
}
