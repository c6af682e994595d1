import { useLocation, useSearch } from 'wouter'
import { Page } from '../app/Page.tsx'
import { useShowHome } from '../community/cases/cases.queries.ts'
import { CaseList } from '../community/feed/CaseList.tsx'
import { HomeFilters } from '../community/feed/HomeFilters.tsx'
import { HomeSide } from '../community/feed/HomeSide.tsx'
import { homeAddress, lists, readHome } from '../community/feed/home.rules.ts'
import { useWords } from '../platform/useWords.ts'
import { Tabs } from '../ui/Tabs.tsx'

/** Cases in four lists, filtered by specialty; beside them what is mine. */
export const HomePage = () => {
  const { feed } = useWords()
  const [, navigate] = useLocation()
  const asked = readHome(useSearch())
  const home = useShowHome().data
  const counts = { 'for-you': home?.counts.forYou, unanswered: home?.counts.unanswered, latest: undefined, resolved: undefined }
  return (
    <Page
      title={feed.title}
      side={home && <HomeSide home={home} />}
      tabs={
        <Tabs
          label={feed.lists}
          items={lists.map((list) => ({
            href: homeAddress({ ...asked, list }),
            label: feed.tabs[list],
            count: counts[list],
            current: list === asked.list,
          }))}
        />
      }
    >
      <HomeFilters asked={asked} change={(changed) => navigate(homeAddress(changed), { replace: true })} />
      <CaseList asked={asked} unanswered={home?.counts.unanswered ?? 0} />
    </Page>
  )
}
