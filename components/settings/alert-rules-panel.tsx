"use client";
import { useQuery } from "@tanstack/react-query";
import { Ellipsis, Pause, Pencil, Play, Trash2 } from "lucide-react";
import { type ReactNode, useState } from "react";
import { DeleteDialog } from "@/components/settings/delete-dialog";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { Empty } from "@/components/ui/empty";
import { Menu } from "@/components/ui/menu";
import { Panel } from "@/components/ui/panel";
import { useNow } from "@/components/ui/use-now";
import type { AlertChannel } from "@/lib/model/alert/alert-channel";
import { isOfConnections, type StoredAlertRule } from "@/lib/model/alert/alert-rule";
import { ruleWords, SEVERITY_WORDS } from "@/lib/model/alert/rule-words";
import { listOf } from "@/lib/model/names";
import { matchWords } from "@/lib/model/objective/objective-words";
import { accountSnapshot } from "@/lib/queries/account";
import { alertsKey, deleteAlertRule, saveAlertRule } from "@/lib/queries/alerts";
import { useAlertAct } from "@/lib/queries/use-alert-act";

/** When people are told of what. */
export function AlertRulesPanel({
  rules,
  channels,
  add,
  onEdit,
}: {
  rules: readonly StoredAlertRule[];
  channels: readonly AlertChannel[];
  /** The button that makes a new one. */
  add: ReactNode;
  onEdit: (rule: StoredAlertRule) => void;
}) {
  return (
    <Panel title="Rules" end={rules.length > 0 ? add : null}>
      {rules.length === 0 ? (
        <Empty art="open" title="Nobody is told of anything yet" level={3} actions={add}>
          A rule says what matters, such as a connection that breaks or data that is late. Many that break
          together are one message, and a broken destination is one alert.
        </Empty>
      ) : (
        <ul>
          {rules.map((rule) => (
            <RuleLine key={rule.id} rule={rule} channels={channels} onEdit={() => onEdit(rule)} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

function RuleLine({
  rule,
  channels,
  onEdit,
}: {
  rule: StoredAlertRule;
  channels: readonly AlertChannel[];
  onEdit: () => void;
}) {
  const now = useNow();
  const { data: snapshot } = useQuery(accountSnapshot);
  const [deleting, setDeleting] = useState(false);
  const { version, saved_by: _by, saved_at: _at, ...made } = rule;
  const { name, on, channel_ids } = rule;
  const change = useAlertAct({
    run: (to: boolean) => saveAlertRule(version, { ...made, on: to }),
    done: (_, to) => (to ? `Rule switched on: ${name}` : `Rule switched off: ${name}`),
    failed: "Rule not changed",
  });
  const named = (all: readonly { id: string; name: string }[] | undefined) => (key: string) =>
    all?.find((one) => one.id === key)?.name ?? key;
  const where = matchWords(rule.match, {
    connection: (key) => snapshot?.connections.find((row) => row.id === key)?.schema ?? key,
    group: named(snapshot?.groups),
    service: named(snapshot?.services),
  });
  const to = channels.filter(({ id }) => channel_ids.includes(id)).map((channel) => channel.name);
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-1 border-line border-b px-3 py-2.5 last:border-b-0 sm:px-4">
      <div className="grid min-w-0">
        <span className="wrap-anywhere">
          <b className={cx("font-medium", !on && "text-ink-3")}>{name}</b>{" "}
          <span className="text-ink-2">
            {on ? "" : "Switched off. "}
            {SEVERITY_WORDS[rule.severity]}. {ruleWords(rule, now)}
            {isOfConnections(rule.what) ? `: ${where}` : ""}
          </span>
        </span>
        <span className="wrap-anywhere text-ink-3 text-xs">
          {to.length === 0 ? "No channel: nobody is told" : `Told by ${listOf(to)}`}
        </span>
      </div>
      <div className="flex items-center gap-1">
        <Button size="sm" onClick={onEdit} aria-label={`Edit rule ${name}`} className="max-sm:px-1.5">
          <Pencil aria-hidden="true" />
          <span className="max-sm:hidden">Edit</span>
        </Button>
        <Menu
          label={`Actions for rule ${name}`}
          items={[
            on
              ? { id: "off", label: "Switch off", icon: Pause }
              : {
                  id: "on",
                  label: "Switch on",
                  icon: Play,
                  offBecause: channel_ids.length === 0 ? "Choose a channel first" : undefined,
                },
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
        noun="rule"
        name={name}
        queryKey={alertsKey}
        run={() => deleteAlertRule(rule)}
        open={deleting}
        onClose={() => setDeleting(false)}
      >
        Its open alerts end without a message. What it told of before stays listed.
      </DeleteDialog>
    </li>
  );
}
