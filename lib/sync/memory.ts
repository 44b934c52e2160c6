import "server-only";
import type { ConnectionRow, GroupRow, ServiceRow } from "@/lib/model/snapshot";
import { singleton } from "@/lib/singleton";

/** This process's copy of the snapshot, so that page views cost neither the upstream nor the database. */
export interface Memory {
  upstream_id: number | null;
  version: number;
  lists_version: number;
  rows: Map<string, ConnectionRow>;
  groups: GroupRow[];
  /** Name and documentation of every connector type the account knows. */
  services: Map<string, ServiceRow>;
  account: { id: string; name: string | null; key_kind: "scoped" | "system" | "unknown" } | null;
  denied: string[];
  destinations: number;
  /** When the last sweep that ended well began, ended, and how long it took. */
  sweep_started_at: number | null;
  swept_at: number | null;
  sweep_ms: number | null;
}

export const emptyMemory = (): Memory => ({
  upstream_id: null,
  version: 0,
  lists_version: 0,
  rows: new Map(),
  groups: [],
  services: new Map(),
  account: null,
  denied: [],
  destinations: 0,
  sweep_started_at: null,
  swept_at: null,
  sweep_ms: null,
});

export const memory = (): Memory => singleton("snapshot", emptyMemory);
