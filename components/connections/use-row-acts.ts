"use client";
import { useRouter } from "next/navigation";
import { connectionHref } from "@/components/connections/line-cells";
import type { RowAct } from "@/components/connections/row-menu";
import type { ConnectionRow } from "@/lib/model/snapshot";
import { useSetPaused, useSyncConnection } from "@/lib/queries/connection-acts";

/** Carries out what a row's menu or a press on a row asks for. */
export function useRowActs(): (act: RowAct, row: Pick<ConnectionRow, "id" | "schema">) => void {
  const router = useRouter();
  const { mutate: sync } = useSyncConnection();
  const { mutate: setPaused } = useSetPaused();
  return (act, row) => {
    const target = { id: row.id, name: row.schema };
    if (act === "open") router.push(connectionHref(row.id));
    else if (act === "sync") sync(target);
    else setPaused({ ...target, paused: act === "pause" });
  };
}
