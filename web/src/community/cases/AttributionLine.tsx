import type { CaseInList } from '#contract/community/cases.ts'
import { useWords } from '../../platform/useWords.ts'
import { Icon } from '../../ui/Icon.tsx'
import './AttributionLine.css'

/** Where a published report comes from, in the place of a byline. */
export const AttributionLine = ({
  attribution,
  linked = false,
}: {
  attribution: NonNullable<CaseInList['attribution']>
  linked?: boolean
}) => {
  const { cases } = useWords()
  const { source, doi, url, licence } = attribution
  const address = doi === null ? url : `https://doi.org/${doi}`
  return (
    <p className="attribution">
      <Icon name="book" />
      <span>
        {cases.published} · {source} · {licence}
        {linked && address !== null && (
          <>
            {' · '}
            <a href={address} rel="noopener noreferrer" target="_blank">
              {doi ?? cases.openSource}
            </a>
          </>
        )}
      </span>
    </p>
  )
}
