import { useQuery } from '@tanstack/react-query'
import { showCounts } from '#contract/community/accounts.ts'
import { call } from '../../platform/call.ts'
import { figure } from '../../platform/format.ts'
import { useWords } from '../../platform/useWords.ts'
import { Note } from '../../ui/Note.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { StatFigure, StatFigures } from '../../ui/StatFigure.tsx'
import { KeysNote } from './KeysNote.tsx'
import { readKeys } from './readKeys.ts'
import '../join/join.css'
import './keys.css'

/** The six words of the key list, as this browser has checked it, and accounts beside the tickets that were signed for them. */
export const CompareKeys = () => {
  const { ui, language, accounts } = useWords()
  const words = accounts.keys
  const list = useQuery({
    queryKey: ['key-list'],
    queryFn: async () => {
      const [{ seen }, { headWords }] = await Promise.all([readKeys(), import('#tickets/manifest.ts')])
      return { count: seen.count, words: headWords(seen.head) }
    },
    retry: false,
  })
  const counts = useQuery({ queryKey: ['counts'], queryFn: ({ signal }) => call(showCounts, { signal }) })
  return (
    <div className="account-page">
      <h1>{words.title}</h1>
      <p>{words.text}</p>
      <KeysNote error={list.error} />
      {list.isPending && <Skeleton label={ui.wait} />}
      {list.data && (
        <>
          <ol className="six-words" lang="en" translate={false} aria-label={words.listTitle}>
            {list.data.words.map((word, at) => (
              <li key={`${at} ${word}`}>{word}</li>
            ))}
          </ol>
          <p>{words.checked(list.data.count)}</p>
        </>
      )}
      <h2>{words.countsTitle}</h2>
      <ProblemNote error={counts.error} />
      {counts.data && (
        <>
          {counts.data.alarm && (
            <Note tone="danger" title={words.alarmTitle}>
              {words.alarmText}
            </Note>
          )}
          <StatFigures>
            <StatFigure
              value={`${figure(counts.data.accounts, language)} / ${figure(counts.data.issuedRoots, language)}`}
              label={words.accountsOfRoots}
            />
            <StatFigure
              value={`${figure(counts.data.renewed, language)} / ${figure(counts.data.signedRenewals, language)}`}
              label={words.validOfRenewals}
            />
          </StatFigures>
          <p>{words.countsText(counts.data.k)}</p>
        </>
      )}
    </div>
  )
}
