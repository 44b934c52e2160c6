import type { Condition, FormOverlay } from "@/lib/model/connector/overlay/form-overlay";
import { NETWORK, SERVER, TUNNEL } from "@/lib/model/connector/overlay/server-fields";

const HISTORY_DATES = ["backward_sync_limit", "backward_sync_limit_date", "historical_sync_limit_date"];
const historyOf = (frame: string): Condition => ({ when: { [frame]: ["DATE_LIMIT"] }, show: HISTORY_DATES });

/** For types that nobody has described: what fields of these names mean wherever they occur together. */
export const COMMON_FORM: FormOverlay = {
  order: [...SERVER, ...NETWORK],
  conditions: [TUNNEL, historyOf("historical_sync_time_frame"), historyOf("historical_sync_limit")],
};
