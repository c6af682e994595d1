// A text goes with what it was part of: the room that refers to it says when.
export { dropTexts, emptyText } from './texts.sql.ts'
