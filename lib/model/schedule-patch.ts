import { SYNC_FREQUENCIES, type SyncFrequency } from "@/lib/model/schedule";
import type { ConnectionRow } from "@/lib/model/snapshot";

/** The schedule as a form holds it: texts, an empty daily time for none. */
export interface ScheduleValues {
  schedule_type: string;
  sync_frequency: string;
  daily_sync_time: string;
}

export interface SchedulePatch {
  schedule_type?: "auto" | "manual";
  sync_frequency?: SyncFrequency;
  daily_sync_time?: string;
}

/** The form's values for a connection. */
export function scheduleValues(
  row: Pick<ConnectionRow, "schedule_type" | "sync_frequency" | "daily_sync_time">,
): ScheduleValues {
  return {
    schedule_type: row.schedule_type,
    sync_frequency: String(row.sync_frequency),
    daily_sync_time: row.daily_sync_time ?? "",
  };
}

/**
 * Only what differs. A daily time is sent only where it has an effect, at a frequency of 1440 minutes
 * (OpenAPI: UpdateConnectorRequest.daily_sync_time).
 */
export function schedulePatch(before: ScheduleValues, after: ScheduleValues): SchedulePatch {
  const patch: SchedulePatch = {};
  if (
    after.schedule_type !== before.schedule_type &&
    (after.schedule_type === "auto" || after.schedule_type === "manual")
  ) {
    patch.schedule_type = after.schedule_type;
  }
  const frequency = SYNC_FREQUENCIES.find((minutes) => String(minutes) === after.sync_frequency);
  if (frequency !== undefined && after.sync_frequency !== before.sync_frequency)
    patch.sync_frequency = frequency;
  const daily = after.sync_frequency === "1440" && after.daily_sync_time !== "";
  const changed = after.daily_sync_time !== before.daily_sync_time || before.sync_frequency !== "1440";
  if (daily && changed) patch.daily_sync_time = after.daily_sync_time;
  return patch;
}
