/** What a source that names its syncs said of one, in epoch milliseconds on Fivetran's clock. Several of one `sync_id` are one sync. */
export interface Told {
  kind: "told";
  sync_id: string;
  source: "webhook" | "history";
  started_at: number | null;
  ended_at: number | null;
  /** Fivetran's word for how it ended, such as SUCCESSFUL; null where it said none. */
  status: string | null;
  /** Fivetran's own words, free of secrets. */
  reason: string | null;
  /** The fields that nobody here knows, free of secrets. */
  rest: Record<string, unknown> | null;
}
