"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { BulkPreviewView } from "@/components/connections/bulk-preview-view";
import { BulkScheduleFields } from "@/components/connections/bulk-schedule-fields";
import { BulkTagFields, type TypedTags } from "@/components/connections/bulk-tag-fields";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Note } from "@/components/ui/note";
import { readTags } from "@/lib/model/annotation";
import { type BulkAct, bulkTitle, bulkWords, type ScheduleAct } from "@/lib/model/bulk/bulk-act";
import { bulkCost, bulkCostWords } from "@/lib/model/bulk/bulk-cost";
import type { BulkRun } from "@/lib/model/bulk/bulk-job";
import { bulkPreview } from "@/lib/model/bulk/bulk-preview";
import type { ConnectionIndex } from "@/lib/model/connection-index";
import { countOf } from "@/lib/model/names";
import { accountStatus } from "@/lib/queries/account";
import { messageOf } from "@/lib/queries/api-error";
import { bulkJobs, startBulkJob } from "@/lib/queries/bulk-jobs";

const NONE: readonly string[] = [];

/** What an act would do to the selection and what it costs, before it is begun. */
export function BulkDialog({
  kind,
  index,
  ids,
  onClose,
  onStarted,
}: {
  kind: BulkAct["kind"];
  index: ConnectionIndex;
  ids: ReadonlySet<string>;
  onClose: () => void;
  onStarted: (run: BulkRun) => void;
}) {
  const client = useQueryClient();
  const [schedule, setSchedule] = useState<ScheduleAct>({ kind: "schedule" });
  const [tags, setTags] = useState<TypedTags>({ add: "", remove: "" });
  const act = useMemo(() => actOf(kind, schedule, tags), [kind, schedule, tags]);
  const { data: status } = useQuery(accountStatus);
  const denied = status?.access.denied ?? NONE;
  const preview = useMemo(() => act && bulkPreview(index, ids, act, denied), [index, ids, act, denied]);
  const start = useMutation({
    mutationFn: (all: { act: BulkAct; ids: readonly string[] }) => startBulkJob(all.act, all.ids),
    onSuccess: (run) => {
      client.setQueryData(bulkJobs.queryKey, (old) => old && [run, ...old.filter(({ id }) => id !== run.id)]);
      void client.invalidateQueries({ queryKey: bulkJobs.queryKey });
      onStarted(run);
    },
  });
  const many = preview?.change.length ?? 0;
  const words = bulkWords({ kind } as BulkAct);
  return (
    <Dialog
      open
      onClose={onClose}
      dismissable={!start.isPending}
      title={`${words.verb} ${countOf(ids.size, "selected connection")}`}
      actions={
        <>
          <Button onClick={onClose} offBecause={start.isPending ? "Wait for the answer" : undefined}>
            Cancel
          </Button>
          <Button
            look="primary"
            pending={start.isPending}
            offBecause={whyOff(act, many)}
            onClick={() => act && start.mutate({ act, ids: [...ids] })}
          >
            {act ? bulkTitle(act, many) : `${words.verb} ${countOf(ids.size, "connection")}`}
          </Button>
        </>
      }
    >
      {kind === "schedule" ? <BulkScheduleFields value={schedule} onChange={setSchedule} /> : null}
      {kind === "tags" ? <BulkTagFields index={index} ids={ids} value={tags} onChange={setTags} /> : null}
      {preview && act ? (
        <>
          <BulkPreviewView act={act} preview={preview} />
          {many > 0 ? (
            <p className="text-ink-3 text-xs">{bulkCostWords(bulkCost(act, many, status?.quota ?? null))}</p>
          ) : null}
        </>
      ) : (
        <p className="text-ink-3">
          {kind === "tags" ? "Name the tags to add or to take off." : "Choose what is to change."}
        </p>
      )}
      {start.error ? (
        <Note tone="broken" role="alert">
          {messageOf(start.error)}
        </Note>
      ) : null}
    </Dialog>
  );
}

function actOf(kind: BulkAct["kind"], schedule: ScheduleAct, typed: TypedTags): BulkAct | null {
  if (kind === "schedule") return Object.keys(schedule).length > 1 ? schedule : null;
  if (kind !== "tags") return { kind };
  const [add, remove] = [readTags(typed.add), readTags(typed.remove)];
  return add.length + remove.length > 0 ? { kind, add, remove } : null;
}

function whyOff(act: BulkAct | null, many: number): string | undefined {
  if (!act) return "Nothing is chosen yet";
  return many === 0 ? "It would change none of them" : undefined;
}
