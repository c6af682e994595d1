import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { findCases } from '#contract/community/cases.ts'
import * as promises from '#contract/community/notifications.ts'
import type { ReplyOf } from '#contract/endpoint.ts'
import { call } from '../../platform/call.ts'
import { askingEvery } from '../../platform/live.ts'
import { closeAlerts } from './push.ts'

const key = ['notifications'] as const
const unreadKey = ['notifications', 'unread'] as const
const settingsKey = ['notification-settings'] as const

export const useListNotifications = () =>
  useInfiniteQuery({
    queryKey: [...key, 'list'],
    queryFn: ({ pageParam, signal }) => call(promises.listNotifications, { query: pageParam === null ? {} : { after: pageParam }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page: ReplyOf<typeof promises.listNotifications>) => page.next,
    refetchInterval: () => askingEvery(30_000),
  })

/** The cases some notifications are about, fetched with the reader's own rights. */
export const useCasesAbout = (ids: readonly string[]) =>
  useQuery({
    queryKey: ['cases', 'about', ids.join()],
    queryFn: ({ signal }) => call(findCases, { query: { ids: ids.join() }, signal }),
    enabled: ids.length > 0,
    placeholderData: (before) => before,
  })

export const useUnread = (member: boolean) =>
  useQuery({
    queryKey: unreadKey,
    queryFn: ({ signal }) => call(promises.countNotifications, { signal }),
    enabled: member,
    refetchInterval: () => askingEvery(20_000),
    refetchOnWindowFocus: true,
  })

export const useReadNotifications = () => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (about: string | null) => call(promises.readNotifications, { body: { about }, key: crypto.randomUUID() }),
    onSuccess: (unread) => {
      client.setQueryData(unreadKey, unread)
      if (unread.unread === 0) void closeAlerts()
      void client.invalidateQueries({ queryKey: [...key, 'list'] })
    },
  })
}

export const useNotificationSettings = () =>
  useQuery({ queryKey: settingsKey, queryFn: ({ signal }) => call(promises.showNotificationSettings, { signal }) })

/** Changes some settings, one change after the other, each from the state the one before has left. */
export const useChangeNotificationSettings = () => {
  const client = useQueryClient()
  return useMutation({
    scope: { id: 'notification-settings' },
    mutationFn: (part: Partial<promises.NotificationSettings>) => {
      const now = client.getQueryData<promises.NotificationSettings>(settingsKey)
      if (!now) throw new Error('Settings are changed before they are there')
      return call(promises.changeNotificationSettings, { body: { ...now, ...part } })
    },
    onSuccess: (settings) => client.setQueryData(settingsKey, settings),
    onError: () => client.invalidateQueries({ queryKey: settingsKey }),
  })
}

const mailKey = ['mail-address'] as const

export const useMailAddress = () => useQuery({ queryKey: mailKey, queryFn: ({ signal }) => call(promises.showMailAddress, { signal }) })

const useKeepMailAddress = () => {
  const client = useQueryClient()
  return (shown: promises.MailAddress) => client.setQueryData(mailKey, shown)
}

export const useGiveMailAddress = () => {
  const keep = useKeepMailAddress()
  return useMutation({
    mutationFn: (address: string) => call(promises.giveMailAddress, { body: { address } }),
    onSuccess: keep,
  })
}

export const useConfirmMailAddress = () => {
  const keep = useKeepMailAddress()
  return useMutation({
    mutationFn: (code: string) => call(promises.confirmMailAddress, { body: { code } }),
    onSuccess: keep,
  })
}

export const useDropMailAddress = () => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => call(promises.dropMailAddress, {}),
    onSuccess: () => client.invalidateQueries({ queryKey: mailKey }),
  })
}

export const useStopMail = () => useMutation({ mutationFn: (token: string) => call(promises.stopMail, { query: { token } }) })

export const useDemoLetters = () =>
  useQuery({
    queryKey: ['demo-letters'],
    queryFn: ({ signal }) => call(promises.listDemoLetters, { query: {}, signal }),
    refetchInterval: 2_000,
  })
