import {
  Ban,
  Bell,
  BellOff,
  BellRing,
  CircleCheck,
  CircleQuestionMark,
  ClockAlert,
  Eye,
  EyeOff,
  type LucideIcon,
  OctagonX,
  Pause,
  Play,
  RefreshCw,
  Send,
  Settings2,
  Table2,
  Tag,
} from "lucide-react";
import { HEALTH_LOOK } from "@/components/sync-status/health-look";
import type { AlertEvent } from "@/lib/model/alert/alert";
import type { Severity } from "@/lib/model/alert/alert-rule";
import { HEALTHS } from "@/lib/model/health";
import type { SyncRow } from "@/lib/model/snapshot";
import type { TimelineItem, TimelineKind } from "@/lib/model/timeline";

export interface HistoryLook {
  icon: LucideIcon;
  tone: string;
}

const SYNCS: Record<SyncRow["outcome"], HistoryLook> = {
  running: { icon: RefreshCw, tone: "st-syncing" },
  succeeded: { icon: CircleCheck, tone: "st-healthy" },
  failed: { icon: OctagonX, tone: "st-broken" },
  rescheduled: { icon: ClockAlert, tone: "st-delayed" },
  canceled: { icon: Ban, tone: "st-paused" },
  unknown: { icon: CircleQuestionMark, tone: "st-unknown" },
};

const ALERTS: Record<Exclude<AlertEvent["event"], "opened">, HistoryLook> = {
  acknowledged: { icon: Bell, tone: "st-syncing" },
  muted: { icon: BellOff, tone: "st-paused" },
  unmuted: { icon: Bell, tone: "st-unknown" },
  recovered: { icon: Bell, tone: "st-healthy" },
};

const GRAVE: Record<Severity, string> = {
  critical: "st-broken",
  warning: "st-delayed",
  info: "st-syncing",
};

/** Shape and colour of an item; its words stand beside it. */
export function lookOf(item: TimelineItem): HistoryLook {
  switch (item.kind) {
    case "sync":
      return SYNCS[item.sync.outcome];
    case "health": {
      if (item.change.kind === "appeared") return { icon: Eye, tone: "st-unknown" };
      if (item.change.kind === "vanished") return { icon: EyeOff, tone: "st-unknown" };
      const { icon, className } = HEALTH_LOOK[HEALTHS.find((it) => it === item.change.to) ?? "unknown"];
      return { icon, tone: className };
    }
    case "settings":
      if (item.change.kind === "annotation") return { icon: Tag, tone: "st-unknown" };
      if (item.change.kind !== "paused") return { icon: Settings2, tone: "st-unknown" };
      return item.change.to === "true"
        ? { icon: Pause, tone: "st-paused" }
        : { icon: Play, tone: "st-unknown" };
    case "schema":
      return { icon: Table2, tone: "st-unknown" };
    case "alert": {
      const { event, severity } = item.alert;
      return event === "opened" ? { icon: BellRing, tone: GRAVE[severity] } : ALERTS[event];
    }
    case "action":
      return { icon: Send, tone: item.write.outcome === "failed" ? "st-broken" : "st-unknown" };
    case "gap":
      return { icon: EyeOff, tone: "st-unknown" };
  }
}

export const KIND_WORDS: Record<TimelineKind, string> = {
  sync: "Syncs",
  health: "Health",
  settings: "Settings",
  schema: "Schema",
  alert: "Alerts",
  action: "Requests",
  gap: "Not observed",
};
