const name = 'alerts'

/** Whether a member has turned alerts on in this browser; cleared with everything else when somebody signs out. */
export const wantsPush = (member: string): boolean => localStorage.getItem(name) === member

export const setWantsPush = (member: string | null): void =>
  member === null ? localStorage.removeItem(name) : localStorage.setItem(name, member)
