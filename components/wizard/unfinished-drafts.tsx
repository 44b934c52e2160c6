"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { X } from "lucide-react";
import { useState } from "react";
import { ServiceMark } from "@/components/sync-status/service-mark";
import { Button, ButtonLink } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { IconButton } from "@/components/ui/icon-button";
import { Panel } from "@/components/ui/panel";
import { Time } from "@/components/ui/time";
import { STEP_TITLES } from "@/components/wizard/step-titles";
import { countOf } from "@/lib/model/names";
import type { SetupDraftHead } from "@/lib/model/setup-draft";
import { messageOf } from "@/lib/queries/api-error";
import { dropSetupDraft, setupDrafts } from "@/lib/queries/setup-drafts";

const FEW = 2;

/** Connections whose setting up was begun; nothing where there are none. */
export function UnfinishedDrafts({ nameOf }: { nameOf: (service: string) => string }) {
  const { data: drafts = [] } = useQuery(setupDrafts);
  const [all, setAll] = useState(false);
  const [going, setGoing] = useState<SetupDraftHead | null>(null);
  const client = useQueryClient();
  const drop = useMutation({
    mutationFn: (draft: SetupDraftHead) => dropSetupDraft(draft.id),
    onSuccess: () => {
      setGoing(null);
      void client.invalidateQueries({ queryKey: setupDrafts.queryKey });
    },
  });
  if (drafts.length === 0) return null;
  const shown = all ? drafts : drafts.slice(0, FEW);
  return (
    <Panel
      title="Unfinished"
      sub="Yours, kept without secrets"
      end={
        drafts.length > FEW ? (
          <Button size="sm" look="quiet" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? "Show fewer" : `Show all ${drafts.length}`}
          </Button>
        ) : null
      }
    >
      <ul>
        {shown.map((draft) => (
          <li
            key={draft.id}
            className="flex flex-wrap items-center gap-x-3 gap-y-1 border-line border-b px-3 py-2 last:border-b-0 sm:px-4"
          >
            <ServiceMark service={nameOf(draft.service)} />
            <span className="font-medium">{nameOf(draft.service)}</span>
            {draft.schema ? <span className="mono wrap-anywhere text-ink-2">{draft.schema}</span> : null}
            <span className="text-ink-3 text-xs">{stateWords(draft)}</span>
            <span className="ml-auto flex items-center gap-2 text-ink-3 text-xs">
              <Time at={draft.saved_at} />
              <ButtonLink
                size="sm"
                href={`/connections/new/${encodeURIComponent(draft.id)}`}
                aria-label={`Continue with ${draft.schema || nameOf(draft.service)}`}
              >
                Continue
              </ButtonLink>
              <IconButton
                size="sm"
                label={`Delete the draft ${draft.schema || nameOf(draft.service)}`}
                onClick={() => {
                  drop.reset();
                  setGoing(draft);
                }}
              >
                <X aria-hidden="true" />
              </IconButton>
            </span>
          </li>
        ))}
      </ul>
      <ConfirmDialog
        open={going !== null}
        title="Delete this draft?"
        verb="Delete draft"
        danger
        pending={drop.isPending}
        error={drop.error ? messageOf(drop.error) : undefined}
        onClose={() => setGoing(null)}
        onConfirm={() => going && drop.mutate(going)}
      >
        {goneWords(going)}
      </ConfirmDialog>
      <p className="sr-only">{countOf(drafts.length, "unfinished draft")}</p>
    </Panel>
  );
}

function stateWords({ creation, step }: SetupDraftHead): string {
  switch (creation.state) {
    case "created":
      return `created, paused; next: ${STEP_TITLES[step].toLowerCase()}`;
    case "sending":
      return "being created";
    case "unknown":
      return "not known whether it was created";
    case "refused":
      return "refused by Fivetran";
    default:
      return `at ${STEP_TITLES[step].toLowerCase()}`;
  }
}

function goneWords(draft: SetupDraftHead | null): string {
  switch (draft?.creation.state) {
    case "created":
      return "The connection it created stays in Fivetran, paused.";
    case "unknown":
      return "What was chosen and typed so far is gone then. The connection that it asked for may still appear in Fivetran, paused; its page says so then.";
    default:
      return "What was chosen and typed so far is gone then. Nothing in Fivetran changes.";
  }
}
