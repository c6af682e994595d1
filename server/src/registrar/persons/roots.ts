// That a root was issued: kept with the person, and outlasting them.
export { countRoots, longLost, markRootGivenUp, markRootLost, markRootsIssued } from './persons.sql.ts'
