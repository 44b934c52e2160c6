"use client";
import {
  CircleCheck,
  CircleQuestionMark,
  Ellipsis,
  OctagonX,
  Pause,
  Pencil,
  Play,
  Send,
  Trash2,
} from "lucide-react";
import { type ReactNode, useState } from "react";
import { DeleteDialog } from "@/components/settings/delete-dialog";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { Empty } from "@/components/ui/empty";
import { Menu } from "@/components/ui/menu";
import { Panel } from "@/components/ui/panel";
import { Time } from "@/components/ui/time";
import { type AlertChannel, CHANNEL_WORDS, placeWords } from "@/lib/model/alert/alert-channel";
import type { StoredAlertRule } from "@/lib/model/alert/alert-rule";
import { listOf } from "@/lib/model/names";
import { alertsKey, deleteAlertChannel, saveAlertChannel, testAlertChannel } from "@/lib/queries/alerts";
import { useAlertAct } from "@/lib/queries/use-alert-act";

/** Where people are told. */
export function AlertChannelsPanel({
  channels,
  rules,
  add,
  onEdit,
}: {
  channels: readonly AlertChannel[];
  rules: readonly StoredAlertRule[];
  /** The button that makes a new one. */
  add: ReactNode;
  onEdit: (channel: AlertChannel) => void;
}) {
  return (
    <Panel title="Channels" end={channels.length > 0 ? add : null}>
      {channels.length === 0 ? (
        <Empty art="dry" title="There is no way to tell anyone yet" level={3} actions={add}>
          A channel leads to people: e-mail, Slack, Microsoft Teams, PagerDuty, or a signed webhook to
          anything else. A test shows at once how it is answered.
        </Empty>
      ) : (
        <ul>
          {channels.map((channel) => (
            <ChannelLine
              key={channel.id}
              channel={channel}
              rules={rules.filter(({ channel_ids }) => channel_ids.includes(channel.id))}
              onEdit={() => onEdit(channel)}
            />
          ))}
        </ul>
      )}
    </Panel>
  );
}

function ChannelLine({
  channel,
  rules,
  onEdit,
}: {
  channel: AlertChannel;
  rules: readonly StoredAlertRule[];
  onEdit: () => void;
}) {
  const [deleting, setDeleting] = useState(false);
  const { id, name, on, settings, version } = channel;
  const change = useAlertAct({
    run: (to: boolean) => saveAlertChannel(version, { id, name, on: to, settings }, null),
    done: (_, to) => (to ? `Channel switched on: ${name}` : `Channel switched off: ${name}`),
    failed: "Channel not changed",
  });
  const test = useAlertAct({
    run: () => testAlertChannel(id),
    done: ({ ok, answer }) => ({
      title: ok ? "Test sent" : "Test not taken",
      detail: ok ? `${name} answered: ${answer}` : answer,
      tone: ok ? "done" : "failed",
    }),
    failed: "Test not sent",
  });
  const place = placeWords(channel);
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1.5 border-line border-b px-3 py-2.5 last:border-b-0 sm:px-4">
      <div className="grid min-w-0 flex-1 basis-60">
        <span className="wrap-anywhere">
          <b className={cx("font-medium", !on && "text-ink-3")}>{name}</b>{" "}
          <span className="text-ink-2">
            {on ? "" : "Switched off. "}
            {CHANNEL_WORDS[settings.kind]}
          </span>
        </span>
        <span className="wrap-anywhere text-ink-3 text-xs">
          {[
            place,
            rules.length === 0 ? "no rule uses it" : `used by ${listOf(rules.map((rule) => rule.name))}`,
          ]
            .filter(Boolean)
            .join(", ")}
        </span>
      </div>
      <ChannelState channel={channel} />
      <div className="ml-auto flex items-center gap-1">
        <Button
          size="sm"
          pending={test.isPending}
          onClick={() => test.mutate(undefined)}
          aria-label={`Send a test by ${name}`}
        >
          <Send aria-hidden="true" />
          Test
        </Button>
        <Button size="sm" onClick={onEdit} aria-label={`Edit channel ${name}`} className="max-sm:px-1.5">
          <Pencil aria-hidden="true" />
          <span className="max-sm:hidden">Edit</span>
        </Button>
        <Menu
          label={`Actions for channel ${name}`}
          items={[
            on
              ? { id: "off", label: "Switch off", icon: Pause }
              : { id: "on", label: "Switch on", icon: Play },
            { id: "delete", label: "Delete", icon: Trash2, danger: true, separated: true },
          ]}
          onAction={(what) => (what === "delete" ? setDeleting(true) : change.mutate(what === "on"))}
          trigger={{ "aria-busy": change.isPending || undefined }}
          className="inline-grid size-control-sm place-items-center rounded-2 text-ink-3 hover:bg-hover hover:text-ink"
        >
          <Ellipsis aria-hidden="true" className="icon" />
        </Menu>
      </div>
      <DeleteDialog
        noun="channel"
        name={channel.name}
        queryKey={alertsKey}
        run={() => deleteAlertChannel(channel)}
        open={deleting}
        onClose={() => setDeleting(false)}
      >
        {rules.length === 0
          ? "No rule uses it."
          : `${listOf(rules.map((rule) => rule.name))} will no longer tell anyone by it.`}{" "}
        Its secret is forgotten, and messages that wait are given up.
      </DeleteDialog>
    </li>
  );
}

function ChannelState({ channel: { secret_lost, last } }: { channel: AlertChannel }) {
  const shape = "wrap-anywhere inline-flex items-center gap-1.5 text-xs sm:w-64";
  if (secret_lost)
    return (
      <span className={cx(shape, "text-broken-text")}>
        <OctagonX aria-hidden="true" className="icon-st shrink-0 text-broken-fill" />
        Enter its secret again: Fivetran’s key is another one since
      </span>
    );
  if (!last)
    return (
      <span className={cx(shape, "text-ink-3")}>
        <CircleQuestionMark aria-hidden="true" className="icon-st shrink-0" />
        Nothing was sent yet
      </span>
    );
  const sent = last.state === "sent";
  const Icon = sent ? CircleCheck : OctagonX;
  return (
    <span className={cx(shape, sent ? "text-ink-2" : "text-broken-text")} title={last.answer ?? undefined}>
      <Icon
        aria-hidden="true"
        className={cx("icon-st shrink-0", sent ? "text-healthy-fill" : "text-broken-fill")}
      />
      <span>
        {sent ? "Sent" : "Given up"} <Time at={last.at} every={10_000} />
      </span>
    </span>
  );
}
