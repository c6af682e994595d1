import { createHash, type KeyObject } from 'node:crypto'
import { findCountry } from '#atlas/countries.ts'
import type { DemoDoctor } from '#demo/DemoCase.ts'
import { demoCases } from '#demo/demoCases.ts'
import { demoPeople, doctorsInDemo, doctorsPerLabel } from '#demo/people.ts'
import { fromBase64url } from '#tickets/base64url.ts'
import { keyPairOf } from '#tickets/ed25519.ts'
import { formatLabel } from '#tickets/labels.ts'
import { signNameAttestation } from '#tickets/nameAttestation.ts'
import { rootKeyOf, type Seed, seedLength } from '#tickets/seed.ts'
import type { DemoAccount } from '../community/accounts/demo-accounts.ts'

/** Who a doctor of the demo is, before there is an account: the slug gives the seed of their R. */
interface Doctor {
  readonly slug: string
  readonly specialty: string
  readonly country: string
  readonly language: 'en' | 'es'
  readonly name: string | null
}

const labelOf = ({ specialty, country }: Pick<Doctor, 'specialty' | 'country'>): string =>
  formatLabel({ rung: 'specialty-country', specialty, country })

const slugOf = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[^A-Za-z]+/g, '-')
    .toLowerCase()

const languageOf = (country: string): 'en' | 'es' => findCountry(country)?.languages[0] ?? 'en'

const everyDoctor = (): readonly DemoDoctor[] => demoCases.flatMap(({ asker, doctors }) => [asker, ...doctors])

/** The 1,400 doctors of the demo: the people one can enter as, those with a name, and a crowd behind every label. */
export const demoDoctors = (): readonly Doctor[] => {
  const known: Doctor[] = demoPeople.map(({ slug, specialty, country, language }) => ({ slug, specialty, country, language, name: null }))
  for (const { name, specialty, country } of everyDoctor())
    if (name && !known.some(({ slug }) => slug === slugOf(name)))
      known.push({ slug: slugOf(name), specialty, country, language: languageOf(country), name })
  const labels = [...new Map(everyDoctor().map((doctor) => [labelOf(doctor), doctor])).values()]
  const crowd: Doctor[] = []
  const add = ({ specialty, country }: DemoDoctor, number: number) =>
    crowd.push({ slug: `${specialty}-${country}-${number}`, specialty, country, language: languageOf(country), name: null })
  for (const doctor of labels) for (let number = 1; number <= doctorsPerLabel; number += 1) add(doctor, number)
  for (let extra = 0; known.length + crowd.length < doctorsInDemo; extra += 1) {
    const doctor = labels[extra % labels.length]
    if (doctor) add(doctor, doctorsPerLabel + 1 + Math.floor(extra / labels.length))
  }
  return [...known, ...crowd]
}

/** The seed of a demo doctor follows from the slug: anybody can make it. */
export const demoSeed = (slug: string): Seed =>
  createHash('sha256').update(`consilium demo doctor ${slug}`).digest().subarray(0, seedLength)

/** A demo doctor's R. */
const rootOf = (slug: string) => rootKeyOf(demoSeed(slug))

export const demoRootKey = (slug: string): Buffer => Buffer.from(fromBase64url(rootOf(slug).publicKey) ?? [])

/** A demo doctor as an account; a name is signed with the registrar's key for names, like anybody's. */
export const demoAccount = (
  { slug, specialty, country, language, name }: Doctor,
  nameKey: KeyObject,
  throughQuarter: number,
): DemoAccount => {
  const secret = fromBase64url(String(nameKey.export({ format: 'jwk' }).d))
  const attestation = name && secret ? { rootPublicKey: rootOf(slug).publicKey, name, specialty, country, throughQuarter } : null
  return {
    rootKey: demoRootKey(slug),
    label: labelOf({ specialty, country }),
    language,
    name: attestation && {
      name: attestation.name,
      specialty,
      country,
      through: throughQuarter,
      signature: Buffer.from(fromBase64url(signNameAttestation(attestation, keyPairOf(secret as Uint8Array))) ?? []),
    },
  }
}

/** Finds the doctors of a case among the members: a person by their slug, a name by its own, others by label, each key another one. */
export const castOf = <M>(doctors: readonly DemoDoctor[], members: ReadonlyMap<string, M>): ReadonlyMap<string, M> => {
  const next = new Map<string, number>()
  return new Map(
    doctors.map((doctor) => {
      const { key, persona, name, specialty, country } = doctor
      const label = labelOf(doctor)
      const number = (next.get(label) ?? 0) + 1
      if (!persona && !name) next.set(label, number)
      const slug = persona ?? (name ? slugOf(name) : `${specialty}-${country}-${number}`)
      const member = members.get(slug)
      if (!member) throw new Error(`The demo has no doctor ${slug} for ${key}`)
      return [key, member]
    }),
  )
}

/** Whether a doctor of the demo is one a visitor can enter as: those join with tickets, the others are only rows. */
export const isPersona = ({ slug }: Pick<Doctor, 'slug'>): boolean => demoPeople.some((person) => person.slug === slug)

/** How many doctors of the demo stand behind each label without a record at the registrar. */
export const demoCrowds = (): ReadonlyMap<string, number> => {
  const crowds = new Map<string, number>()
  for (const doctor of demoDoctors().filter((one) => !isPersona(one))) crowds.set(labelOf(doctor), (crowds.get(labelOf(doctor)) ?? 0) + 1)
  return crowds
}
