import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { scoreOf } from "@/lib/model/personal/labelled-score";

test("the detectors agree with the labelled list, on the half they were not tuned on too", () => {
  const list = readFileSync(new URL("./labelled-columns.tsv", import.meta.url), "utf8");
  const { all, held_out } = scoreOf(list);
  expect(all.columns).toBeGreaterThanOrEqual(1_000);
  expect(held_out.columns).toBeGreaterThan(all.columns * 0.45);
  for (const score of [all, held_out]) {
    expect(score.precision).toBeGreaterThanOrEqual(0.9);
    expect(score.recall).toBeGreaterThanOrEqual(0.85);
  }
});

test("what is found for another thing counts as found and as missed", () => {
  const rows = ["email\temail", "phone\temail", "colour\t-", "fax\t-"].map((row) => `app\tusers\t${row}`);
  expect(scoreOf(["# words", ...rows, ""].join("\n")).all).toEqual({
    columns: 4,
    precision: 1 / 3,
    recall: 1 / 2,
  });
});
