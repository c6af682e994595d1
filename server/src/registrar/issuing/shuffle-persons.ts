// The night's work on the rows that stand for persons, for whoever has to prove it.
export { shufflePersons } from './issuing.sql.ts'
