import type { Instant } from "@/lib/sandbox/state";

/** RFC 3339 in UTC with microseconds, as Fivetran writes times; the last three digits are made of the rest. */
export function wireTime(at: Instant): string {
  const micros = String(Math.floor(at / 7) % 1000).padStart(3, "0");
  return new Date(at).toISOString().replace("Z", `${micros}Z`);
}
