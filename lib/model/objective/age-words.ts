import type { Objective } from "@/lib/model/objective/objective";
import { targetWords } from "@/lib/model/objective/objective-words";
import { duration } from "@/lib/model/time";

const MINUTE = 60_000;
/** So close to its target a row says when it will be late: in the last quarter, a quarter of an hour at most. */
const SOON_MS = 15 * MINUTE;

export interface AgeWords {
  /** "3 h 46 m", "late in 14 min" */
  age: string;
  /** " of 1 h"; empty where the age says it. */
  of: string;
  /** `late`, `soon`, or neither. */
  stand: "late" | "soon" | "fine";
  /** How much of the target is used up: 1 at its end. */
  share: number;
  /** The same in a sentence. */
  title: string;
}

/**
 * The age of the last success against an objective, for a list. Times in epoch milliseconds.
 * @param late as worked out on the objective's working hours
 */
export function ageWords(succeeded_at: number, objective: Objective, late: boolean, now: number): AgeWords {
  const target = objective.target_minutes * MINUTE;
  const spent = Math.max(0, now - succeeded_at);
  const left = target - spent;
  const whole = (ms: number) => duration(ms < MINUTE ? ms : ms - (ms % MINUTE));
  const words = targetWords(objective.target_minutes);
  const soon = left > 0 && left <= Math.min(SOON_MS, target / 4);
  const of = ` of ${words}`;
  const told = `${objective.name}: ${whole(spent)}${of}`;
  const share = spent / target;
  if (late) return { age: whole(spent), of, stand: "late", share, title: `${told}, late by ${whole(-left)}` };
  if (left <= 0)
    return { age: whole(spent), of, stand: "fine", share, title: `${told}, not counted at this time` };
  const title = `${told}, late in ${whole(left)} without a good sync`;
  if (!soon) return { age: whole(spent), of, stand: "fine", share, title };
  const minutes = Math.max(1, Math.ceil(left / MINUTE));
  return { age: `late in ${minutes} min`, of: "", stand: "soon", share, title };
}
