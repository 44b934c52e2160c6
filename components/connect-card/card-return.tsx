"use client";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { Button, ButtonLink } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { Note } from "@/components/ui/note";
import { type ReturnOutcome, tellReturn } from "@/lib/queries/card-channel";
import { connectionDetail } from "@/lib/queries/connection";

const CONNECTION = "connection";

/** Where the page of a connect card leads when it is done. What it brings is compared by the tab that made the card. */
export function CardReturn() {
  const [came, setCame] = useState<{ id: string; outcome: ReturnOutcome | "nothing" | null } | null>(null);
  const told = useRef(false);
  useEffect(() => {
    if (told.current) return;
    told.current = true;
    const brought = new URLSearchParams(location.search);
    const id = brought.get(CONNECTION) ?? "";
    brought.delete(CONNECTION);
    const kept = new URLSearchParams(id === "" ? {} : { [CONNECTION]: id });
    // A token in the address would stay in the browser's history.
    history.replaceState(history.state, "", `${location.pathname}?${kept}`);
    if (id === "" && brought.size === 0) {
      setCame({ id, outcome: "nothing" });
      return;
    }
    setCame({ id, outcome: null });
    void tellReturn(id, [...brought.values()]).then((outcome) => setCame({ id, outcome }));
  }, []);
  const { data: detail } = useQuery({
    ...connectionDetail(came?.id ?? ""),
    enabled: came !== null && came.id !== "",
  });
  const { title, words } = WORDS[came?.outcome ?? "asking"];
  return (
    <Empty
      art={came?.outcome === "other" ? "waiting" : "open"}
      level={1}
      title={title}
      actions={
        <>
          {came?.outcome === "same" || came?.outcome === "none" ? (
            <Button look="primary" onClick={() => window.close()}>
              Close this tab
            </Button>
          ) : null}
          {came?.id ? (
            <ButtonLink href={`/connections/${encodeURIComponent(came.id)}`}>Go to the connection</ButtonLink>
          ) : (
            <ButtonLink href="/connections">All connections</ButtonLink>
          )}
        </>
      }
    >
      <div role="status" className="grid gap-2">
        <p>
          {detail ? (
            <>
              <span className="mono wrap-anywhere">{detail.row.schema}</span>: Fivetran calls it{" "}
              <b>{detail.row.setup_state}</b> at present.{" "}
            </>
          ) : null}
          {words}
        </p>
        {came?.outcome === "other" ? (
          <Note tone="broken" role="alert">
            It may come from an older card of this connection, or not from Fivetran. Nothing was taken from
            it.
          </Note>
        ) : null}
      </div>
    </Empty>
  );
}

const WORDS: Record<ReturnOutcome | "asking" | "nothing", { title: string; words: string }> = {
  asking: {
    title: "The connect card came back",
    words: "Comparing what it brings with the card that was issued.",
  },
  nothing: {
    title: "No connect card came back",
    words: "A connect card leads here when it is done. This address brings none.",
  },
  same: {
    title: "The connect card came back",
    words: "Its token is the one that was issued. The tab that made the card goes on from there.",
  },
  none: {
    title: "The connect card came back",
    words:
      "It brought no token to compare, so what Fivetran calls the connection decides. The tab that made the card goes on from there.",
  },
  other: {
    title: "Not the card that was issued",
    words: "The token that came back is another one.",
  },
  nobody: {
    title: "A connect card came back",
    words:
      "No tab of this browser waits for it: the one that made it was closed or reloaded, or is in another browser. What Fivetran calls the connection decides.",
  },
};
