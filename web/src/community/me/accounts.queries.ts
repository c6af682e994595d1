import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import * as promises from '#contract/community/accounts.ts'
import { downloadMyData } from '#contract/community/my-data.ts'
import { listDemoPeople } from '#contract/demo.ts'
import type { ReplyOf } from '#contract/endpoint.ts'
import { addressOf, call } from '../../platform/call.ts'

export const myDataAddress = addressOf(downloadMyData, {})

const sessionKey = ['session'] as const
const devicesKey = ['devices'] as const

/** Who is signed in here: the member or nobody, and where the registrar is. */
export const useSession = () =>
  useQuery({ queryKey: sessionKey, queryFn: ({ signal }) => call(promises.showSession, { signal }), staleTime: 60_000 })

/** After somebody came in or became somebody else, nothing read before is shown again, and who it is is asked anew. */
export const useSessionChanged = () => {
  const client = useQueryClient()
  return () => {
    client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionKey[0] })
    return client.invalidateQueries({ queryKey: sessionKey })
  }
}

type Session = ReplyOf<typeof promises.showSession>

/** Changes some settings, one change after the other, each from the state the one before has left. */
export const useChangeSettings = () => {
  const client = useQueryClient()
  const showMe = ({ me }: { me: promises.Me }) =>
    client.setQueryData(sessionKey, (session: Session | undefined) => session && { ...session, me })
  return useMutation({
    scope: { id: 'settings' },
    mutationFn: (part: Partial<promises.Settings>) => {
      const me = client.getQueryData<Session>(sessionKey)?.me
      if (!me) throw new Error('Nobody is signed in')
      return call(promises.changeSettings, { body: { ...me.settings, ...part } })
    },
    onSuccess: showMe,
    onError: () => client.invalidateQueries({ queryKey: sessionKey }),
  })
}

export const useListDevices = () => useQuery({ queryKey: devicesKey, queryFn: ({ signal }) => call(promises.listDevices, { signal }) })

const useDevicesChanged = () => {
  const client = useQueryClient()
  return async () => {
    await client.invalidateQueries({ queryKey: devicesKey })
    await client.invalidateQueries({ queryKey: sessionKey })
  }
}

export const useAddDevice = () =>
  useMutation({
    mutationFn: (body: promises.DeviceForm) => call(promises.addDevice, { body, key: crypto.randomUUID() }),
    onSuccess: useDevicesChanged(),
  })

export const useRemoveDevice = () =>
  useMutation({
    mutationFn: (deviceId: string) => call(promises.removeDevice, { params: { deviceId } }),
    onSuccess: useDevicesChanged(),
  })

export const useNoteAddedDevices = () =>
  useMutation({
    mutationFn: () => call(promises.noteAddedDevices, { key: crypto.randomUUID() }),
    onSuccess: useDevicesChanged(),
  })

export const useShowName = () => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: promises.NameForm) => call(promises.showName, { body, key: crypto.randomUUID() }),
    onSuccess: () => client.invalidateQueries({ queryKey: sessionKey }),
  })
}

export const useDemoPeople = (demo: boolean) =>
  useQuery({ queryKey: ['demo-people'], queryFn: ({ signal }) => call(listDemoPeople, { signal }), enabled: demo })
