"use client";
import { RefreshCw } from "lucide-react";
import { useWebhookAct } from "@/components/settings/use-webhook-act";
import { Button } from "@/components/ui/button";
import { CopyBox } from "@/components/ui/copy-box";
import { Empty } from "@/components/ui/empty";
import { Note } from "@/components/ui/note";
import { Panel, PanelBody } from "@/components/ui/panel";
import { Time } from "@/components/ui/time";
import { figure, hostOf } from "@/lib/model/names";
import type { OwnWebhook, WebhookList } from "@/lib/model/webhook-console";
import { WEBHOOK_EVENTS } from "@/lib/model/webhook-events";
import { changeWebhook, createWebhook, renewWebhookSecret } from "@/lib/queries/webhooks";

const SETTING = "export HEADGATE_PUBLIC_URL=https://headgate.example.com";

/** Whether this console is told of syncs, by which of its webhooks, and what is wrong with them. */
export function ReceiverPanel({ list }: { list: WebhookList }) {
  const own = list.hooks.flatMap((hook) => (hook.own ? [{ ...hook, own: hook.own }] : []));
  const unsettled = list.others.filter(({ gone_at, webhook_id }) => gone_at === null && webhook_id === null);
  const point = useWebhookAct({
    run: () => createWebhook({ to: "here", group_id: null, events: [...WEBHOOK_EVENTS] }),
    done: () => "Fivetran is pointed at this console",
    failed: "Fivetran not pointed here",
  });
  if (own.length === 0) {
    return (
      <Panel title="Receiver" sub="no webhook of this account delivers here">
        {unsettled.map(({ id }) => (
          <PanelBody key={id}>
            <Note tone="unknown">
              <b>A webhook may be in the making.</b> Fivetran’s answer was lost; it shows below once Fivetran
              lists it, and is forgotten after 15 minutes.
            </Note>
          </PanelBody>
        ))}
        <Empty
          art={list.public_url === null ? "dry" : "waiting"}
          level={3}
          title={
            list.public_url === null ? "Fivetran cannot reach this console" : "Nothing is delivered here yet"
          }
          actions={
            list.public_url === null ? null : (
              <Button look="primary" pending={point.isPending} onClick={() => point.mutate(undefined)}>
                Point Fivetran at this console
              </Button>
            )
          }
        >
          {list.public_url === null ? (
            <div className="grid gap-2">
              <p>
                It has no public https address. Have a reverse proxy pass on{" "}
                <span className="mono wrap-anywhere">POST /api/webhooks/fivetran/</span> and nothing else, say
                under which address, and start the console again:
              </p>
              <CopyBox wrap text={SETTING} label="Copy setting" />
              <p>Until then syncs are seen by asking, as the account page says how often.</p>
            </div>
          ) : (
            <p>
              One click makes a webhook of the whole account for every event, signed with a secret of its own,
              to <span className="mono wrap-anywhere">{hostOf(list.public_url)}</span>. Fivetran sends a test
              at once.
            </p>
          )}
        </Empty>
      </Panel>
    );
  }
  const sum = (of: (hook: OwnWebhook) => number) => own.reduce((all, hook) => all + of(hook.own), 0);
  const latest = (of: (hook: OwnWebhook) => number | null) =>
    own.reduce<number | null>((last, hook) => {
      const at = of(hook.own);
      return at !== null && (last === null || at > last) ? at : last;
    }, null);
  const last = latest(({ last_at }) => last_at);
  const refused = latest(({ refused_at }) => refused_at);
  const active = own.some((hook) => hook.active);
  return (
    <Panel
      title="Receiver"
      sub={
        last === null ? (
          "nothing came yet"
        ) : (
          <>
            {active ? "receiving" : "switched off"}, last event <Time at={last} every={1_000} />
          </>
        )
      }
    >
      <div className="grid gap-2 border-line border-b px-3 py-3 empty:hidden sm:px-4">
        {own.map(({ id, address, own: hook }) => (
          <HookNotes key={id} id={id} address={address} hook={hook} />
        ))}
      </div>
      <dl className="grid grid-cols-3 [&>*+*]:border-line [&>*+*]:border-l">
        <Count name="Events, 72 h" value={figure(sum((hook) => hook.received))} />
        <Count name="Turned away, 72 h" value={figure(sum((hook) => hook.refused))} at={refused} />
        <Count name="Webhooks here" value={figure(own.length)} />
      </dl>
    </Panel>
  );
}

function Count({ name, value, at = null }: { name: string; value: string; at?: number | null }) {
  return (
    <div className="px-3 py-3 sm:px-4">
      <dt className="text-2xs text-ink-3">{name}</dt>
      <dd className="flex flex-wrap items-baseline gap-x-2">
        <span className="font-semibold text-lg">{value}</span>
        {at === null ? null : <Time at={at} className="text-ink-3 text-xs" />}
      </dd>
    </div>
  );
}

/** What has to be known of one of ours: switched off, a secret that is being replaced or can no longer be told. */
function HookNotes({ id, address, hook }: { id: string; address: string; hook: OwnWebhook }) {
  const activate = useWebhookAct({
    run: () => changeWebhook(id, { active: true }),
    done: () => "Webhook switched on, account read",
    failed: "Not switched on",
  });
  const renew = useWebhookAct({
    run: () => renewWebhookSecret(id),
    done: () => "Secret renewed",
    failed: "Secret not renewed",
  });
  if (hook.off_since !== null) {
    return (
      <Note tone="delayed">
        <b>
          The webhook to <span className="mono">{address}</span> is switched off.
        </b>{" "}
        First seen so <Time at={hook.off_since} form="absolute" />. Fivetran does that after three days
        without an answer; a person may have. Switching it on sends a test and reads the account, which makes
        up for what was missed.{" "}
        <Button size="sm" pending={activate.isPending} onClick={() => activate.mutate(undefined)}>
          Switch on
        </Button>
      </Note>
    );
  }
  if (hook.secret_lost) {
    return (
      <Note tone="broken">
        <b>Deliveries cannot be checked any more.</b> The secret follows from that of the Fivetran key, which
        was replaced. Everything is turned away until the secret is renewed.{" "}
        <Button size="sm" pending={renew.isPending} onClick={() => renew.mutate(undefined)}>
          Renew secret
        </Button>
      </Note>
    );
  }
  if (hook.old_secret_until === null && !hook.secret_unsure) return null;
  return (
    <Note icon={RefreshCw} tone="syncing">
      <b>Rotation under way.</b>{" "}
      {hook.old_secret_until === null ? (
        "Fivetran’s answer was lost, so both secrets are taken until a delivery shows which one it has."
      ) : (
        <>
          Both secrets are taken until a delivery comes with the new one, at most until{" "}
          <Time at={hook.old_secret_until} form="absolute" />. A test ends it now.
        </>
      )}
    </Note>
  );
}
