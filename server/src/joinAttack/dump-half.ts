// What the attack reads, for whoever mounts it.
export { dumpHalf } from './joinAttack.sql.ts'
