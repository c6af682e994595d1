/** A register of a day is as old as the end of that day. */
export const endOfDay = (day: string): Date => new Date(`${day}T23:59:59Z`)
