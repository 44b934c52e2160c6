"use client";
import { useQuery } from "@tanstack/react-query";
import { ArrowRight, Ellipsis, Pause, Play } from "lucide-react";
import { ConnectionMenu } from "@/components/connection/connection-menu";
import { tagHref } from "@/components/connection/tag-href";
import { useUnfinished } from "@/components/connection/use-unfinished";
import { ServiceMark } from "@/components/sync-status/service-mark";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-box";
import { TagList } from "@/components/ui/tag-list";
import type { ConnectionDetail } from "@/lib/model/snapshot";
import { verdictOf } from "@/lib/model/verdict";
import { connectionAnnotation } from "@/lib/queries/annotations";
import { useSetPaused, useSyncConnection } from "@/lib/queries/connection-acts";

/** Who it is and what can be done with it. Sync and resume are primary here when the verdict asks for them. */
export function ConnectionHead({ detail }: { detail: ConnectionDetail }) {
  const { row, service, group } = detail;
  const tags = useQuery(connectionAnnotation(row.id)).data?.tags ?? [];
  const target = { id: row.id, name: row.schema };
  const sync = useSyncConnection();
  const pause = useSetPaused();
  const paused = row.paused;
  const unfinished = useUnfinished(detail) !== null;
  const { action } = verdictOf(detail, detail.read_at);
  const next = action === null && row.sync_state !== "syncing" && !paused ? "sync_now" : action;
  return (
    <div className="flex flex-wrap items-start gap-x-3 gap-y-3">
      <ServiceMark service={service.name} size="lg" />
      <div className="min-w-0 flex-1 basis-64">
        <div className="flex flex-wrap items-center gap-x-2.5">
          <h1 className="wrap-anywhere font-mono font-semibold text-lg [unicode-bidi:plaintext]">
            {row.schema}
          </h1>
          {tags.length > 0 ? <TagList tags={tags} hrefOf={tagHref} className="flex-wrap" /> : null}
        </div>
        <p className="flex flex-wrap items-center gap-x-1.5 gap-y-0.5 text-ink-2">
          {service.name}
          <ArrowRight aria-label="to" role="img" className="icon-sm text-ink-3" />
          <span className="mono wrap-anywhere [unicode-bidi:plaintext]">{group.name}</span>
          <span className="inline-flex items-center text-ink-3 text-xs">
            <span className="mono ml-1.5">{row.id}</span>
            <CopyButton text={row.id} label="Copy connection id" />
          </span>
        </p>
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <Button
          look={next === "sync_now" ? "primary" : "secondary"}
          pending={sync.isPending}
          offBecause={whyNoSync(detail)}
          onClick={() => sync.mutate(target)}
        >
          <Play aria-hidden="true" /> Sync now
        </Button>
        <Button
          look={next === "resume" && !unfinished ? "primary" : "secondary"}
          pending={pause.isPending}
          onClick={() => pause.mutate({ ...target, paused: !paused })}
        >
          {paused ? <Play aria-hidden="true" /> : <Pause aria-hidden="true" />}
          {paused ? "Resume" : "Pause"}
        </Button>
        <ConnectionMenu detail={detail}>
          <Ellipsis aria-hidden="true" className="icon" />
        </ConnectionMenu>
      </div>
    </div>
  );
}

function whyNoSync({ row }: ConnectionDetail): string | undefined {
  if (row.paused) return "Paused: resume it first";
  if (row.sync_state === "syncing") return "A sync is running";
  if (row.setup_state === "incomplete") return "Its setup tests have never passed";
  return undefined;
}
