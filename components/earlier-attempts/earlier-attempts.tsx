"use client";
import { useQuery } from "@tanstack/react-query";
import { lazyPiece } from "@/components/ui/lazy-piece";
import { Time } from "@/components/ui/time";
import { earlierAttempts } from "@/lib/queries/earlier-attempts";

const AppearedAttempt = lazyPiece("What is known of an earlier attempt", () =>
  import("@/components/earlier-attempts/appeared-attempt").then((it) => it.AppearedAttempt),
);

/**
 * What became of lost attempts that another one has followed: on their draft, on the connection that was made in their
 * place, and on what appeared of them. Nothing where there is none.
 */
export function EarlierAttempts({ of }: { of: { draft: string } | { connection: string } }) {
  const { data = [] } = useQuery(earlierAttempts);
  const own = data.filter(({ draft_id, instead, connection_id }) =>
    "draft" in of ? draft_id === of.draft : [instead, connection_id].includes(of.connection),
  );
  return own.map((attempt) =>
    attempt.connection_id !== null ? (
      <AppearedAttempt
        key={attempt.id}
        attempt={attempt}
        id={attempt.connection_id}
        itself={"connection" in of && attempt.connection_id === of.connection}
      />
    ) : attempt.open ? (
      <p key={attempt.id} role="status" className="wrap-anywhere text-ink-3 text-xs">
        The answer to the request for <span className="mono">{attempt.schema}</span> of{" "}
        <Time at={attempt.at} form="absolute" /> was lost. Should that connection still appear in Fivetran, it
        is shown here.
      </p>
    ) : null,
  );
}
