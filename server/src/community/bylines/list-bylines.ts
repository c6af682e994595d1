// Everything under which an account has written, for what its member takes away; it goes nowhere else.
export { bylinesOf } from './bylines.sql.ts'
