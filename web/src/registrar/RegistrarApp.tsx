import { useLocation } from 'wouter'
import { ApplyFrame } from '../app/RegistrarFrame.tsx'
import { Routes } from '../app/Routes.tsx'
import { routes } from './routes.ts'

/** The registrar, where one applies and licences are verified. The desk brings its own frame, with the queue in it. */
export const RegistrarApp = () => {
  const [path] = useLocation()
  const pages = <Routes routes={routes} />
  return /^\/desk(\/|$)/.test(path) ? pages : <ApplyFrame>{pages}</ApplyFrame>
}
