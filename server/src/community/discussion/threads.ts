// What a room above may do to its thread, inside its own transaction.
export { addThread, dropThread, noteUpdate, setAsker, setThreadState } from './discussion.sql.ts'
