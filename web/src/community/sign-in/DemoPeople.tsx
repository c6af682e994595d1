import { useMutation } from '@tanstack/react-query'
import { enterAs } from '#contract/demo.ts'
import { call } from '../../platform/call.ts'
import { useWords } from '../../platform/useWords.ts'
import { Button } from '../../ui/Button.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { useDemoPeople } from '../me/accounts.queries.ts'

/** Whom a visitor of the demo can look around as; people of the registrar are entered there. */
export const DemoPeople = () => {
  const { accounts } = useWords()
  const words = accounts.welcome
  const people = useDemoPeople(true)
  const enter = useMutation({
    mutationFn: (slug: string) => call(enterAs, { body: { as: slug } }),
    onSuccess: ({ home }) => location.assign(home),
  })
  if (!people.data) return <ProblemNote error={people.error} />
  return (
    <section className="demo-people">
      <h2>{words.demoTitle}</h2>
      <p>{words.demoText}</p>
      <ul>
        {people.data.map(({ slug, label, role, origin, language }) => (
          <li key={slug}>
            <span>
              {label}
              <small lang={language}>{words.demoRole[role]}</small>
            </span>
            {origin === location.origin ? (
              <Button kind="outlined" busy={enter.isPending && enter.variables === slug} onClick={() => enter.mutate(slug)}>
                {enter.isPending && enter.variables === slug ? words.entering : words.enter}
              </Button>
            ) : (
              <a href={`${origin}/#as=${encodeURIComponent(slug)}`}>{words.enter}</a>
            )}
          </li>
        ))}
      </ul>
      <ProblemNote error={enter.error} />
    </section>
  )
}
