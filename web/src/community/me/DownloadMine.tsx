import { useWords } from '../../platform/useWords.ts'
import { Icon } from '../../ui/Icon.tsx'
import { myDataAddress } from './accounts.queries.ts'
import './me.css'

/** A line that leads to everything this account wrote, as one file. */
export const DownloadMine = () => {
  const words = useWords().accounts.me
  return (
    <li className="account-line-hinted">
      <a href={myDataAddress} download aria-describedby="download-mine">
        {words.mine} <Icon name="download" />
      </a>
      <small id="download-mine">{words.mineHint}</small>
    </li>
  )
}
