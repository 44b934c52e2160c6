import { listOf } from "@/lib/model/names";
import type { Objective, WorkingHours } from "@/lib/model/objective/objective";
import { everyMinutes } from "@/lib/model/time";
import { UTC } from "@/lib/model/zone";

const DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/** "45 min", "1 h", "26 h", "3 days" */
export function targetWords(minutes: number): string {
  const days = minutes / (24 * 60);
  return days >= 2 && Number.isInteger(days) ? `${days} days` : everyMinutes(minutes);
}

/** "at all times", "Mon to Fri 08:00 to 18:00 Europe/Berlin" */
export function hoursWords(hours: WorkingHours | null): string {
  if (!hours) return "at all times";
  const days = [...hours.days].sort((a, b) => a - b);
  const first = days[0] ?? 1;
  const last = days.at(-1) ?? first;
  const name = (day: number) => DAYS[day - 1] ?? "";
  const run = days.length > 2 && last - first === days.length - 1;
  const when = run ? `${name(first)} to ${name(last)}` : listOf(days.map(name));
  return `${when} ${hours.from} to ${hours.until} ${hours.zone === UTC ? "UTC" : hours.zone}`;
}

/** "every connection", "PostgreSQL or MySQL tagged critical into Finance"; names come from the caller. */
export function matchWords(
  { connection_ids, group_ids, services, tags }: Objective["match"],
  names: {
    connection: (id: string) => string;
    group: (id: string) => string;
    service: (id: string) => string;
  },
): string {
  const any = (ids: readonly string[], name: (id: string) => string) =>
    ids.length > 3
      ? `${ids.slice(0, 2).map(name).join(", ")} or ${ids.length - 2} more`
      : orOf(ids.map(name));
  const parts = [
    connection_ids.length > 0 ? any(connection_ids, names.connection) : "",
    services.length > 0 ? any(services, names.service) : "",
    tags.length > 0 ? `tagged ${any(tags, (tag) => tag)}` : "",
    group_ids.length > 0 ? `into ${any(group_ids, names.group)}` : "",
  ].filter((part) => part !== "");
  return parts.length === 0 ? "every connection" : parts.join(" ");
}

function orOf(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? "") : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}
