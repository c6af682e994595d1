import { useEffect, useRef, useState } from 'preact/hooks'
import { useLocation, useSearch } from 'wouter'
import { Page } from '../app/Page.tsx'
import { SearchFilters } from '../community/search/SearchFilters.tsx'
import { SearchResults } from '../community/search/SearchResults.tsx'
import { readSearch, searchAddress } from '../community/search/search.rules.ts'
import { useSettled } from '../community/search/useSettled.ts'
import { useWords } from '../platform/useWords.ts'
import { TextField } from '../ui/TextField.tsx'
import '../community/search/search.css'

/** Every case, by its words; the address keeps what was searched, so that Back comes back to it. */
export const SearchPage = () => {
  const { search } = useWords()
  const [, navigate] = useLocation()
  const asked = readSearch(useSearch())
  const { q: _, ...filters } = asked
  const [typed, setTyped] = useState(asked.q)
  const settled = useSettled(typed, 250)
  const field = useRef<HTMLInputElement>(null)
  const address = searchAddress({ ...asked, q: settled })

  // What is typed goes into the address once it stands still; an address changed from outside comes into the field.
  useEffect(() => {
    if (settled.trim() !== asked.q.trim()) navigate(address, { replace: true })
  }, [settled])
  useEffect(() => {
    if (asked.q.trim() !== settled.trim()) setTyped(asked.q)
  }, [asked.q])
  useEffect(() => field.current?.focus({ preventScroll: true }), [])

  return (
    <Page title={search.title}>
      <h1 className="visually-hidden">{search.title}</h1>
      <search className="search-box">
        <form
          onSubmit={(event) => {
            event.preventDefault()
            field.current?.blur()
          }}
        >
          <TextField
            ref={field}
            label={search.label}
            labelHidden
            type="search"
            inputMode="search"
            autoComplete="off"
            maxLength={200}
            placeholder={search.placeholder}
            value={typed}
            onChange={setTyped}
          />
        </form>
        <SearchFilters filters={filters} change={(changed) => navigate(searchAddress({ ...changed, q: typed }), { replace: true })} />
      </search>
      <SearchResults asked={asked} />
    </Page>
  )
}
