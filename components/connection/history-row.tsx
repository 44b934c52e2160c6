import {
  Ban,
  CircleCheck,
  CircleQuestionMark,
  ClockAlert,
  Eye,
  EyeOff,
  type LucideIcon,
  OctagonX,
  Pause,
  RefreshCw,
  Settings2,
} from "lucide-react";
import type { ReactNode } from "react";
import { HEALTH_LOOK } from "@/components/sync-status/health-look";
import { cx } from "@/components/ui/cx";
import { Time } from "@/components/ui/time";
import { HEALTHS } from "@/lib/model/health";
import type { StateChange, SyncRow } from "@/lib/model/snapshot";
import { clockTime, duration, isoTime } from "@/lib/model/time";

function Line({
  at,
  icon: Icon,
  tone,
  who,
  children,
}: {
  at: number;
  icon: LucideIcon;
  tone: string;
  who: string;
  children: ReactNode;
}) {
  return (
    <li className="grid grid-cols-[40px_auto_minmax(0,1fr)_auto] items-start gap-x-2.5 py-1.5">
      <time dateTime={isoTime(at)} title={isoTime(at)} className="text-ink-3">
        {clockTime(at)}
      </time>
      <Icon aria-hidden="true" className={cx("icon-st mt-[3px] text-fill", tone)} />
      <div className="wrap-anywhere min-w-0">{children}</div>
      <span className="text-ink-3 text-xs">{who}</span>
    </li>
  );
}

const KIND_ICON: Record<StateChange["kind"], LucideIcon> = {
  health: CircleQuestionMark,
  paused: Pause,
  settings: Settings2,
  appeared: Eye,
  vanished: EyeOff,
  sync: RefreshCw,
};

/** A change found between two looks. */
export function ChangeRow({ change }: { change: StateChange }) {
  const health = change.kind === "health" ? HEALTHS.find((it) => it === change.to) : undefined;
  const look = health ? HEALTH_LOOK[health] : undefined;
  return (
    <Line
      at={change.seen_at}
      icon={look?.icon ?? KIND_ICON[change.kind]}
      tone={look?.className ?? "st-unknown"}
      who={change.actor}
    >
      <b className="font-medium">{titleOf(change)}</b>
      {change.detail ? <p className="text-ink-2">{change.detail}</p> : null}
    </Line>
  );
}

function titleOf({ kind, from, to }: StateChange): string {
  switch (kind) {
    case "health":
      return from === null ? `Seen ${to}` : `${capital(to)}, was ${from}`;
    case "paused":
      return to === "true" || to === "paused" ? "Paused" : "Resumed";
    case "settings":
      return "Settings changed";
    case "appeared":
      return "First seen in the account";
    case "vanished":
      return "No longer in the account";
    case "sync":
      return `Sync ${to}`;
  }
}

function capital(word: string | null): string {
  return word ? word.charAt(0).toUpperCase() + word.slice(1) : "Unknown";
}

const OUTCOME: Record<SyncRow["outcome"], { icon: LucideIcon; tone: string; word: string }> = {
  running: { icon: RefreshCw, tone: "st-syncing", word: "Sync running" },
  succeeded: { icon: CircleCheck, tone: "st-healthy", word: "Synced" },
  failed: { icon: OctagonX, tone: "st-broken", word: "Sync failed" },
  rescheduled: { icon: ClockAlert, tone: "st-delayed", word: "Sync rescheduled" },
  canceled: { icon: Ban, tone: "st-paused", word: "Sync canceled" },
  unknown: { icon: CircleQuestionMark, tone: "st-unknown", word: "Sync ended, outcome not known" },
};

/** One sync, its length only where both ends were seen, and as exact as they are. */
export function SyncHistoryRow({ sync }: { sync: SyncRow }) {
  const { icon, tone, word } = OUTCOME[sync.outcome];
  const { started_at, ended_at } = sync;
  const exact = sync.started_exact && sync.ended_exact;
  const length =
    started_at !== null && ended_at !== null
      ? `${exact ? "in" : "in about"} ${duration(ended_at - started_at)}`
      : "";
  return (
    <Line
      at={ended_at ?? started_at ?? 0}
      icon={icon}
      tone={tone}
      who={sync.ended_exact ? "Fivetran" : "seen"}
    >
      <b className="font-medium">
        {word} {sync.outcome === "failed" && length ? length.replace("in", "after") : length}
      </b>
    </Line>
  );
}

/** Time between two looks that is long enough to hide something. */
export function GapRow({ from, until }: { from: number; until: number }) {
  return (
    <li className="hatch my-1 rounded-2 px-2 py-1.5 text-ink-2 text-xs">
      <span className="rounded-1 bg-surface px-1.5 py-0.5">
        Not observed for {duration(until - from)}, from <Time at={from} form="absolute" />
      </span>
    </li>
  );
}
