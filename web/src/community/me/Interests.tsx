import { findSpecialty, type SpecialtyCode, specialties } from '#atlas/specialties.ts'
import { useWords } from '../../platform/useWords.ts'
import { PickedChips } from '../../ui/PickedChips.tsx'
import { Select } from '../../ui/Select.tsx'

const most = 12

/** What a member wants to be asked about: added from a list, removed one by one. */
export const Interests = ({ chosen, change }: { chosen: readonly SpecialtyCode[]; change: (next: SpecialtyCode[]) => void }) => {
  const { language, accounts } = useWords()
  const words = accounts.me
  const options = specialties
    .filter(({ code }) => !chosen.includes(code))
    .map((specialty) => ({ value: specialty.code, label: specialty[language] }))
    .toSorted((one, other) => one.label.localeCompare(other.label, language))
  return (
    <div className="interests">
      <PickedChips
        label={words.interests}
        hint={chosen.length < most ? words.interestsHint : words.interestsFull}
        picked={chosen.map((code) => ({ value: code, label: findSpecialty(code)?.[language] ?? code }))}
        onRemove={(code) => change(chosen.filter((other) => other !== code))}
      />
      {chosen.length < most && (
        <Select
          label={words.addInterest}
          labelHidden
          placeholder={words.addInterest}
          value={null}
          options={options}
          onChange={(code) => change([...chosen, code])}
        />
      )}
    </div>
  )
}
