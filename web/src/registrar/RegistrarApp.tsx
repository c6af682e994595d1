import { ApplyFrame } from '../app/RegistrarFrame.tsx'
import { Routes } from '../app/Routes.tsx'
import { routes } from './routes.ts'

/** The registrar, where one applies and licences are verified. */
export const RegistrarApp = () => (
  <ApplyFrame>
    <Routes routes={routes} />
  </ApplyFrame>
)
