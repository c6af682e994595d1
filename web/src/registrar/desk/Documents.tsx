import { type Evidence, evidenceKinds } from '#contract/registrar/applications.ts'
import { lookAtEvidence } from '#contract/registrar/decisions.ts'
import { addressOf } from '../../platform/call.ts'
import { useRegistrarWords } from '../../platform/useWords.ts'

/** What an applicant sent, shown beside the rule; each picture that is fetched is a look in the log. */
export const Documents = ({ applicationId, documents }: { applicationId: string; documents: readonly Evidence[] }) => {
  const { desk } = useRegistrarWords()
  return (
    <div className="review-documents">
      {evidenceKinds.map((kind) =>
        documents
          .filter((document) => document.kind === kind)
          .map(({ id, mediaType }) => {
            const address = addressOf(lookAtEvidence, { params: { applicationId, evidenceId: id } })
            const isPicture = mediaType !== 'application/pdf'
            return (
              <figure key={id}>
                {isPicture && <img src={address} alt={desk.kinds[kind]} />}
                <figcaption>
                  <b>{desk.kinds[kind]}</b>
                  <a href={address} target="_blank" rel="noreferrer noopener">
                    {isPicture ? desk.fullSize : desk.openPdf}
                  </a>
                </figcaption>
              </figure>
            )
          }),
      )}
    </div>
  )
}
