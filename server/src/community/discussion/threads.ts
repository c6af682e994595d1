// What a room above may do to its thread, inside its own transaction, and the one condition under which a reader may see it.
export { addThread, contributorsOf, dropThread, maySee, noteUpdate, setAsker, setThreadState, wasSpokenIn } from './discussion.sql.ts'
