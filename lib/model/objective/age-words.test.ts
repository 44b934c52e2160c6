import { expect, test } from "vitest";
import { ageWords } from "@/lib/model/objective/age-words";

const NOW = Date.UTC(2026, 10, 28, 12);
const MINUTE = 60_000;
const hour = {
  id: "o",
  name: "Core",
  target_minutes: 60,
  goal_percent: 99,
  hours: null,
  match: { connection_ids: [], group_ids: [], services: [], tags: [] },
};
const words = (minutes: number, late = minutes >= 60) => ageWords(NOW - minutes * MINUTE, hour, late, NOW);

test("an age against its target, in whole minutes", () => {
  expect(words(226)).toMatchObject({ age: "3 h 46 m", of: " of 1 h", stand: "late" });
  expect(words(226).title).toBe("Core: 3 h 46 m of 1 h, late by 2 h 46 m");
  expect(words(30.9)).toMatchObject({ age: "30 m", of: " of 1 h", stand: "fine" });
  expect(words(0.5).age).toBe("30 s");
});

test("shortly before the target it says when it will be late", () => {
  expect(words(46)).toMatchObject({ age: "late in 14 min", of: "", stand: "soon" });
  expect(words(59.9).age).toBe("late in 1 min");
  expect(words(44).stand).toBe("fine");
});

test("past the target outside the working hours it is not late", () => {
  expect(words(90, false)).toMatchObject({ age: "1 h 30 m", stand: "fine" });
  expect(words(90, false).title).toContain("not counted at this time");
});
