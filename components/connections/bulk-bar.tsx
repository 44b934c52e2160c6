"use client";
import { CalendarClock, Pause, Play, RefreshCw, Tag, X } from "lucide-react";
import { type ReactNode, useMemo } from "react";
import type { Selection } from "@/components/connections/use-selection";
import type { BulkAct } from "@/lib/model/bulk/bulk-act";
import type { ListOrder } from "@/lib/model/connection-list";
import { figure } from "@/lib/model/names";

const ACT =
  "[&>svg]:icon-sm inline-flex h-[30px] items-center gap-1.5 whitespace-nowrap rounded-2 px-2.5 font-medium hover:bg-inverse-ink/12 focus-visible:-outline-offset-2 max-sm:h-9 max-sm:flex-1 max-sm:justify-center max-sm:px-1";

const ACTS: readonly { kind: BulkAct["kind"]; label: string; icon: ReactNode }[] = [
  { kind: "sync", label: "Sync", icon: <RefreshCw aria-hidden="true" /> },
  { kind: "pause", label: "Pause", icon: <Pause aria-hidden="true" /> },
  { kind: "resume", label: "Resume", icon: <Play aria-hidden="true" /> },
  { kind: "schedule", label: "Schedule", icon: <CalendarClock aria-hidden="true" /> },
  { kind: "tags", label: "Tags", icon: <Tag aria-hidden="true" /> },
];

/** What can be done with the connections that are selected; it floats over the foot of the page. */
export function BulkBar({
  order,
  selection: { ids, all },
  onAct,
  onPoint,
  onClear,
}: {
  order: ListOrder;
  selection: Selection;
  onAct: (kind: BulkAct["kind"]) => void;
  /** An act is about to be chosen. */
  onPoint: () => void;
  onClear: () => void;
}) {
  const shown = useMemo(() => order.groups.flatMap((group) => group.ids), [order]);
  const within = useMemo(() => shown.filter((id) => ids.has(id)).length, [shown, ids]);
  const hidden = ids.size - within;
  return (
    <section
      aria-label="Selection"
      onPointerEnter={onPoint}
      onFocus={onPoint}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || event.defaultPrevented) return;
        event.preventDefault();
        onClear();
      }}
      className="fixed inset-x-0 bottom-5 z-30 mx-auto flex w-fit max-w-[calc(100%-16px)] animate-pop flex-wrap items-center gap-0.5 rounded-[10px] bg-inverse p-[5px] text-inverse-ink shadow-modal max-sm:bottom-[calc(var(--tabbar-h)+8px)] max-sm:w-full sm:left-(--nav-w)"
    >
      <span className="px-2.5 font-medium max-sm:flex-1">
        <span role="status">
          {figure(ids.size)} selected{hidden > 0 ? `, ${figure(hidden)} of them not shown` : ""}
        </span>
      </span>
      {within < shown.length ? (
        <button
          type="button"
          onClick={() => all(shown)}
          className={`${ACT} underline decoration-inverse-ink-2 underline-offset-3 max-sm:flex-none`}
        >
          All {figure(shown.length)} shown
        </button>
      ) : null}
      <span aria-hidden="true" className="mx-1 h-[18px] w-px bg-inverse-line max-sm:h-0 max-sm:w-full" />
      {ACTS.map(({ kind, label, icon }) => (
        <button
          key={kind}
          type="button"
          aria-label={label}
          title={label}
          onClick={() => onAct(kind)}
          className={ACT}
        >
          {icon}
          <span className="max-sm:sr-only">{label}</span>
        </button>
      ))}
      <span aria-hidden="true" className="mx-1 h-[18px] w-px bg-inverse-line max-sm:hidden" />
      <button
        type="button"
        aria-label="Select none"
        title="Select none (Escape)"
        onClick={onClear}
        className={ACT}
      >
        <X aria-hidden="true" />
      </button>
    </section>
  );
}
