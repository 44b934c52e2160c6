"use client";
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { Button, ButtonLink } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { lazyPiece } from "@/components/ui/lazy-piece";
import { PageHead } from "@/components/ui/page-head";
import type { RunContext } from "@/components/wizard/run-context";
import { WizardSkeleton } from "@/components/wizard/wizard-skeleton";
import { accountSnapshot } from "@/lib/queries/account";
import { ApiError, messageOf } from "@/lib/queries/api-error";
import { connectorType } from "@/lib/queries/connector-type";
import { setupDraft } from "@/lib/queries/setup-drafts";

const WizardDesk = lazyPiece("The wizard", () =>
  import("@/components/wizard/wizard-desk").then((it) => it.WizardDesk),
);

/** Setting up one connection: waits for the draft, the type's metadata and the account, then hands them over. */
export function Wizard({
  draftId,
  notes,
  run,
}: {
  draftId: string;
  /** What else is known of the draft; drawn above each step. */
  notes: ReactNode;
  /** Draws a step after the creation. */
  run: (context: RunContext) => ReactNode;
}) {
  const draft = useQuery({
    ...setupDraft(draftId),
    // The event stream tells of it first; this is for a stream that is cut.
    refetchInterval: ({ state }) => (state.data?.creation.state === "sending" ? 3_000 : false),
  });
  const service = draft.data?.service;
  const type = useQuery({ ...connectorType(service ?? ""), enabled: service !== undefined });
  const { data: snapshot } = useQuery(accountSnapshot);
  const [loads, setLoads] = useState(0);
  if (typeof window !== "undefined") WizardDesk.preload();

  if (draft.data && type.data && snapshot)
    return (
      <WizardDesk
        key={`${draftId} ${loads}`}
        draft={draft.data}
        type={type.data}
        snapshot={snapshot}
        onLoad={async () => {
          await draft.refetch();
          setLoads((count) => count + 1);
        }}
        notes={notes}
        run={run}
      />
    );
  const asked = draft.data ? type : draft;
  if (!asked.error)
    return (
      <>
        <PageHead title="New connection" />
        <WizardSkeleton />
      </>
    );
  const gone = !draft.data && draft.error instanceof ApiError && draft.error.code === "not_found";
  return (
    <>
      <PageHead title="New connection" />
      <Empty
        art="dry"
        title={
          gone ? "This draft is not here" : `The ${draft.data ? "connector type" : "draft"} could not be read`
        }
        actions={
          <>
            {gone ? null : (
              <Button pending={asked.isFetching} onClick={() => void asked.refetch()}>
                Try again
              </Button>
            )}
            <ButtonLink look={gone ? "primary" : "quiet"} href="/connections/new">
              All connector types
            </ButtonLink>
          </>
        }
      >
        {gone
          ? "It was finished or deleted, or it belongs to somebody else. Drafts are kept per person."
          : `${messageOf(asked.error)} What was typed before is kept in the draft.`}
      </Empty>
    </>
  );
}
