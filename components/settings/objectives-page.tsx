"use client";
import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useMemo, useState } from "react";
import { AccountTabs } from "@/components/settings/account-tabs";
import type { ObjectiveDialogProps } from "@/components/settings/objective-dialog";
import { ObjectiveLine } from "@/components/settings/objective-line";
import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { lazyPiece } from "@/components/ui/lazy-piece";
import { Note } from "@/components/ui/note";
import { PageHead } from "@/components/ui/page-head";
import { Panel } from "@/components/ui/panel";
import { Loading, Skeleton } from "@/components/ui/skeleton";
import { Time } from "@/components/ui/time";
import { useNow } from "@/components/ui/use-now";
import { countOf } from "@/lib/model/names";
import type { Objective } from "@/lib/model/objective/objective";
import { objectivesNow } from "@/lib/model/objective/objectives-now";
import { accountSnapshot } from "@/lib/queries/account";
import { messageOf } from "@/lib/queries/api-error";
import { objectives } from "@/lib/queries/objectives";
import { useTags } from "@/lib/queries/use-tags";

const ObjectiveDialog = lazyPiece<ObjectiveDialogProps>("The dialog", () =>
  import("@/components/settings/objective-dialog").then((it) => it.ObjectiveDialog),
);

/** How fresh which data is promised to be. */
export function ObjectivesPage() {
  const { data: stored, error } = useQuery(objectives);
  const { data: snapshot } = useQuery(accountSnapshot);
  const tags = useTags();
  const now = useNow();
  const [open, setOpen] = useState<{ objective: Objective | null } | null>(null);
  const told = useMemo(
    () => stored && snapshot && tags && objectivesNow(stored.objectives, snapshot.connections, tags, now),
    [stored, snapshot, tags, now],
  );
  const add = (
    <Button
      look="primary"
      onClick={() => setOpen({ objective: null })}
      onPointerEnter={ObjectiveDialog.preload}
      offBecause={stored ? undefined : "The objectives have not been read yet"}
    >
      <Plus aria-hidden="true" />
      New objective
    </Button>
  );
  return (
    <>
      <PageHead title="Objectives" actions={stored?.objectives.length === 0 ? null : add}>
        How fresh the data is promised to be. Of those that fit a connection the first one counts.
      </PageHead>
      <AccountTabs />
      {error ? (
        <Note tone="broken" role="alert">
          <b>The objectives could not be read.</b> {messageOf(error)}
        </Note>
      ) : null}
      {stored || error ? null : (
        <Loading label="Loading the objectives">
          <Skeleton className="h-40 rounded-3" />
        </Loading>
      )}
      {stored?.objectives.length === 0 ? (
        <Panel title="Freshness objectives">
          <Empty art="open" title="Nothing is promised yet" level={3} actions={add}>
            An objective says how old the data of some connections may be, such as 1 h in working hours. It
            shows who is late, who will be next, and how much lateness 30 days have left.
          </Empty>
        </Panel>
      ) : null}
      {stored && stored.objectives.length > 0 ? (
        <Panel
          title="Freshness objectives"
          sub={told && told.without > 0 ? `${countOf(told.without, "connection")} without one` : undefined}
          foot={
            <>
              Saved by {stored.saved_by} <Time at={stored.saved_at} form="absolute" />. Paused connections
              promise nothing.
            </>
          }
        >
          <ol>
            {stored.objectives.map((objective, place) => (
              <ObjectiveLine
                key={objective.id}
                objective={objective}
                count={told?.counts[place]}
                first={place === 0}
                last={place === stored.objectives.length - 1}
                snapshot={snapshot}
                onEdit={() => setOpen({ objective })}
              />
            ))}
          </ol>
        </Panel>
      ) : null}
      {open ? (
        <ObjectiveDialog
          key={open.objective?.id ?? "new"}
          objective={open.objective}
          onClose={() => setOpen(null)}
        />
      ) : null}
    </>
  );
}
