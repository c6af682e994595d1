import { type Logger, pino } from 'pino'

export type Log = Logger

/** A half's own log: no addresses, no names, no ids of persons, no parameters; a request is its random id, its route and its status. */
export const openLog = (half: string, destination?: NodeJS.WritableStream): Log =>
  pino(
    {
      base: { half },
      level: process.env['LOG_LEVEL'] ?? 'info',
      serializers: { err: ({ name, message, stack, code }: Error & { code?: string }) => ({ name, message, stack, code }) },
    },
    destination ?? process.stderr,
  )
