import { lrmpFormat } from '../gb-lrmp/format.ts'
import { mcnzFormat } from '../nz-mcnz/format.ts'
import { nppesFormat } from '../us-nppes/format.ts'
import type { FileFormat } from './FileFormat.ts'

/** Every register file that can be imported, by the name of its register. */
export const formats: ReadonlyMap<string, FileFormat> = new Map(
  [nppesFormat, lrmpFormat, mcnzFormat].map((format) => [format.register, format]),
)
