import { Link } from 'wouter'
import type { TermChange } from '#contract/community/glossary.ts'
import { useWords } from '../../platform/useWords.ts'
import './corrections.css'

/** What was put right in one sentence can be said so in every text: one tap leads to the glossary's form, filled in. */
export const TermOffer = ({ change }: { change: TermChange }) => {
  const { corrections } = useWords()
  const { term, replaces } = change
  return (
    term && (
      <p className="term-offer" role="status">
        <span>
          {corrections.glossary.offer} <span lang="en">{term.en}</span> – <span lang="es">{term.es}</span>
        </span>
        <Link className="button button-outlined" href="/translations?list=glossary" state={{ offered: change }}>
          {replaces ? corrections.glossary.changeIt : corrections.glossary.addIt}
        </Link>
      </p>
    )
  )
}
