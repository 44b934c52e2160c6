import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { closingLine, tallyPlaywright, tallyVitest, total } from "@/scripts/launch/tally.mjs";

function report(content: object): string {
  const file = join(mkdtempSync(join(tmpdir(), "headgate-tally-")), "report.json");
  writeFileSync(file, JSON.stringify(content));
  return file;
}

const vitest = (counts: object, testResults: object[] = []) =>
  report({
    numPassedTests: 0,
    numFailedTests: 0,
    numPendingTests: 0,
    numTodoTests: 0,
    testResults,
    ...counts,
  });

const playwright = (counts: object) =>
  report({ stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0, ...counts } });

describe("the closing sum", () => {
  it("adds what each stage counted", () => {
    const unit = tallyVitest(vitest({ numPassedTests: 5, numPendingTests: 1 }), 0);
    const browser = tallyPlaywright(playwright({ expected: 3, unexpected: 1, skipped: 2 }), 1);
    expect(closingLine(total([unit, browser]))).toBe("8 passed, 1 failed, 3 skipped");
  });

  it("counts a stage without a report as a failure", () => {
    expect(tallyVitest("/nowhere/report.json", 0).failed).toBe(1);
    expect(tallyPlaywright("/nowhere/report.json", 0).failed).toBe(1);
  });

  it("counts a stage that ran nothing as a failure", () => {
    expect(tallyVitest(vitest({}), 0).failed).toBe(1);
    expect(tallyPlaywright(playwright({}), 0).failed).toBe(1);
  });

  it("counts a test file that did not load as a failure", () => {
    const file = vitest({ numPassedTests: 5 }, [{ status: "failed", assertionResults: [] }]);
    expect(tallyVitest(file, 1)).toEqual({ passed: 5, failed: 1, skipped: 0 });
  });

  it("counts a bad end of a run in which no test failed as a failure", () => {
    expect(tallyVitest(vitest({ numPassedTests: 5 }), 1)).toEqual({ passed: 5, failed: 1, skipped: 0 });
    expect(tallyPlaywright(playwright({ expected: 5 }), 1).failed).toBe(1);
  });

  it("counts a journey that passed when repeated as passed", () => {
    expect(tallyPlaywright(playwright({ expected: 1, flaky: 1 }), 0)).toEqual({
      passed: 2,
      failed: 0,
      skipped: 0,
    });
  });
});
