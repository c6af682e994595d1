import { type Static, Type } from 'typebox'
import { Check } from 'typebox/value'
import type { Clock } from '../../../platform/time.ts'
import { askPolitely, patience } from '../askPolitely.ts'
import type { Lookup, PersonName, RegisterAdapter, RegisterRecord } from '../RegisterAdapter.ts'
import { readTaxonomies } from './physicians.rules.ts'
import { usNppesWordings } from './wordings.ts'

const text = Type.Optional(Type.Union([Type.String(), Type.Null()]))

/** What is read of an answer of version 2.1; numbers came as integers once. */
const answerShape = Type.Object({
  results: Type.Array(
    Type.Object({
      number: Type.Union([Type.String(), Type.Integer()]),
      enumeration_type: Type.String(),
      basic: Type.Object({ first_name: text, middle_name: text, last_name: text, credential: text, status: text }),
      other_names: Type.Optional(Type.Array(Type.Object({ first_name: text, middle_name: text, last_name: text }))),
      addresses: Type.Optional(
        Type.Array(
          Type.Object({
            address_purpose: Type.String(),
            address_1: text,
            address_2: text,
            city: text,
            state: text,
            postal_code: text,
            country_code: text,
            telephone_number: text,
          }),
        ),
      ),
      taxonomies: Type.Optional(Type.Array(Type.Object({ code: text, state: text, license: text }))),
    }),
  ),
})
/** A question it cannot answer comes back with status 200. */
const errorShape = Type.Object({ Errors: Type.Array(Type.Object({ number: Type.String(), description: Type.String() }), { minItems: 1 }) })

type Found = Static<typeof answerShape>['results'][number]

/**
 * The NPI registry of CMS, version 2.1: open, without a key and without a promise of how often. Five questions a second at most, one at
 * a time, and an answer is kept for a day. `url` is `https://npiregistry.cms.hhs.gov/api/`.
 */
export const nppesApi = ({
  url,
  clock,
  release,
  gap = 200,
}: {
  url: string
  clock: Clock
  release: string
  gap?: number
}): RegisterAdapter => {
  const ask = askPolitely(
    async (number): Promise<Exclude<Lookup, { outcome: 'unavailable' }>> => {
      const asOf = clock.now()
      const address = new URL(url)
      address.search = new URLSearchParams({ version: '2.1', number }).toString()
      const response = await fetch(address, {
        signal: AbortSignal.timeout(patience),
        headers: { accept: 'application/json', 'user-agent': `Consilium/${release} (verification of physicians)` },
      })
      if (!response.ok) throw new Error(`answered ${response.status}`)
      const answer: unknown = await response.json()
      if (Check(errorShape, answer)) throw new Error(`answered error ${answer.Errors[0]?.number}: ${answer.Errors[0]?.description}`)
      if (!Check(answerShape, answer)) throw new Error('answered in another shape than version 2.1')
      const found = answer.results.find((one) => String(one.number) === number)
      return found ? { outcome: 'hit', record: recordFrom(number, found), asOf, namesakes: null } : { outcome: 'miss', asOf }
    },
    { clock, gap },
  )
  return {
    code: 'us-nppes-api',
    country: 'US',
    mode: 'api',
    authoritativeMiss: true,
    freshForHours: 24,
    lookUp: (number) => ask(number).catch((error: Error) => ({ outcome: 'unavailable' as const, reason: error.message })),
  }
}

/** `--` stands for nothing. */
const said = (value: string | null | undefined): string => (value === undefined || value === null || value === '--' ? '' : value.trim())
const together = (...values: (string | null | undefined)[]): string => values.map(said).filter(Boolean).join(' ')

const [listed] = usNppesWordings

const recordFrom = (
  number: string,
  { enumeration_type, basic, other_names = [], addresses = [], taxonomies = [] }: Found,
): RegisterRecord => {
  const name: PersonName = { given: together(basic.first_name, basic.middle_name), family: said(basic.last_name) }
  const others = other_names.map((other) => ({
    given: together(other.first_name, other.middle_name) || name.given,
    family: said(other.last_name),
  }))
  const codes = taxonomies.map(({ code }) => said(code)).filter(Boolean)
  const credential = said(basic.credential)
  const verdict = readTaxonomies(codes, credential)
  const status = said(basic.status)
  const mailing = addresses.find(({ address_purpose }) => address_purpose === 'MAILING')
  const practice = addresses.find(({ address_purpose }) => address_purpose === 'LOCATION')
  const phone = said(practice?.telephone_number)
  const postal = mailing
    ? [mailing.address_1, mailing.address_2, mailing.city, mailing.state, mailing.postal_code, mailing.country_code]
        .map(said)
        .filter(Boolean)
        .join(', ')
    : ''
  return {
    number,
    names: [name, ...others.filter(({ family }) => family !== '')],
    ...(status !== 'A'
      ? { standing: 'unknown' as const, eligible: 'no' as const }
      : enumeration_type !== 'NPI-1' || !verdict.isPhysician
        ? { standing: 'none' as const, eligible: 'no' as const }
        : verdict.isTrainee
          ? { standing: 'training' as const, eligible: 'yes-trainee' as const }
          : { standing: listed.standing, eligible: verdict.flags.length > 0 ? ('review' as const) : listed.eligible }),
    rawStatus: `basic.status=${status}`,
    specialtyRaw: codes,
    credential,
    flags: verdict.isPhysician ? verdict.flags : [],
    licences: [...new Set(taxonomies.filter(({ license }) => said(license) !== '').map(({ state, license }) => together(state, license)))],
    validUntil: null,
    contact: { ...(phone === '' ? {} : { phone }), ...(postal === '' ? {} : { postal }) },
  }
}
