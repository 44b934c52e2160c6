import {
  LONGEST_TARGET,
  type Objective,
  SHORTEST_TARGET,
  type WorkingHours,
} from "@/lib/model/objective/objective";
import { BROWSER, isZone } from "@/lib/model/zone";

/** What is wrong with an objective, by field; `others` are the names that are taken. Empty when it can be saved. */
export function checkObjective(objective: Objective, others: readonly string[]): Map<string, string> {
  const wrong = new Map<string, string>();
  const name = objective.name.trim();
  if (name === "") wrong.set("name", "A name is needed, such as Critical.");
  else if (name.length > 60) wrong.set("name", "A name has at most 60 letters.");
  else if (others.some((other) => other.trim().toLowerCase() === name.toLowerCase()))
    wrong.set("name", "Another objective has this name.");
  const { target_minutes, goal_percent } = objective;
  if (!Number.isInteger(target_minutes) || target_minutes < SHORTEST_TARGET)
    wrong.set("target", `The shortest target is ${SHORTEST_TARGET} minutes.`);
  else if (target_minutes > LONGEST_TARGET) wrong.set("target", "The longest target is 31 days.");
  if (!(goal_percent >= 50 && goal_percent <= 100))
    wrong.set("goal", "The goal is between 50 and 100 percent.");
  if (objective.hours) checkHours(objective.hours, wrong);
  return wrong;
}

function checkHours({ zone, days, from, until }: WorkingHours, wrong: Map<string, string>): void {
  if (days.length === 0) wrong.set("days", "Choose at least one day.");
  if (from === "") wrong.set("from", "A time is needed.");
  if (until === "") wrong.set("until", "A time is needed.");
  else if (from !== "" && from >= until)
    wrong.set("until", "The end has to be later on the same day than the beginning.");
  if (zone === BROWSER || !isZone(zone))
    wrong.set("zone", "A time zone is needed that this console knows, such as Europe/Berlin.");
}
