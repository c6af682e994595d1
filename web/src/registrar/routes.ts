import { lazyPage } from '../app/lazyPage.tsx'
import type { Route } from '../app/Routes.tsx'

const deskPage = lazyPage(() => import('./pages/DeskPage.tsx'), 'DeskPage')

/** Every address of the registrar and its page, fetched when it is first shown. */
export const routes: readonly Route[] = [
  { path: '/', page: lazyPage(() => import('./pages/ApplyPage.tsx'), 'ApplyPage') },
  { path: '/enter', page: lazyPage(() => import('./pages/EnterPage.tsx'), 'EnterPage') },
  { path: '/issue', page: lazyPage(() => import('./pages/IssuePage.tsx'), 'IssuePage') },
  { path: '/collect', page: lazyPage(() => import('./pages/CollectPage.tsx'), 'CollectPage') },
  { path: '/registration', page: lazyPage(() => import('./pages/RegistrationPage.tsx'), 'RegistrationPage') },
  { path: '/show-name', page: lazyPage(() => import('./pages/ShowNamePage.tsx'), 'ShowNamePage') },
  { path: '/desk', page: deskPage },
  { path: '/desk/:applicationId', page: deskPage },
  { path: '/staff', page: lazyPage(() => import('./pages/StaffPage.tsx'), 'StaffPage') },
  { path: '/staff/join', page: lazyPage(() => import('./pages/StaffJoinPage.tsx'), 'StaffJoinPage') },
  { path: '/login', page: lazyPage(() => import('./pages/LoginPage.tsx'), 'LoginPage') },
  { path: '/vouch', page: lazyPage(() => import('./pages/VouchPage.tsx'), 'VouchPage') },
  { path: '/mailbox', page: lazyPage(() => import('./pages/MailboxPage.tsx'), 'MailboxPage') },
]
