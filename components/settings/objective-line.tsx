"use client";
import { ArrowDown, ArrowUp, Ellipsis, Pencil, Trash2 } from "lucide-react";
import { useState } from "react";
import { useSaveObjectives } from "@/components/settings/use-save-objectives";
import { OnTimeBar } from "@/components/sync-status/on-time-bar";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Menu } from "@/components/ui/menu";
import type { Objective } from "@/lib/model/objective/objective";
import { hoursWords, matchWords, targetWords } from "@/lib/model/objective/objective-words";
import type { ObjectiveCount } from "@/lib/model/objective/objectives-now";
import type { AccountSnapshot } from "@/lib/model/snapshot";
import { messageOf } from "@/lib/queries/api-error";

/** One objective: what it promises for what, and how it is kept now. */
export function ObjectiveLine({
  objective,
  count,
  first,
  last,
  snapshot,
  onEdit,
}: {
  objective: Objective;
  count: ObjectiveCount | undefined;
  first: boolean;
  last: boolean;
  snapshot: AccountSnapshot | undefined;
  onEdit: () => void;
}) {
  const [deleting, setDeleting] = useState(false);
  const move = useSaveObjectives();
  const { id, name } = objective;
  const shift = (by: 1 | -1) =>
    move.mutate({ change: (all) => shifted(all, id, by), done: `Objective moved: ${name}` });
  const named = (all: readonly { id: string; name: string }[] | undefined) => (key: string) =>
    all?.find((one) => one.id === key)?.name ?? key;
  const words = matchWords(objective.match, {
    connection: (key) => snapshot?.connections.find((row) => row.id === key)?.schema ?? key,
    group: named(snapshot?.groups),
    service: named(snapshot?.services),
  });
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-2 border-line border-b px-3 py-2.5 last:border-b-0 sm:grid-cols-[minmax(0,1fr)_240px_auto] sm:px-4">
      <div className="grid min-w-0">
        <span className="wrap-anywhere">
          <b className="font-medium">{name}</b>{" "}
          <span className="text-ink-2">
            {targetWords(objective.target_minutes)}, {objective.goal_percent} %
          </span>
        </span>
        <span className="wrap-anywhere text-ink-3 text-xs">
          {words}, {hoursWords(objective.hours)}
        </span>
      </div>
      <div className="max-sm:order-last max-sm:col-span-2">
        {count ? <OnTimeBar count={count} className="grid-cols-[minmax(0,1fr)_auto]" /> : null}
      </div>
      <div className="flex items-center gap-1">
        <Button size="sm" onClick={onEdit} aria-label={`Edit objective ${name}`} className="max-sm:px-1.5">
          <Pencil aria-hidden="true" />
          <span className="max-sm:hidden">Edit</span>
        </Button>
        <Menu
          label={`Actions for objective ${name}`}
          items={[
            { id: "up", label: "Move up", icon: ArrowUp, offBecause: first ? "It is the first" : undefined },
            {
              id: "down",
              label: "Move down",
              icon: ArrowDown,
              offBecause: last ? "It is the last" : undefined,
            },
            { id: "delete", label: "Delete", icon: Trash2, danger: true, separated: true },
          ]}
          onAction={(what) => {
            if (what === "up") shift(-1);
            if (what === "down") shift(1);
            if (what === "delete") setDeleting(true);
          }}
          trigger={{ "aria-busy": move.isPending || undefined }}
          className="inline-grid size-control-sm place-items-center rounded-2 text-ink-3 hover:bg-hover hover:text-ink"
        >
          <Ellipsis aria-hidden="true" className="icon" />
        </Menu>
      </div>
      <DeleteObjective objective={objective} open={deleting} onClose={() => setDeleting(false)} />
    </li>
  );
}

function DeleteObjective({
  objective: { id, name },
  open,
  onClose,
}: {
  objective: Objective;
  open: boolean;
  onClose: () => void;
}) {
  const remove = useSaveObjectives({ after: onClose, quiet: true });
  return (
    <ConfirmDialog
      open={open}
      onClose={onClose}
      onConfirm={() =>
        remove.mutate({
          change: (all) => all.filter((one) => one.id !== id),
          done: `Objective deleted: ${name}`,
        })
      }
      title={`Delete the objective ${name}?`}
      verb="Delete objective"
      danger
      pending={remove.isPending}
      error={remove.error ? messageOf(remove.error) : undefined}
    >
      <p>
        Its connections fall to the next objective that fits them, or to none. Their syncs stay remembered, so
        an objective made again tells of the same 30 days.
      </p>
    </ConfirmDialog>
  );
}

function shifted(all: readonly Objective[], id: string, by: 1 | -1): Objective[] {
  const from = all.findIndex((one) => one.id === id);
  const to = from + by;
  const moved = [...all];
  const one = moved[from];
  const other = moved[to];
  if (one && other) {
    moved[from] = other;
    moved[to] = one;
  }
  return moved;
}
