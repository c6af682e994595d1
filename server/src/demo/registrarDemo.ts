import sharp from 'sharp'
import { enterAs } from '#contract/demo.ts'
import { demoApplicants } from '#demo/applicants.ts'
import { demoPeople } from '#demo/people.ts'
import { on, type Route } from '../platform/bind.ts'
import { refuse } from '../platform/refuse.ts'
import { ensureDemoApplications } from '../registrar/applications/demo-applications.ts'
import type { Deps } from '../registrar/deps.ts'
import { enter, leave } from '../registrar/sessions/sessions.ts'
import { ensureDemoStaff } from '../registrar/staff/demo-staff.ts'

/** Whom a visitor can be at the registrar: two who look, since one alone lets nobody in, and a lead. */
export const demoStaff = [
  {
    slug: 'verifier',
    staffRole: 'verifier',
    language: 'en',
    label: { en: 'A verifier at the registrar’s desk (demo)', es: 'Una verificadora en la mesa del registro (demo)' },
  },
  {
    slug: 'verificador',
    staffRole: 'verifier',
    language: 'es',
    label: { en: 'A second verifier, who reads Spanish (demo)', es: 'Un segundo verificador, que lee español (demo)' },
  },
  {
    slug: 'lead',
    staffRole: 'lead',
    language: 'en',
    label: { en: 'The lead of the registrar’s desk (demo)', es: 'La responsable de la mesa del registro (demo)' },
  },
] as const

/** A card of grey shapes, which no one could take for a real document. */
const card = `<svg xmlns="http://www.w3.org/2000/svg" width="720" height="450">
  <rect width="720" height="450" rx="28" fill="#eef2f2"/>
  <rect x="48" y="72" width="190" height="250" rx="12" fill="#b9c6c9"/>
  <circle cx="143" cy="165" r="46" fill="#8fa0a6"/><path d="M68 322a75 84 0 0 1 150 0z" fill="#8fa0a6"/>
  <rect x="282" y="84" width="380" height="26" rx="13" fill="#b9c6c9"/><rect x="282" y="140" width="300" height="20" rx="10" fill="#d3dbdc"/>
  <rect x="282" y="184" width="340" height="20" rx="10" fill="#d3dbdc"/><rect x="282" y="228" width="220" height="20" rx="10" fill="#d3dbdc"/>
  <path d="M48 376h624" stroke="#d3dbdc" stroke-width="4" stroke-dasharray="14 10"/>
</svg>`

/** Fills the demo's desk: people to be, and invented applications that wait. */
export const makeRegistrarDemo = async (deps: Deps): Promise<void> => {
  for (const { slug, staffRole, language } of demoStaff) await ensureDemoStaff(deps, { slug, role: staffRole, language })
  await ensureDemoApplications(deps, demoApplicants, await sharp(Buffer.from(card)).png().toBuffer())
}

/** The page that signs a visitor in on the half a person of the demo belongs to. */
export const enterAt = (origin: string, slug: string): string => `${origin}/#as=${slug}`

/** "Enter as ..." on the registrar's side. Outside demo mode there is no such thing. */
export const registrarDemoRoutes = (deps: Deps): readonly Route[] => [
  on('enterAs', enterAs, async ({ body, request, reply }) => {
    if (!deps.demo) return refuse('demo.off')
    if (demoPeople.some(({ slug }) => slug === body.as)) {
      await leave(deps, request, reply)
      return { home: enterAt(deps.communityOrigin, body.as) }
    }
    const person = demoStaff.find(({ slug }) => slug === body.as)
    if (!person) return refuse('demo.person-unknown')
    const { slug, staffRole, language } = person
    const { id } = await ensureDemoStaff(deps, { slug, role: staffRole, language })
    await enter(deps, request, reply, { staffId: id })
    return { home: '/desk' }
  }),
]
