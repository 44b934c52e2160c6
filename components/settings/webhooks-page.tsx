"use client";
import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useState } from "react";
import { AccountTabs } from "@/components/settings/account-tabs";
import { DeliveriesPanel } from "@/components/settings/deliveries-panel";
import type { NewWebhookProps } from "@/components/settings/new-webhook-dialog";
import { ReceiverPanel } from "@/components/settings/receiver-panel";
import { WebhookListPanel } from "@/components/settings/webhook-list-panel";
import { Button } from "@/components/ui/button";
import { lazyPiece } from "@/components/ui/lazy-piece";
import { Note } from "@/components/ui/note";
import { PageHead } from "@/components/ui/page-head";
import { messageOf } from "@/lib/queries/api-error";
import { webhookList } from "@/lib/queries/webhooks";

const NewWebhookDialog = lazyPiece<NewWebhookProps>("The dialog", () =>
  import("@/components/settings/new-webhook-dialog").then((it) => it.NewWebhookDialog),
);

/** What Fivetran delivers, to this console and elsewhere. */
export function WebhooksPage() {
  const { data: list, error } = useQuery(webhookList);
  const [making, setMaking] = useState(false);
  return (
    <>
      <PageHead
        title="Webhooks"
        actions={
          <Button
            onClick={() => setMaking(true)}
            onPointerEnter={NewWebhookDialog.preload}
            offBecause={list ? undefined : "The webhooks have not been read yet"}
          >
            <Plus aria-hidden="true" />
            New webhook
          </Button>
        }
      >
        Fivetran tells this console when a sync starts and ends, so it is seen at once. Without webhooks
        everything works by asking.
      </PageHead>
      <AccountTabs />
      {error ? (
        <Note tone="broken" role="alert">
          <b>The webhooks could not be read.</b> {messageOf(error)}
        </Note>
      ) : null}
      {list ? (
        <>
          <ReceiverPanel list={list} />
          <WebhookListPanel list={list} />
          <DeliveriesPanel list={list} />
          {making ? <NewWebhookDialog publicUrl={list.public_url} onClose={() => setMaking(false)} /> : null}
        </>
      ) : error ? null : (
        <p role="status" className="text-ink-3">
          Asking Fivetran for its webhooks
        </p>
      )}
    </>
  );
}
