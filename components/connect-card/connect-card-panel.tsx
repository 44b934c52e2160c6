"use client";
import { ExternalLink, IdCard } from "lucide-react";
import type { ReactNode } from "react";
import type { ConnectCard } from "@/components/connect-card/use-connect-card";
import { Button, type ButtonLook, buttonClass } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-box";
import { Note } from "@/components/ui/note";
import { Panel, PanelBody } from "@/components/ui/panel";
import { Time } from "@/components/ui/time";
import type { IssuedCard } from "@/lib/model/issued-card";
import { ApiError, messageOf } from "@/lib/queries/api-error";

/** Where somebody fills in credentials or consents on Fivetran's own page, and how far that is. */
export function ConnectCardPanel({
  card: { card, state, making, error, blocked, make },
  setupState,
  look = "primary",
  again = false,
}: {
  card: ConnectCard;
  /** What Fivetran calls the connection now. */
  setupState: string;
  /** Of the button that makes a card. */
  look?: ButtonLook;
  /** For a connection that was authorised before. */
  again?: boolean;
}) {
  const waiting = state === "waiting" && card !== null;
  return (
    <Panel
      title={again ? "Authorise again" : "Connect card"}
      sub={
        waiting ? (
          <>
            good until <Time at={card.good_until} form="absolute" />
          </>
        ) : undefined
      }
      end={
        card ? (
          <Button size="sm" pending={making} onClick={make}>
            Make another
          </Button>
        ) : undefined
      }
    >
      <PanelBody className="grid gap-3">
        <div aria-live="polite" className="grid gap-3">
          {card && state ? (
            <Words state={state} setupState={setupState} returned={card.returned} />
          ) : (
            <p className="max-w-[72ch] text-ink-2">
              {again ? "When credentials have run out or changed: a connect card, a" : "A"} page of Fivetran’s
              own, where you or somebody who has the credentials fills them in or consents. It is good for one
              day, for whoever holds its link, and only one can be open at a time. What is typed there does
              not pass through this console.
            </p>
          )}
          {error ? (
            <Note tone="broken" role="alert">
              <b>
                {error instanceof ApiError && error.code === "unknown_outcome"
                  ? "It is not known whether a card was made."
                  : "No card was made."}
              </b>{" "}
              {messageOf(error)} The connection is as it was.
            </Note>
          ) : null}
          {blocked && waiting ? (
            <Note tone="delayed">
              <b>Your browser did not let the page be opened.</b> Open it by the link below.
            </Note>
          ) : null}
        </div>
        {waiting ? <Ways card={card} /> : null}
        {card ? null : (
          <div>
            <Button look={look} pending={making} onClick={make}>
              <IdCard aria-hidden="true" /> Open a connect card
            </Button>
          </div>
        )}
      </PanelBody>
    </Panel>
  );
}

function Ways({ card }: { card: IssuedCard }) {
  return (
    <div className="flex flex-wrap items-center gap-2">
      <a href={card.uri} target="_blank" rel="noopener noreferrer" className={buttonClass()}>
        <ExternalLink aria-hidden="true" /> Open the connect card
      </a>
      <span className="inline-flex items-center gap-1 text-ink-2 text-xs">
        <CopyButton text={card.uri} label="Copy the link of the connect card" />
        Copy the link for somebody else: who has it can set this connection up
      </span>
    </div>
  );
}

function Words({
  state,
  setupState,
  returned,
}: {
  state: NonNullable<ConnectCard["state"]>;
  setupState: string;
  returned: IssuedCard["returned"];
}): ReactNode {
  switch (state) {
    case "waiting":
      return (
        <p className="text-ink-2">
          Waiting for the card to be completed. Fivetran calls the connection <b>{setupState}</b> at present;
          this page sees when that changes.
        </p>
      );
    case "expired":
      return (
        <Note tone="delayed">
          <b>The card has run out.</b> Nobody completed it within its day. Make another.
        </Note>
      );
    case "strange":
      return (
        <Note tone="broken" role="alert">
          <b>A card came back with another token than the one issued here.</b> It may be an older card of this
          connection, or not Fivetran’s. Nothing is taken from it: make another card, or open the connection
          in Fivetran.
        </Note>
      );
    case "returned":
      return (
        <Note tone="delayed">
          <b>The card came back{returned?.token === "same" ? ", with the token that was issued" : ""}.</b>{" "}
          Fivetran still calls the connection {setupState}. Run the setup tests to see why.
        </Note>
      );
    case "done":
      return (
        <Note tone="healthy">
          <b>The card was completed.</b> Fivetran calls the connection set up; the setup tests show what it
          found.
        </Note>
      );
  }
}
