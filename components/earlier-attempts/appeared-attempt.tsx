"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import Link from "next/link";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Note } from "@/components/ui/note";
import { Time } from "@/components/ui/time";
import type { EarlierAttempt } from "@/lib/model/earlier-attempt";
import { ApiError, messageOf } from "@/lib/queries/api-error";
import { useDeleteConnection } from "@/lib/queries/connection-acts";
import { earlierAttempts, forgetEarlierAttempt } from "@/lib/queries/earlier-attempts";

/** A connection that an earlier attempt has left behind: kept, or deleted behind its typed name. */
export function AppearedAttempt({
  attempt,
  id,
  itself,
}: {
  attempt: EarlierAttempt;
  /** The connection that appeared. */
  id: string;
  /** Whether this is its own page. */
  itself: boolean;
}) {
  const { schema, instead } = attempt;
  const [asking, setAsking] = useState(false);
  const client = useQueryClient();
  const forget = useMutation({
    mutationFn: () =>
      forgetEarlierAttempt(attempt.id).catch((error: unknown) => {
        if (!(error instanceof ApiError && error.code === "not_found")) throw error;
      }),
    onSettled: () => client.invalidateQueries({ queryKey: earlierAttempts.queryKey }),
  });
  const remove = useDeleteConnection();
  // Its page may be gone before the second half is asked for.
  const removeAndForget = () =>
    remove.mutateAsync({ id, name: schema }).then(
      () => forget.mutateAsync(),
      () => {},
    );
  const name = <span className="mono wrap-anywhere">{schema}</span>;
  const page = (connection: string) => `/connections/${encodeURIComponent(connection)}`;
  return (
    <Note tone="delayed" role="status">
      <b>
        {itself ? (
          "This connection came of an earlier attempt to set it up."
        ) : (
          <>
            An earlier attempt of this set-up appeared as{" "}
            <Link className="link" href={page(id)}>
              {name}
            </Link>
            .
          </>
        )}
      </b>{" "}
      The answer to its request of <Time at={attempt.at} form="absolute" /> was lost, so that another was sent
      {itself && instead !== null ? (
        <>
          , which made{" "}
          <Link className="link" href={page(instead)}>
            another connection
          </Link>
        </>
      ) : null}
      . It was created paused. Keep it or delete it.
      {forget.error ? <span className="block text-broken-text">{messageOf(forget.error)}</span> : null}
      <span className="mt-2 flex flex-wrap gap-2">
        <Button size="sm" pending={forget.isPending} onClick={() => forget.mutate()}>
          Keep it
        </Button>
        <Button size="sm" look="danger" onClick={() => setAsking(true)}>
          Delete it
        </Button>
      </span>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        onConfirm={() => void removeAndForget()}
        title={<>Delete {name}?</>}
        verb="Delete connection"
        danger
        typed={schema}
        pending={remove.isPending}
        error={remove.error ? messageOf(remove.error) : undefined}
      >
        <p>
          Fivetran forgets the set-up, credentials and schedule of this connection. That cannot be undone.
          Tables it has loaded are not deleted by this console.
        </p>
      </ConfirmDialog>
    </Note>
  );
}
