/** The eleven values of `sync_frequency`, in minutes. Source: UpdateConnectorRequest of the OpenAPI document. */
export const SYNC_FREQUENCIES = [1, 5, 15, 30, 60, 120, 180, 360, 480, 720, 1440] as const;
export type SyncFrequency = (typeof SYNC_FREQUENCIES)[number];

/** `daily_sync_time` is set in whole hours, "00:00" to "23:00", and counts only at a frequency of 1440 minutes. */
export const DAILY_SYNC_TIMES: readonly string[] = Array.from(
  { length: 24 },
  (_, hour) => `${String(hour).padStart(2, "0")}:00`,
);
