"use client";
import { useIsMutating, useMutation, useMutationState, useQueryClient } from "@tanstack/react-query";
import { CircleQuestionMark, Search } from "lucide-react";
import { Elapsed } from "@/components/jobs/elapsed";
import { Button } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import { Time } from "@/components/ui/time";
import { useSetup } from "@/components/wizard/setup-context";
import { useCreateConnection } from "@/components/wizard/use-create-connection";
import { connectionNameOf } from "@/lib/model/connector/connection-name";
import type { SetupCreation } from "@/lib/model/setup-draft";
import { messageOf } from "@/lib/queries/api-error";
import { lookForConnection } from "@/lib/queries/setup-creation";
import { setupDraft } from "@/lib/queries/setup-drafts";

/** How the creation stands: under way, refused, or not known. Nothing before it was asked for. */
export function CreateOutcome() {
  const { draft } = useSetup();
  const { creation } = draft;
  const sending = useIsMutating({ mutationKey: ["create-connection", draft.id] }) > 0;
  const errors = useMutationState({
    filters: { mutationKey: ["create-connection", draft.id] },
    select: ({ state }) => state.error,
  });
  const error = errors.at(-1);
  if (sending || creation.state === "sending")
    return (
      <div className="rounded-3 border border-line px-4 py-3">
        <Elapsed>Fivetran is creating the connection. You may close this tab: it is sent once.</Elapsed>
      </div>
    );
  if (creation.state === "unknown") return <NotKnown creation={creation} />;
  if (creation.state === "refused")
    return (
      <Note tone="broken" role="alert">
        <b>
          Fivetran refused the request at <Time at={creation.at} form="absolute" />. Nothing was created.
        </b>{" "}
        {creation.message}
        {creation.retry_at === null ? null : (
          <>
            {" "}
            It takes requests again at <Time at={creation.retry_at} form="absolute" />.
          </>
        )}
      </Note>
    );
  if (error)
    return (
      <Note tone="broken" role="alert">
        <b>Not created.</b> {messageOf(error)}
      </Note>
    );
  return null;
}

/** The answer was lost: says so, looks when asked, and sends again only after a look that found nothing. */
function NotKnown({ creation }: { creation: Extract<SetupCreation, { state: "unknown" }> }) {
  const { draft, form, group, values, go } = useSetup();
  const client = useQueryClient();
  const create = useCreateConnection();
  const look = useMutation({
    mutationFn: () => lookForConnection(draft.id),
    onSuccess: (after) => {
      client.setQueryData(setupDraft(draft.id).queryKey, after);
      if (after.creation.state === "created") go("tests");
    },
  });
  const name = connectionNameOf(form, values().settings);
  return (
    <section aria-label="Not known whether it was created" className="rounded-3 border border-line">
      <h2 className="flex items-center gap-2 border-line border-b px-4 py-2.5 font-semibold">
        <CircleQuestionMark aria-hidden="true" className="icon-st text-unknown-fill" />
        We do not know whether it was created
      </h2>
      <div className="grid gap-3 px-4 py-3 text-ink-2" role="status">
        <p>
          The answer to the request of <Time at={creation.at} form="absolute" /> was lost. It is not sent
          again by itself.{" "}
          {creation.looked_at === null ? (
            "Nobody has looked for the connection since."
          ) : (
            <>
              Looking in <span className="mono wrap-anywhere">{group?.name ?? "the destination"}</span> at{" "}
              <Time at={creation.looked_at} form="absolute" /> found no connection{" "}
              {name ? (
                <>
                  called <span className="mono wrap-anywhere">{name}</span>
                </>
              ) : null}
              , but it may still appear.
            </>
          )}{" "}
          {creation.message}
        </p>
        {look.error ? <p className="text-broken-text">{messageOf(look.error)}</p> : null}
        <div className="flex flex-wrap gap-2">
          <Button look="primary" pending={look.isPending} onClick={() => look.mutate()}>
            <Search aria-hidden="true" />
            Look again
          </Button>
          <Button
            offBecause={
              creation.looked_at === null
                ? "Look first: sending twice could create two connections"
                : undefined
            }
            pending={create.isPending}
            onClick={() => create.mutate({ again: true })}
          >
            Send again
          </Button>
        </div>
      </div>
    </section>
  );
}
