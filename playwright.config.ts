import { defineConfig } from '@playwright/test'

// Chosen once by the first process; workers inherit it, and another checkout's run has another. Above 32,767 the system gives ports to whoever connects.
process.env['E2E_PORT'] ??= String(20_000 + (process.pid % 12_000))

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  globalSetup: './e2e/startInstance.ts',
  workers: 2,
  forbidOnly: true,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  outputDir: 'test-results',
  use: {
    baseURL: `http://localhost:${process.env['E2E_PORT']}`,
    // A phone held upright; a story that needs a desk says `test.use({ viewport: { width: 1280, height: 900 }, isMobile: false })`.
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
})
