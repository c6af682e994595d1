import { useState } from 'preact/hooks'
import { useWords } from '../../platform/useWords.ts'
import { Icon } from '../../ui/Icon.tsx'
import { Note } from '../../ui/Note.tsx'
import { CorrectDialog } from '../corrections/CorrectDialog.tsx'
import { useReadsBoth } from '../corrections/useReadsBoth.ts'
import type { Reading } from './useReading.ts'
import './texts.css'

/**
 * Says that what one reads is a translation, with the original one tap away; or that a translation is missing.
 * Who reads both languages can put a machine's translation right; not in a list, where the text is a link.
 */
export const TranslationLine = ({ reading, inList = false }: { reading: Reading; inList?: boolean }) => {
  const { texts, corrections } = useWords()
  const [correcting, setCorrecting] = useState(false)
  const readsBoth = useReadsBoth()
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
      const { byMachine, corrected, from } = translation
      const said = !byMachine ? texts.translatedFrom(from) : corrected > 0 ? texts.correctedFrom(from) : texts.machineTranslatedFrom(from)
      return (
        <>
          <p className="translation-line">
            <Icon name="translate" />
            <span>
              {showsOriginal ? texts.originalIn(from) : said} ·{' '}
              <button type="button" className="translation-swap" onClick={toggle}>
                {showsOriginal ? texts.translation : texts.original}
              </button>
              {byMachine && readsBoth && !inList && (
                <>
                  {' '}
                  ·{' '}
                  <button type="button" className="translation-swap" onClick={() => setCorrecting(true)}>
                    {corrections.correct}
                  </button>
                </>
              )}
            </span>
          </p>
          {correcting && <CorrectDialog textIds={machineTexts(reading)} close={() => setCorrecting(false)} />}
        </>
      )
    }
  }
}

const machineTexts = ({ texts }: Reading): readonly string[] => texts.filter(({ by }) => by === 'machine').map(({ id }) => id)

/** Warns that sentences were held back from translation, because it would have changed what they mean. */
export const HeldNote = ({ reading }: { reading: Reading }) => {
  const { translation, showsOriginal } = reading
  const { texts, corrections } = useWords()
  const [correcting, setCorrecting] = useState(false)
  const readsBoth = useReadsBoth()
  if (translation.state !== 'translated' || translation.held === 0 || showsOriginal) return null
  return (
    <>
      <Note tone="caution" title={texts.held.title}>
        {texts.held.body(translation.held)}
        {readsBoth && (
          <>
            {' '}
            <button type="button" className="translation-swap" onClick={() => setCorrecting(true)}>
              {corrections.held.action}
            </button>
          </>
        )}
      </Note>
      {correcting && <CorrectDialog textIds={machineTexts(reading)} close={() => setCorrecting(false)} />}
    </>
  )
}
