import { defineConfig } from 'vitest/config'

const elsewhere = ['**/node_modules/**', '**/dist/**', 'data/**', 'e2e/**']

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: { name: 'unit', include: ['**/*.test.{ts,tsx}'], exclude: [...elsewhere, '**/*.db.test.ts'], testTimeout: 15_000 },
      },
      {
        test: {
          name: 'db',
          include: ['**/*.db.test.ts'],
          exclude: elsewhere,
          globalSetup: ['server/src/testing/dbSetup.ts'],
          testTimeout: 30_000,
          hookTimeout: 30_000,
          // What is waited for comes when it comes: on a busy machine a second is little.
          expect: { poll: { timeout: 10_000 } },
        },
      },
    ],
  },
})
