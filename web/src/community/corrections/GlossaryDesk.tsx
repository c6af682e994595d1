import { useState } from 'preact/hooks'
import { useLocation } from 'wouter'
import { useHistoryState } from 'wouter/use-browser-location'
import { findSpecialty } from '#atlas/specialties.ts'
import type { ShownProposal, TermChange, TermPair } from '#contract/community/glossary.ts'
import { eventTime } from '../../platform/format.ts'
import { useWords } from '../../platform/useWords.ts'
import { Button } from '../../ui/Button.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useToast } from '../../ui/Toast.tsx'
import { BylineLine } from '../bylines/BylineLine.tsx'
import { useSettled } from '../search/useSettled.ts'
import { useListProposals, useListTerms, useSettleProposal, useTakeBackProposal } from './glossary.queries.ts'
import { Settlement } from './Settlement.tsx'
import { TermForm } from './TermForm.tsx'
import { useReadsBoth } from './useReadsBoth.ts'
import './corrections.css'

/** The terms translations use, found by a word of either language, and the changes members propose. */
export const GlossaryDesk = () => {
  const { corrections } = useWords()
  const words = corrections.glossary
  const readsBoth = useReadsBoth()
  const [typed, setTyped] = useState('')
  const offered = useHistoryState<{ offered?: TermChange | null } | null>()?.offered ?? null
  const [, go] = useLocation()
  const [editing, setEditing] = useState<TermChange | null>(offered)
  const terms = useListTerms(useSettled(typed, 250))
  const proposals = useListProposals()
  const proposed = proposals.data?.pages.flatMap(({ items }) => items) ?? []
  const close = () => {
    setEditing(null)
    // What was offered once is not offered again when one comes back to this page.
    if (offered) go('/translations?list=glossary', { replace: true, state: { offered: null } })
  }
  const failed = [terms, proposals].find(({ error, data }) => error && !data)
  if (failed) return <ErrorState error={failed.error} title={words.failed} retry={() => void failed.refetch()} />
  return (
    <>
      <p className="translations-lede">{words.lede}</p>
      <div className="term-search">
        <TextField
          label={words.search}
          type="search"
          value={typed}
          onChange={setTyped}
          placeholder={words.placeholder}
          autoComplete="off"
          maxLength={120}
        />
        {readsBoth && (
          <Button onClick={() => setEditing({ term: null, replaces: null })}>
            <Icon name="plus" />
            {words.propose}
          </Button>
        )}
      </div>
      {proposed.length > 0 && typed.trim() === '' && (
        <section className="correction-section">
          <h2>{words.proposals}</h2>
          <ol className="correction-list">
            {proposed.map((proposal) => (
              <li key={proposal.id}>
                <Proposal proposal={proposal} />
              </li>
            ))}
          </ol>
          {proposals.hasNextPage && (
            <Button busy={proposals.isFetchingNextPage} onClick={() => void proposals.fetchNextPage()}>
              {corrections.more}
            </Button>
          )}
        </section>
      )}
      {!terms.data && <Skeleton label={words.search} widths={[70, 60, 80]} />}
      {terms.data && (
        <section className="correction-section">
          <h2>{words.found(terms.data.total)}</h2>
          {terms.data.total > terms.data.items.length && <p className="translations-lede">{words.first(terms.data.items.length)}</p>}
          {terms.data.total === 0 && <p>{words.none}</p>}
          <ul className="term-list">
            {terms.data.items.map((term) => (
              <li key={`${term.class} ${term.en} ${term.es} ${term.specialties.join()}`}>
                <Term term={term} />
                {readsBoth && (
                  <Button
                    kind="text"
                    label={words.change(term.en)}
                    onClick={() => setEditing({ term, replaces: { class: term.class, en: term.en, es: term.es } })}
                  >
                    <Icon name="pencil" />
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      {editing && <TermForm offered={editing} close={close} />}
    </>
  )
}

/** Both languages side by side, and what is said of the word. */
const Term = ({ term }: { term: TermPair }) => {
  const { language, corrections } = useWords()
  const { classes, genders, directions, medicine, near } = corrections.glossary
  const said = [
    classes[term.class],
    term.gender && genders[term.gender],
    term.onlyFrom && directions[term.onlyFrom],
    term.isDrug && medicine,
    term.near && near(term.near.map((word) => word.replace(/-$/, '…')).join(', ')),
    ...term.specialties.map((code) => findSpecialty(code)?.[language] ?? code),
  ].filter(Boolean)
  return (
    <div className="term">
      <span lang="en">{term.en}</span>
      <span lang="es">{term.es}</span>
      <small>{said.join(' · ')}</small>
    </div>
  )
}

const Proposal = ({ proposal }: { proposal: ShownProposal }) => {
  const { language, corrections } = useWords()
  const words = corrections.glossary
  const { id, term, replaces, state, byline, settledBy, at, maySettle, mayTakeBack } = proposal
  const settle = useSettleProposal()
  const takeBack = useTakeBackProposal()
  const toast = useToast()
  const answer = (accept: boolean) =>
    settle.mutate({ proposalId: id, accept }, { onSuccess: () => toast.show(accept ? words.accepted : words.declined) })
  return (
    <article className="correction">
      {term && <Term term={term} />}
      {replaces && (
        <p className="correction-before">
          {term ? words.replaces : words.goes}: <span lang="en">{replaces.en}</span> – <span lang="es">{replaces.es}</span>
        </p>
      )}
      <p className="correction-foot">
        <BylineLine byline={byline} plain /> · <time dateTime={at}>{eventTime(at, Date.now(), language)}</time> · {words.states[state]}
        {settledBy && (
          <>
            {' '}
            · <BylineLine byline={settledBy} plain />
          </>
        )}
      </p>
      <Settlement
        words={words}
        may={{ accept: maySettle, decline: maySettle, takeBack: mayTakeBack }}
        settling={settle}
        takingBack={takeBack}
        answer={answer}
        takeBack={() => takeBack.mutate(id, { onSuccess: () => toast.show(corrections.takenBack) })}
      />
    </article>
  )
}
