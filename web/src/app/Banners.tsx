import { clockTime } from '../platform/format.ts'
import { useOutbox } from '../platform/outbox.ts'
import { useCommonWords } from '../platform/useWords.ts'
import { Icon } from '../ui/Icon.tsx'
import { useNoNetwork } from './useNoNetwork.ts'
import './Banners.css'

/** Above every page, when it is so: there is no network, and what will be sent when it is back. */
export const Banners = () => {
  const { language, ui } = useCommonWords()
  const gone = useNoNetwork()
  const waiting = useOutbox().filter(({ refused }) => refused === undefined).length
  return (
    <div role="status">
      {(gone || waiting > 0) && (
        <div className="banner">
          <Icon name={gone ? 'offline' : 'clock'} />
          <p>
            {gone ? (
              <>
                <b>{ui.offline.title}</b> {gone.since !== null && ui.offline.reading(clockTime(gone.since, language))}{' '}
                {waiting > 0 && ui.offline.waiting(waiting)}
              </>
            ) : (
              ui.outbox.sending(waiting)
            )}
          </p>
        </div>
      )}
    </div>
  )
}
