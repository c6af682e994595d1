// The night's work on the rows that stand for members, for whoever has to prove it.
export { shuffleAccounts } from './accounts.sql.ts'
