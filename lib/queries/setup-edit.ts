import { queryOptions } from "@tanstack/react-query";
import type { Connection } from "@/lib/model/connection";
import type { SettingsValues } from "@/lib/model/connector/field";

/** Settings that were being edited when their page was left. */
export interface SetupEdit {
  /** What the connection had when the editing began. */
  base: Connection;
  /** Secrets included. */
  values: SettingsValues;
}

/** What this tab was editing of a connection; held in its memory and nowhere else. */
export function setupEdit(id: string) {
  return queryOptions({
    queryKey: ["setup-edit", id],
    queryFn: (): SetupEdit | null => null,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  });
}
