import {
  LONGEST_TARGET,
  type Objective,
  SHORTEST_TARGET,
  type WorkingHours,
} from "@/lib/model/objective/objective";
import { BROWSER, isZone } from "@/lib/model/zone";

const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/;

/**
 * What is wrong with an objective, a sentence a field such as `hours.until`; empty where it can be saved.
 * @param others names that are taken
 */
export function checkObjective(objective: Objective, others: readonly string[]): Map<string, string> {
  const wrong = new Map<string, string>();
  const name = objective.name.trim();
  if (name === "") wrong.set("name", "A name is needed, such as Critical.");
  else if (name.length > 60) wrong.set("name", "A name has at most 60 letters.");
  else if (others.some((other) => other.trim().toLowerCase() === name.toLowerCase()))
    wrong.set("name", "Another objective has this name.");
  const { target_minutes, goal_percent } = objective;
  if (!Number.isInteger(target_minutes) || target_minutes < SHORTEST_TARGET)
    wrong.set("target_minutes", `The shortest target is ${SHORTEST_TARGET} minutes.`);
  else if (target_minutes > LONGEST_TARGET) wrong.set("target_minutes", "The longest target is 31 days.");
  if (!(goal_percent >= 50 && goal_percent <= 100))
    wrong.set("goal_percent", "The goal is between 50 and 100 percent.");
  if (objective.hours) checkHours(objective.hours, wrong);
  return wrong;
}

function checkHours({ zone, days, from, until }: WorkingHours, wrong: Map<string, string>): void {
  if (days.length === 0) wrong.set("hours.days", "Choose at least one day.");
  if (!CLOCK.test(from)) wrong.set("hours.from", "A time of day is needed, such as 08:00.");
  if (!CLOCK.test(until) && until !== "24:00")
    wrong.set("hours.until", "A time of day is needed, such as 18:00.");
  else if (from >= until)
    wrong.set("hours.until", "The end has to be later on the same day than the beginning.");
  if (zone === BROWSER || !isZone(zone))
    wrong.set("hours.zone", "A time zone is needed that this console knows, such as Europe/Berlin.");
}
