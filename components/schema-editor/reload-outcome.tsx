"use client";
import { ChangeListView } from "@/components/schema-editor/change-list-view";
import type { ReloadResult } from "@/lib/model/schema/schema-answers";

/** What a reload found, below what the job says of itself: what appeared, what vanished, what changed, by name. */
export function ReloadOutcome({ result: { changes, counts } }: { result: ReloadResult }) {
  return counts.total === 0 ? null : <ChangeListView changes={changes} />;
}
