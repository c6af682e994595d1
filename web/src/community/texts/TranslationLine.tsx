import { useWords } from '../../platform/useWords.ts'
import { Icon } from '../../ui/Icon.tsx'
import { Note } from '../../ui/Note.tsx'
import type { Reading } from './useReading.ts'
import './texts.css'

/** Says that what one reads is a translation, with the original one tap away; or that a translation is missing. */
export const TranslationLine = ({ reading }: { reading: Reading }) => {
  const { texts } = useWords()
  const { translation, showsOriginal, toggle } = reading
  switch (translation.state) {
    case 'original':
      return null
    case 'pending':
      return (
        <p className="translation-line">
          <Icon name="translate" /> {texts.pending(translation.from)}
        </p>
      )
    case 'failed':
      return (
        <p className="translation-line translation-line-failed">
          <Icon name="translate" /> {texts.failed(translation.from)}
        </p>
      )
    case 'translated': {
      const said = translation.byMachine ? texts.machineTranslatedFrom(translation.from) : texts.translatedFrom(translation.from)
      return (
        <p className="translation-line">
          <Icon name="translate" />
          <span>
            {showsOriginal ? texts.originalIn(translation.from) : said} ·{' '}
            <button type="button" className="translation-swap" onClick={toggle}>
              {showsOriginal ? texts.translation : texts.original}
            </button>
          </span>
        </p>
      )
    }
  }
}

/** Warns that sentences were held back from translation, because it would have changed what they mean. */
export const HeldNote = ({ reading: { translation, showsOriginal } }: { reading: Reading }) => {
  const { texts } = useWords()
  if (translation.state !== 'translated' || translation.held === 0 || showsOriginal) return null
  return (
    <Note tone="caution" title={texts.held.title}>
      {texts.held.body(translation.held)}
    </Note>
  )
}
