"use client";
import { useQuery } from "@tanstack/react-query";
import { ArrowRight } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { FailedRead } from "@/components/ui/failed-read";
import { Loading, Skeleton } from "@/components/ui/skeleton";
import { CaptureSource } from "@/components/wizard-run/capture-source";
import { ConnectionGate } from "@/components/wizard-run/connection-gate";
import { ReloadSource } from "@/components/wizard-run/reload-source";
import type { RunStepProps } from "@/components/wizard-run/run-step";
import { countOf } from "@/lib/model/names";
import { changeCounts } from "@/lib/model/schema/change-counts";
import { messageOf } from "@/lib/queries/api-error";
import { schemaExists } from "@/lib/queries/schema";
import { schemaDraft } from "@/lib/queries/schema-draft";

/** `reload`: Fivetran looks at the source when asked; `capture`: it does so in a first sync that loads nothing. */
export type SchemaFlow = "reload" | "capture";

/** What syncs and what is hashed, chosen before a row is loaded; `editor` is the editor of the schema. */
export function SchemaStep({
  flow,
  editor,
  ...props
}: RunStepProps & { flow: SchemaFlow; editor: ReactNode }) {
  const { connectionId: id, onStep, foot } = props;
  const { data: there, error, isFetching, refetch } = useQuery(schemaExists(id));
  const { data: draft } = useQuery(schemaDraft(id));
  const edits = draft ? changeCounts(draft.changes).total : 0;
  return (
    <>
      {there ? (
        editor
      ) : there === false ? (
        <ConnectionGate id={id}>
          {(detail) =>
            flow === "reload" ? <ReloadSource detail={detail} /> : <CaptureSource detail={detail} />
          }
        </ConnectionGate>
      ) : error ? (
        <FailedRead what="The schema could not be read." pending={isFetching} onAgain={() => void refetch()}>
          {messageOf(error)}
        </FailedRead>
      ) : (
        <Loading label="Reading the schema" className="grid gap-3">
          <Skeleton className="h-control rounded-2" />
          <Skeleton className="h-[40vh] rounded-3" />
        </Loading>
      )}
      {foot({
        back: "tests",
        words: there
          ? edits > 0
            ? `${countOf(edits, "change")} not applied yet`
            : "Nothing is loaded before the start"
          : "Nothing is chosen yet",
        children: there ? (
          <Button look={edits > 0 ? "secondary" : "primary"} onClick={() => onStep("start")}>
            Go on to the start <ArrowRight aria-hidden="true" />
          </Button>
        ) : (
          <Button onClick={() => onStep("start")}>Go on without choosing</Button>
        ),
      })}
    </>
  );
}
