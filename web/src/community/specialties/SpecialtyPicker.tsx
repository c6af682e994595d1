import { useEffect, useState } from 'preact/hooks'
import { findSpecialty, type SpecialtyCode } from '#atlas/specialties.ts'
import { useWords } from '../../platform/useWords.ts'
import { Combobox } from '../../ui/Combobox.tsx'
import { findSpecialties } from './specialtySearch.rules.ts'
import { usedSpecialties } from './usedSpecialties.ts'

interface Props {
  readonly label: string
  readonly labelHidden?: boolean
  readonly placeholder?: string
  readonly chosen: readonly SpecialtyCode[]
  readonly onChoose: (code: SpecialtyCode) => void
}

/** One more specialty, found by any of its names; those used lately stand first. */
export const SpecialtyPicker = ({ chosen, onChoose, ...field }: Props) => {
  const { language, specialties: words } = useWords()
  const [used, setUsed] = useState<readonly SpecialtyCode[]>([])
  useEffect(() => {
    void usedSpecialties().then(setUsed)
  }, [])
  const search = (typed: string) => {
    const found = findSpecialties(typed, language)
      .filter(({ code }) => !chosen.includes(code))
      .map(({ code, name, by }) => ({ value: code, label: name, ...(by !== null && { aside: by }) }))
    if (typed.trim() !== '') return found
    const lately = used.flatMap((code) => found.filter(({ value }) => value === code))
    return [
      ...lately.map((option) => ({ ...option, aside: words.usedLately })),
      ...found.filter(({ value }) => !lately.some((option) => option.value === value)),
    ]
  }
  return <Combobox {...field} search={search} onChoose={(code) => findSpecialty(code) && onChoose(code)} />
}
