"use client";
import { useQuery } from "@tanstack/react-query";
import { ListChecks } from "lucide-react";
import { useShownBulkJob } from "@/components/connections/bulk-tools";
import { Button } from "@/components/ui/button";
import { isOver } from "@/lib/model/job";
import { figure } from "@/lib/model/names";
import { bulkJobs } from "@/lib/queries/bulk-jobs";

/** The way to the bulk jobs, once there are any; it tells how far the latest that goes on is. */
export function BulkJobsButton() {
  const { data: runs = [] } = useQuery(bulkJobs);
  const [, setShown] = useShownBulkJob();
  if (runs.length === 0) return null;
  const running = runs.find((run) => !isOver(run));
  const far = running ? `, ${figure(running.done)} of ${figure(running.total ?? 0)}` : "";
  return (
    <Button onClick={() => void setShown(running?.id ?? "all")}>
      <ListChecks aria-hidden="true" />
      Bulk jobs{far}
    </Button>
  );
}
