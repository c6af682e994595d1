import type { ShownText } from '#contract/shapes.ts'
import { useWords } from '../../platform/useWords.ts'
import { useSession } from '../me/accounts.queries.ts'
import { useTakesPart } from '../me/useTakesPart.ts'
import { useSayLanguage } from './cases.queries.ts'
import './WrittenIn.css'

/** Which language the reader's own texts are taken to be in, and a way to put it right. */
export const WrittenIn = ({ caseId, texts: own }: { caseId: string; texts: readonly ShownText[] }) => {
  const { texts } = useWords()
  const say = useSayLanguage(caseId)
  const takesPart = useTakesPart()
  const languages = useSession().data?.languages ?? []
  const written = own.map(({ language, spans, original }) => original ?? { language, spans })
  const [first] = written
  if (!first || !takesPart) return null
  const alike = written.every(({ language, spans }) => language === first.language && spans.length === 0)
  const choose = (chosen: string) => {
    const language = languages.find((known) => known === chosen)
    if (language) say.mutate({ textIds: own.map(({ id }) => id), language })
  }
  return (
    <label className="written-in">
      {texts.writtenIn}{' '}
      <select value={alike ? first.language : 'mixed'} disabled={say.isPending} onChange={(event) => choose(event.currentTarget.value)}>
        {!alike && <option value="mixed">{texts.severalLanguages}</option>}
        {languages.map((language) => (
          <option key={language} value={language}>
            {texts.names[language]}
          </option>
        ))}
      </select>
    </label>
  )
}
