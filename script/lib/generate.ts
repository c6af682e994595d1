// Writes the types of both databases' tables, from the migrations as they stand.
import { writeFile } from 'node:fs/promises'
import { generateTables, tablesFile } from '#server/testing/generateTables.ts'
import { startClusters } from '#server/testing/startClusters.ts'

const clusters = await startClusters()
try {
  for (const half of ['registrar', 'community'] as const) {
    await writeFile(tablesFile(half), await generateTables(clusters.addresses[half].ownerUrl))
    console.log(`server/src/platform/schema/${half}.generated.ts`)
  }
} finally {
  await clusters.stop()
}
