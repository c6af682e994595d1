import { clockTime } from '../platform/format.ts'
import { useOutbox } from '../platform/outbox.ts'
import { useCommonWords } from '../platform/useWords.ts'
import { Icon } from '../ui/Icon.tsx'
import { useOfflineSince } from './useOfflineSince.ts'
import './Banners.css'

/** Above every page, when it is so: there is no network, and what will be sent when it is back. */
export const Banners = () => {
  const { language, ui } = useCommonWords()
  const since = useOfflineSince()
  const waiting = useOutbox().filter(({ refused }) => refused === undefined).length
  return (
    <div role="status">
      {(since !== null || waiting > 0) && (
        <div className="banner">
          <Icon name={since === null ? 'clock' : 'offline'} />
          <p>
            {since === null ? (
              ui.outbox.sending(waiting)
            ) : (
              <>
                <b>{ui.offline.title}</b> {ui.offline.reading(clockTime(since, language))} {waiting > 0 && ui.offline.waiting(waiting)}
              </>
            )}
          </p>
        </div>
      )}
    </div>
  )
}
