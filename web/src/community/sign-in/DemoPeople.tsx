import { useMutation } from '@tanstack/react-query'
import { enterAs } from '#contract/demo.ts'
import { call } from '../../platform/call.ts'
import { useWords } from '../../platform/useWords.ts'
import { Button } from '../../ui/Button.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { useDemoPeople } from '../me/accounts.queries.ts'

/** Set once this tab has gone to the registrar's desk, where a session may still be open. */
const beenAtDesk = 'demo.been-at-desk'

/** Whom a visitor of the demo can look around as; whoever belongs to the registrar goes on there. */
export const DemoPeople = () => {
  const { accounts } = useWords()
  const words = accounts.welcome
  const people = useDemoPeople(true)
  const enter = useMutation({
    mutationFn: (slug: string) => call(enterAs, { body: { as: slug } }),
    onSuccess: ({ home }) => location.assign(home),
  })
  const enterFrom = ({ slug, half }: { slug: string; half: string }) => {
    const desk = people.data?.find((person) => person.half === 'registrar')
    if (half === 'registrar') sessionStorage.setItem(beenAtDesk, 'yes')
    else if (desk && sessionStorage.getItem(beenAtDesk)) {
      // The desk's session ends on the way: its page sends the visitor back here.
      sessionStorage.removeItem(beenAtDesk)
      return location.assign(`${desk.origin}/#as=${slug}`)
    }
    return enter.mutate(slug)
  }
  if (!people.data) return <ProblemNote error={people.error} />
  return (
    <section className="demo-people">
      <h2>{words.demoTitle}</h2>
      <p>{words.demoText}</p>
      <ul>
        {people.data.map(({ slug, label, role, language, half }) => (
          <li key={slug}>
            <span>
              {label}
              <small lang={language}>{words.demoRole[role]}</small>
            </span>
            <Button kind="outlined" busy={enter.isPending && enter.variables === slug} onClick={() => enterFrom({ slug, half })}>
              {enter.isPending && enter.variables === slug ? words.entering : words.enter}
            </Button>
          </li>
        ))}
      </ul>
      <ProblemNote error={enter.error} />
    </section>
  )
}
