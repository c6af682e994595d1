import type { ComponentChildren } from 'preact'
import { useEffect, useId, useRef, useState } from 'preact/hooks'
import { useCommonWords } from '../platform/useWords.ts'
import { Field, type FieldProps } from './Field.tsx'
import { Icon } from './Icon.tsx'
import './Combobox.css'

export interface ComboboxOption<V extends string> {
  readonly value: V
  readonly label: string
  /** Why it is here: another name for it, or that it was used lately. */
  readonly aside?: ComponentChildren
}

interface Props<V extends string> extends FieldProps {
  /** What is offered for what is typed, best first; everything for nothing. */
  readonly search: (typed: string) => readonly ComboboxOption<V>[]
  readonly onChoose: (value: V) => void
  readonly placeholder?: string
}

/** One of many, found by typing: arrows move, Enter takes, Escape closes. A tap opens the whole list. */
export const Combobox = <V extends string>({ search, onChoose, placeholder, ...field }: Props<V>) => {
  const { ui } = useCommonWords()
  const list = useId()
  const [typed, setTyped] = useState('')
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(-1)
  const input = useRef<HTMLInputElement>(null)
  const options = open ? search(typed) : []
  const optionId = (at: number) => `${list}-${at}`

  useEffect(() => {
    if (active >= 0) document.getElementById(optionId(active))?.scrollIntoView({ block: 'nearest' })
  }, [active])

  const show = () => {
    setOpen(true)
    setActive(-1)
    // On a phone the keyboard takes the lower half: the field goes up, so that the list is in sight above it.
    if (matchMedia('(pointer: coarse)').matches) input.current?.closest('.combobox')?.scrollIntoView({ block: 'start' })
  }
  const close = () => {
    setOpen(false)
    setActive(-1)
  }
  const choose = (at: number) => {
    const option = options[at]
    if (!option) return
    close()
    setTyped('')
    onChoose(option.value)
  }
  const move = (by: 1 | -1) => {
    if (open) setActive((active + by + options.length + (active === -1 && by === -1 ? 1 : 0)) % Math.max(options.length, 1))
    else {
      show()
      setActive(0)
    }
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp':
        move(event.key === 'ArrowDown' ? 1 : -1)
        break
      case 'Enter':
        choose(active)
        break
      case 'Escape':
        if (!open && typed === '') return
        if (!open) setTyped('')
        close()
        break
      default:
        return
    }
    event.preventDefault()
  }
  return (
    <Field {...field}>
      {(tied) => (
        <div className="combobox">
          <span className="field-box">
            <span className="combobox-sign">
              <Icon name="search" />
            </span>
            <input
              {...tied}
              ref={input}
              type="text"
              role="combobox"
              aria-autocomplete="list"
              aria-expanded={open}
              aria-controls={list}
              aria-activedescendant={active >= 0 ? optionId(active) : undefined}
              autoComplete="off"
              autoCapitalize="none"
              spellcheck={false}
              placeholder={placeholder}
              value={typed}
              onClick={() => {
                if (!open) show()
              }}
              onInput={({ currentTarget }) => {
                setTyped(currentTarget.value)
                if (!open) show()
                setActive(currentTarget.value.trim() === '' ? -1 : 0)
              }}
              onKeyDown={onKeyDown}
              onBlur={close}
            />
          </span>
          <div
            id={list}
            className="combobox-list"
            role="listbox"
            aria-label={typeof field.label === 'string' ? field.label : undefined}
            hidden={!open}
          >
            {options.map(({ value, label, aside }, at) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the focus and hears the keys
              <div
                key={value}
                id={optionId(at)}
                role="option"
                tabIndex={-1}
                aria-selected={at === active}
                // The field keeps the focus, or the list would close before it hears the tap.
                onPointerDown={(event) => event.preventDefault()}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => {
                  choose(at)
                  if (matchMedia('(pointer: coarse)').matches) input.current?.blur()
                }}
              >
                <span>{label}</span>
                {aside !== undefined && <small>{aside}</small>}
              </div>
            ))}
          </div>
          {open && options.length === 0 && <p className="combobox-none">{ui.noneFound}</p>}
          <span className="visually-hidden" role="status">
            {open && typed.trim() !== '' ? ui.found(options.length) : ''}
          </span>
        </div>
      )}
    </Field>
  )
}
