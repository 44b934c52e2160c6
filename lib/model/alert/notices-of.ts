import type { Alert } from "@/lib/model/alert/alert";
import { incidentOf, type Notice, noticeOf } from "@/lib/model/alert/notice";

/** More alerts than this of one rule at one moment are told of together. */
export const TOGETHER = 5;

interface Telling extends Pick<Notice, "event" | "at" | "quiet"> {
  actor?: string;
  /** Those that the notices begin, confirm or end, each with the first that tells of it. */
  incidents: readonly string[];
  /** Gives ids that nobody has. */
  newId: () => string;
}

/**
 * The notices that tell of these alerts of one rule, together if they are many. `told`: by alert the notice that tells
 * of it; a quiet one without an incident is not made. `left`: the incidents that none of the notices took up.
 */
export function noticesOf(
  alerts: readonly Alert[],
  { event, at, quiet, actor, incidents, newId }: Telling,
): { notices: Notice[]; told: ReadonlyMap<string, string>; left: string[] } {
  const left = new Set(incidents);
  const notices: Notice[] = [];
  const told = new Map<string, string>();
  const pieces = alerts.length > TOGETHER ? [alerts] : alerts.map((alert) => [alert]);
  for (const piece of pieces) {
    const taken = [...new Set(piece.map(incidentOf))].filter((incident) => left.delete(incident));
    if (quiet && taken.length === 0) continue;
    const notice = noticeOf(newId(), event, piece, { at, actor, quiet, incidents: taken });
    notices.push(notice);
    for (const { id } of piece) told.set(id, notice.id);
  }
  return { notices, told, left: [...left] };
}
