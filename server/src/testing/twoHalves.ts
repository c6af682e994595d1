import type { Registrant } from '#server/access.ts'
import { startChallenge } from '#server/community/accounts/challenges.ts'
import { join } from '#server/community/accounts/join.ts'
import { manifestOf } from '#server/community/accounts/manifestSource.ts'
import { renew } from '#server/community/accounts/renew.ts'
import type { SessionToken } from '#server/community/accounts/sessions.ts'
import type { Deps as CommunityDeps } from '#server/community/deps.ts'
import { days } from '#server/platform/time.ts'
import { openDue } from '#server/registrar/issuing/open-due.ts'
import { publishKeys } from '#server/registrar/issuing/publish-keys.ts'
import { publishedManifest } from '#server/registrar/issuing/published-manifest.ts'
import { signStatement } from '#tickets/join.ts'
import { rootKeyOf } from '#tickets/seed.ts'
import { epochOf, periodsToDeposit, periodToSign, quarterOf, type TicketClaim } from '#tickets/tickets.rules.ts'
import { label, renewal, root, type TestBrowser } from './aBrowser.ts'
import { aCommunity } from './aCommunity.ts'
import { aPasskey } from './aPasskey.ts'
import { aRegistrar, type TestRegistrar } from './aRegistrar.ts'

/** A doctor as both halves meet them, each in its own way, through one browser. */
export interface TwoSidedDoctor {
  readonly doctor: Registrant
  readonly browser: TestBrowser
}

export interface TwoHalves {
  readonly registrar: TestRegistrar
  readonly community: CommunityDeps
  readonly now: () => Date
  readonly moveClock: (to: Date | number) => void
  /** Joins with what the registrar has signed for this browser. */
  readonly joinAs: (browser: TestBrowser) => Promise<SessionToken>
  /** What a browser does when it is opened: fetches what was signed, and hands it in. */
  readonly visit: (browser: TestBrowser) => Promise<void>
  /** Lets days pass, with an opening in each; once a week and at the end the browsers are opened. */
  readonly passDays: (count: number, browsers: readonly TestBrowser[]) => Promise<void>
}

/** The two halves as they run: what passes between them passes through a browser, and their clock goes forward together. */
export const twoHalves = async (): Promise<TwoHalves> => {
  const registrar = await aRegistrar()
  const { deps, moveClock: moveCommunity } = await aCommunity()
  const community = { ...deps, manifest: manifestOf(() => publishedManifest(registrar.deps)) }
  const now = () => registrar.deps.clock.now()
  const moveClock = (to: Date | number) => {
    registrar.moveClock(to)
    moveCommunity(now())
  }
  const visit = async (browser: TestBrowser): Promise<void> => {
    for (const epoch of periodsToDeposit('renewal', now()).slice(0, 2)) {
      const claim = renewal(epoch)
      const { ticket } = await browser.fetched(claim)
      if (!ticket) continue
      const { challengeId, challenge } = await startChallenge(community)
      const key = rootKeyOf(browser.seed)
      const proof = signStatement({ kind: 'hand-in', origin: community.origin, challenge, claim, ticket }, key)
      await renew(community, { challengeId, rootKey: key.publicKey, renewal: { epoch, ticket, proof }, label: null })
    }
  }
  return {
    registrar,
    community,
    now,
    moveClock,
    visit,
    joinAs: async (browser) => {
      const passkey = aPasskey(community.origin)
      const key = rootKeyOf(browser.seed)
      const { challengeId, challenge } = await startChallenge(community)
      const period = quarterOf(now())
      const ticketOf = async (claim: TicketClaim) => (await browser.fetched(claim)).ticket ?? 'AAAA'
      // The epoch that runs, or the one that is signed ahead already.
      const ahead = periodToSign('renewal', now())
      const early = await browser.fetched(renewal(ahead))
      const epoch = early.ticket ? ahead : epochOf(now())
      return join(community, {
        challengeId,
        rootKey: key.publicKey,
        root: await ticketOf(root),
        renewal: { epoch, ticket: await ticketOf(renewal(epoch)) },
        label: { code: 'doctor.world', period, ticket: await ticketOf(label('doctor.world', period)) },
        passkey: passkey.made(challenge),
        wrappedSeed: 'A'.repeat(59),
        deviceName: 'Firefox on Linux',
        proof: signStatement(
          {
            kind: 'join',
            origin: community.origin,
            challenge,
            credentialId: passkey.credentialId,
            credentialPublicKey: passkey.publicKey,
          },
          key,
        ),
        language: 'en',
      })
    },
    passDays: async (count, browsers) => {
      for (let day = 1; day <= count; day += 1) {
        moveClock(1 * days)
        await openDue(registrar.deps)
        if (day % 7 !== 0 && day !== count) continue
        await publishKeys(registrar.deps)
        for (const browser of browsers) await visit(browser)
      }
    },
  }
}
