import { useRegistrarWords } from '../../platform/useWords.ts'

/** What the registrar knows and what it never knows, side by side. */
export const WhoKnows = () => {
  const { applying } = useRegistrarWords()
  const words = applying.knows
  return (
    <section className="who-knows" aria-label={words.title}>
      {(
        [
          [words.knows, words.knowsList],
          [words.never, words.neverList],
        ] as const
      ).map(([title, facts]) => (
        <div key={title}>
          <h2>{title}</h2>
          <ul>
            {facts.map((fact) => (
              <li key={fact}>{fact}</li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}
