import { useCommonWords } from '../platform/useWords.ts'
import { Button } from '../ui/Button.tsx'

/** Changes to the other language, said in that language. */
export const LanguageSwitch = () => {
  const { language, ui, speak } = useCommonWords()
  const other = language === 'en' ? 'es' : 'en'
  return (
    <Button kind="text" onClick={() => speak(other)}>
      <span lang={other}>{ui.otherLanguage}</span>
    </Button>
  )
}
