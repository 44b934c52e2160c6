"use client";
import { useQuery } from "@tanstack/react-query";
import { CircleCheck, Ellipsis, KeyRound, Pause, Play, Send, Trash2 } from "lucide-react";
import { useState } from "react";
import { DeleteDialog } from "@/components/settings/delete-dialog";
import { useWebhookAct } from "@/components/settings/use-webhook-act";
import { cx } from "@/components/ui/cx";
import { Menu, type MenuItem } from "@/components/ui/menu";
import { Panel } from "@/components/ui/panel";
import { Time } from "@/components/ui/time";
import { countOf } from "@/lib/model/names";
import type { WebhookList, WebhookRow } from "@/lib/model/webhook-console";
import { accountSnapshot } from "@/lib/queries/account";
import {
  changeWebhook,
  deleteWebhook,
  renewWebhookSecret,
  testWebhook,
  webhooksKey,
} from "@/lib/queries/webhooks";

/** Every webhook of the account, whoever made it. */
export function WebhookListPanel({ list }: { list: WebhookList }) {
  const { data: groups } = useQuery({ ...accountSnapshot, select: ({ groups: all }) => all });
  const off = list.hooks.filter(({ active }) => !active).length;
  return (
    <Panel
      title="Webhooks in Fivetran"
      sub={`${list.hooks.length === 0 ? "none" : list.hooks.length}${off > 0 ? `, ${off} switched off` : ""}`}
      foot={
        <>
          As Fivetran listed them <Time at={list.read_at} every={1_000} />. The end of an address that lets
          others deliver is left out.
        </>
      }
    >
      {list.hooks.length === 0 ? (
        <p className="px-3 py-3 text-ink-2 sm:px-4">The account has no webhooks.</p>
      ) : (
        <ul>
          {list.hooks.map((hook) => (
            <HookLine
              key={hook.id}
              hook={hook}
              scope={
                hook.type === "account"
                  ? "Account"
                  : `Group ${groups?.find(({ id }) => id === hook.group_id)?.name ?? hook.group_id}`
              }
            />
          ))}
        </ul>
      )}
    </Panel>
  );
}

function HookLine({ hook, scope }: { hook: WebhookRow; scope: string }) {
  const [deleting, setDeleting] = useState(false);
  const { id, own, events } = hook;
  const change = useWebhookAct({
    run: (active: boolean) => changeWebhook(id, { active }),
    done: (_, active) => (active ? "Webhook switched on" : "Webhook switched off"),
    failed: "Webhook not changed",
  });
  const test = useWebhookAct({
    run: () => testWebhook(id, events.includes("sync_end") ? "sync_end" : (events[0] ?? "sync_end")),
    done: ({ succeed, status, message }) =>
      succeed
        ? { title: "Test delivered", detail: `The receiver answered ${status}.`, tone: "done" }
        : {
            title: "Test not delivered",
            detail: status > 0 ? `The receiver answered ${status}.` : (message ?? "Nobody answered."),
            tone: "failed",
          },
    failed: "Test not sent",
  });
  const renew = useWebhookAct({
    run: () => renewWebhookSecret(id),
    done: () => "Secret renewed",
    failed: "Secret not renewed",
  });
  const items: MenuItem[] = [
    { id: "test", label: "Send a test", icon: Send },
    hook.active
      ? { id: "off", label: "Switch off", icon: Pause }
      : { id: "on", label: "Switch on", icon: Play },
    {
      id: "renew",
      label: "Renew secret",
      icon: KeyRound,
      offBecause: own ? undefined : "Its receiver has to know the secret; set it where it is kept",
    },
    { id: "delete", label: "Delete", icon: Trash2, danger: true, separated: true },
  ];
  const act = (what: string) => {
    if (what === "test") test.mutate(undefined);
    if (what === "on" || what === "off") change.mutate(what === "on");
    if (what === "renew") renew.mutate(undefined);
    if (what === "delete") setDeleting(true);
  };
  const busy = test.isPending || change.isPending || renew.isPending;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 border-line border-b px-3 py-2 last:border-b-0 sm:px-4">
      <div className="grid min-w-0 flex-1 basis-60">
        <span className="mono wrap-anywhere font-medium">{hook.address}</span>
        <span className="wrap-anywhere text-ink-3 text-xs">
          {scope}, {own ? "made by this console" : "made elsewhere"}
          {own ? (
            <>
              , secret made <Time at={own.secret_made_at} />
            </>
          ) : hook.has_secret ? (
            ", signed"
          ) : (
            ", not signed"
          )}
        </span>
      </div>
      <span
        className={cx(
          "inline-flex items-center gap-1.5 font-medium text-xs sm:w-28",
          hook.active ? "text-healthy-text" : "text-paused-text",
        )}
      >
        {hook.active ? (
          <CircleCheck aria-hidden="true" className="icon-st" />
        ) : (
          <Pause aria-hidden="true" className="icon-st" />
        )}
        {hook.active ? "Active" : "Switched off"}
      </span>
      <span className="text-ink-2 text-xs sm:w-40" title={events.join(", ")}>
        {events.length <= 2 ? (
          <span className="mono">{events.join(", ")}</span>
        ) : (
          countOf(events.length, "kind of event", "kinds of event")
        )}
      </span>
      <span className="text-ink-3 text-xs sm:w-28">
        {own ? own.last_at === null ? "nothing came yet" : <Time at={own.last_at} every={1_000} /> : null}
      </span>
      <Menu
        label={`Actions for the webhook to ${hook.address}`}
        items={items}
        onAction={act}
        trigger={{ "aria-busy": busy || undefined }}
        className="ml-auto inline-grid size-control-sm place-items-center rounded-2 text-ink-3 hover:bg-hover hover:text-ink"
      >
        <Ellipsis aria-hidden="true" className="icon" />
      </Menu>
      <DeleteDialog
        noun="webhook"
        queryKey={webhooksKey}
        run={() => deleteWebhook(hook.id)}
        open={deleting}
        onClose={() => setDeleting(false)}
      >
        Fivetran stops delivering to <span className="mono wrap-anywhere">{hook.address}</span> at once.{" "}
        {hook.own
          ? "What was delivered here stays for 30 days; syncs are seen by asking from then on."
          : "Its receiver is not told. This cannot be undone; another one can be made."}
      </DeleteDialog>
    </li>
  );
}
