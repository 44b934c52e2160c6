import { readFileSync } from "node:fs";

const NONE = { passed: 0, failed: 0, skipped: 0 };
const DID_NOT_FINISH = { ...NONE, failed: 1 };

export const add = (a, b) => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
});

export const total = (tallies) => tallies.reduce(add, NONE);

/** The closing line that `npm test` ends with. */
export const closingLine = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed, ${skipped} skipped`;

function read(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}

/** A run that ended badly though no test failed (a file that did not load, an error between tests) counts as one failure. */
function honest(tally, code) {
  return code !== 0 && tally.failed === 0 ? add(tally, DID_NOT_FINISH) : tally;
}

/** Counts vitest's JSON report; without one, one failure. */
export function tallyVitest(file, code) {
  const report = read(file);
  if (!report) return DID_NOT_FINISH;
  const unloaded = report.testResults.filter(
    (suite) => suite.status === "failed" && !suite.assertionResults.some((test) => test.status === "failed"),
  ).length;
  const ran = {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded,
    skipped: report.numPendingTests + report.numTodoTests,
  };
  return honest(ran.passed + ran.failed + ran.skipped === 0 ? DID_NOT_FINISH : ran, code);
}

/** Counts Playwright's JSON report; a test that passed when repeated counts as passed, and the list names it as flaky. */
export function tallyPlaywright(file, code) {
  const report = read(file);
  if (!report) return DID_NOT_FINISH;
  const { expected, unexpected, flaky, skipped } = report.stats;
  const ran = { passed: expected + flaky, failed: unexpected, skipped };
  return honest(ran.passed + ran.failed + ran.skipped === 0 ? DID_NOT_FINISH : ran, code);
}
