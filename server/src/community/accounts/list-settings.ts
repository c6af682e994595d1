// What a member has chosen that a list goes by: interests, and the languages they read.
export { listSettings } from './accounts.sql.ts'
