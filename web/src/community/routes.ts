import { lazyPage } from '../app/lazyPage.tsx'
import type { Route } from '../app/Routes.tsx'

export interface CommunityRoute extends Route {
  /** `member`: a visitor is asked to sign in first, a member whose time is over to renew; `member-or-lapsed`: the visitor only. */
  readonly who: 'anyone' | 'member' | 'member-or-lapsed'
}

export const welcomePage = lazyPage(() => import('../pages/WelcomePage.tsx'), 'WelcomePage')
export const signInPage = lazyPage(() => import('../pages/SignInPage.tsx'), 'SignInPage')
export const lapsedPage = lazyPage(() => import('../pages/LapsedPage.tsx'), 'LapsedPage')

/** Every address of the community and its page, fetched when it is first shown. */
export const routes: readonly CommunityRoute[] = [
  { path: '/', who: 'member', page: lazyPage(() => import('../pages/HomePage.tsx'), 'HomePage') },
  { path: '/ask', who: 'member', page: lazyPage(() => import('../pages/AskPage.tsx'), 'AskPage') },
  { path: '/cases/:caseId', who: 'member-or-lapsed', page: lazyPage(() => import('../pages/CasePage.tsx'), 'CasePage') },
  { path: '/search', who: 'member', page: lazyPage(() => import('../pages/SearchPage.tsx'), 'SearchPage') },
  { path: '/me', who: 'member', page: lazyPage(() => import('../pages/MePage.tsx'), 'MePage') },
  { path: '/me/devices', who: 'member', page: lazyPage(() => import('../pages/DevicesPage.tsx'), 'DevicesPage') },
  { path: '/me/name', who: 'member', page: lazyPage(() => import('../pages/ShowNamePage.tsx'), 'ShowNamePage') },
  // Whoever holds the words may leave, also after the membership has run out.
  { path: '/me/erase', who: 'anyone', page: lazyPage(() => import('../pages/EraseAccountPage.tsx'), 'EraseAccountPage') },
  { path: '/clock', who: 'member', page: lazyPage(() => import('../pages/ClockPage.tsx'), 'ClockPage') },
  { path: '/notifications', who: 'member', page: lazyPage(() => import('../pages/NotificationsPage.tsx'), 'NotificationsPage') },
  {
    path: '/notifications/settings',
    who: 'member',
    page: lazyPage(() => import('../pages/NotificationSettingsPage.tsx'), 'NotificationSettingsPage'),
  },
  { path: '/stop-mail', who: 'anyone', page: lazyPage(() => import('../pages/StopMailPage.tsx'), 'StopMailPage') },
  { path: '/mailbox', who: 'anyone', page: lazyPage(() => import('../pages/DemoMailboxPage.tsx'), 'DemoMailboxPage') },
  { path: '/translations', who: 'member', page: lazyPage(() => import('../pages/TranslationsPage.tsx'), 'TranslationsPage') },
  { path: '/reported-images', who: 'member', page: lazyPage(() => import('../pages/ReportedImagesPage.tsx'), 'ReportedImagesPage') },
  { path: '/welcome', who: 'anyone', page: welcomePage },
  { path: '/sign-in', who: 'anyone', page: signInPage },
  { path: '/join', who: 'anyone', page: lazyPage(() => import('../pages/JoinPage.tsx'), 'JoinPage') },
  { path: '/keys', who: 'anyone', page: lazyPage(() => import('../pages/KeysPage.tsx'), 'KeysPage') },
  { path: '/renew', who: 'anyone', page: lazyPage(() => import('../pages/RenewPage.tsx'), 'RenewPage') },
]
