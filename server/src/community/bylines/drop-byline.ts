// A byline goes when the only thing said under it is undone.
export { dropByline } from './bylines.sql.ts'
