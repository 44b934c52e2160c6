import type { ConnectionRow } from "@/lib/model/snapshot";
import { everyMinutes } from "@/lib/model/time";

type Scheduled = Pick<ConnectionRow, "schedule_type" | "sync_frequency">;

/** The schedule as filters write it: `manual`, or the frequency of an automatic one: `15m`, `1h`, `24h`. */
export function scheduleOf(row: Scheduled): string {
  return row.schedule_type === "manual" ? "manual" : frequencyValue(row.sync_frequency);
}

/** The frequency as people read it: `15 min`, `1 h`, `24 h`; `manual` where the frequency is ignored. */
export function everyWords(row: Scheduled): string {
  return row.schedule_type === "manual" ? "manual" : everyMinutes(row.sync_frequency);
}

/** What a person typed (`60`, `60m`, `1H`, `daily`) in the spelling of `scheduleOf`. */
export function scheduleValue(typed: string): string {
  const text = typed.trim().toLowerCase();
  if (text === "daily") return "24h";
  const parts = /^(\d+)\s*(m|min|h|d)?$/.exec(text);
  if (!parts) return text;
  const unit = parts[2] === "h" ? 60 : parts[2] === "d" ? 1440 : 1;
  return frequencyValue(Number(parts[1]) * unit);
}

/** Minutes of a value of `scheduleOf`, for sorting; manual last. */
export function scheduleMinutes(value: string): number {
  const amount = Number.parseInt(value, 10);
  if (Number.isNaN(amount)) return Number.POSITIVE_INFINITY;
  return value.endsWith("h") ? amount * 60 : amount;
}

function frequencyValue(minutes: number): string {
  return minutes > 0 && minutes % 60 === 0 ? `${minutes / 60}h` : `${minutes}m`;
}
