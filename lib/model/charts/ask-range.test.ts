import { expect, test } from "vitest";
import { ASK_RANGE, checkAskRange } from "@/lib/model/charts/ask-range";
import { z } from "@/lib/zod";

const Ask = z.strictObject(ASK_RANGE).check(checkAskRange);
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

test.each([
  [0, DAY, 600_000, null],
  [0, DAY, 7_000, "is no length of a piece"],
  [1_000, DAY, HOUR, "whole numbers of step"],
  [DAY, DAY, HOUR, "has to be after from"],
  [0, 151 * DAY, DAY, "150 days are the longest range"],
  [0, 90 * DAY, 60_000, "a longer step is needed"],
])("from %s until %s in steps of %s: %s", (from, until, step, wrong) => {
  const { error } = Ask.safeParse({ from: String(from), until: String(until), step: String(step) });
  if (wrong === null) expect(error).toBeUndefined();
  else expect(error?.issues[0]?.message).toContain(wrong);
});
