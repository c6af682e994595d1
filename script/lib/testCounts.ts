export interface Count {
  name: string
  passed: number
  failed: number
  seconds: number
}

interface VitestReport {
  numPassedTests: number
  numFailedTests: number
  numPendingTests?: number
  numTodoTests?: number
}

interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number }
}

/** How many tests of a part passed and failed. A skipped test proves nothing and counts as failed. */
export const countOf = (succeeded: boolean, report: unknown): { passed: number; failed: number } => {
  const counted = isVitest(report)
    ? { passed: report.numPassedTests, failed: report.numFailedTests + (report.numPendingTests ?? 0) + (report.numTodoTests ?? 0) }
    : isPlaywright(report)
      ? { passed: report.stats.expected + report.stats.flaky, failed: report.stats.unexpected + report.stats.skipped }
      : { passed: succeeded ? 1 : 0, failed: 0 }
  // A part that broke before or beside its tests has failed, however many of them passed.
  return !succeeded && counted.failed === 0 ? { ...counted, failed: 1 } : counted
}

/** One line a part, and last the sum. */
export const summaryOf = (counts: readonly Count[]): string => {
  const sum = (of: (count: Count) => number): number => counts.reduce((total, count) => total + of(count), 0)
  const lines = counts.map(
    ({ name, passed, failed, seconds }) =>
      `${failed === 0 ? '✓' : '✗'} ${name.padEnd(6)} ${String(passed).padStart(5)} passed ${String(failed).padStart(5)} failed ${seconds.toFixed(1).padStart(8)} s`,
  )
  return [...lines, `${sum(({ passed }) => passed)} passed, ${sum(({ failed }) => failed)} failed`].join('\n')
}

const isVitest = (report: unknown): report is VitestReport => typeof report === 'object' && report !== null && 'numPassedTests' in report
const isPlaywright = (report: unknown): report is PlaywrightReport => typeof report === 'object' && report !== null && 'stats' in report
