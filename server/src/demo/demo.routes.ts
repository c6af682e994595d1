import { enterAs, listDemoPeople } from '#contract/demo.ts'
import { demoPeople } from '#demo/people.ts'
import { enterDemoAccount } from '../community/accounts/demo-accounts.ts'
import { cookieAge, cookieName, cookieOptions, endSession, tokenOf } from '../community/accounts/sessions.ts'
import type { Deps } from '../community/deps.ts'
import { on, type Route } from '../platform/bind.ts'
import { refuse } from '../platform/refuse.ts'
import { demoRootKey } from './demoDoctors.ts'
import { demoStaff, enterAt } from './registrarDemo.ts'

/** "Enter as ...": who a visitor of the demo can be, and becoming them. Outside demo mode there is no such thing. */
export const demoRoutes = (deps: Deps): readonly Route[] => [
  on('listDemoPeople', listDemoPeople, async ({ language }) =>
    deps.demo
      ? [
          ...demoPeople.map((person) => ({ ...person, half: 'community' as const, origin: deps.origin })),
          ...demoStaff.map((person) => ({
            ...person,
            role: 'verifier' as const,
            half: 'registrar' as const,
            origin: deps.registrarOrigin,
          })),
        ].map(({ slug, role, language: theirs, label, half, origin }) => ({
          slug,
          label: label[language],
          role,
          half,
          language: theirs,
          origin,
        }))
      : refuse('demo.off'),
  ),
  on('enterAs', enterAs, async ({ body, request, reply }) => {
    if (!deps.demo) return refuse('demo.off')
    const before = tokenOf(request)
    if (demoStaff.some(({ slug }) => slug === body.as)) {
      // No half can set a cookie of the other: this one ends here, and the address where the visitor goes on is the other's.
      if (before) await endSession(deps, before)
      reply.clearCookie(cookieName, cookieOptions)
      return { home: enterAt(deps.registrarOrigin, body.as) }
    }
    const person = demoPeople.find(({ slug }) => slug === body.as)
    const token = person && (await enterDemoAccount(deps, demoRootKey(person.slug)))
    if (!token) return refuse('demo.person-unknown')
    if (before) await endSession(deps, before)
    reply.setCookie(cookieName, token, { ...cookieOptions, maxAge: cookieAge })
    return { home: '/' }
  }),
]
