import type { FreshnessRecord } from "@/lib/model/objective/freshness-record";
import type { Objective } from "@/lib/model/objective/objective";

/** The answer of `GET /api/connections/ID/freshness`; null without an objective. */
export type ConnectionFreshness = { objective: Objective; record: FreshnessRecord } | null;
