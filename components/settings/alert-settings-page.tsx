"use client";
import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useState } from "react";
import { AccountTabs } from "@/components/settings/account-tabs";
import type { AlertChannelDialogProps } from "@/components/settings/alert-channel-dialog";
import { AlertChannelsPanel } from "@/components/settings/alert-channels-panel";
import { AlertMessagesPanel } from "@/components/settings/alert-messages-panel";
import type { AlertRuleDialogProps } from "@/components/settings/alert-rule-dialog";
import { AlertRulesPanel } from "@/components/settings/alert-rules-panel";
import { Button } from "@/components/ui/button";
import { lazyPiece } from "@/components/ui/lazy-piece";
import { Note } from "@/components/ui/note";
import { PageHead } from "@/components/ui/page-head";
import { Loading, Skeleton } from "@/components/ui/skeleton";
import type { AlertChannel } from "@/lib/model/alert/alert-channel";
import type { StoredAlertRule } from "@/lib/model/alert/alert-rule";
import { alertChannels, alertRules } from "@/lib/queries/alerts";
import { messageOf } from "@/lib/queries/api-error";

const RuleDialog = lazyPiece<AlertRuleDialogProps>("The dialog", () =>
  import("@/components/settings/alert-rule-dialog").then((it) => it.AlertRuleDialog),
);
const ChannelDialog = lazyPiece<AlertChannelDialogProps>("The dialog", () =>
  import("@/components/settings/alert-channel-dialog").then((it) => it.AlertChannelDialog),
);

type Open = { rule: StoredAlertRule | null } | { channel: AlertChannel | null } | null;

/** What people are told of, and how. */
export function AlertSettingsPage() {
  const rules = useQuery(alertRules);
  const channels = useQuery(alertChannels);
  const [open, setOpen] = useState<Open>(null);
  const error = rules.error ?? channels.error;
  const none = channels.data?.length === 0;
  const newChannel = (
    <Button
      look={none ? "primary" : "secondary"}
      onClick={() => setOpen({ channel: null })}
      onPointerEnter={ChannelDialog.preload}
    >
      <Plus aria-hidden="true" />
      New channel
    </Button>
  );
  const newRule = (
    <Button
      look={none ? "secondary" : "primary"}
      onClick={() => setOpen({ rule: null })}
      onPointerEnter={RuleDialog.preload}
      offBecause={none ? "Make a channel first, so that a rule has somewhere to tell of it" : undefined}
    >
      <Plus aria-hidden="true" />
      New rule
    </Button>
  );
  return (
    <>
      <PageHead title="Alerts">
        Rules say what people are told of, channels say where. One message for each change, one when it is
        over.
      </PageHead>
      <AccountTabs />
      {error ? (
        <Note tone="broken" role="alert">
          <b>Rules and channels could not be read.</b> {messageOf(error)}
        </Note>
      ) : null}
      {rules.data && channels.data ? (
        <>
          <AlertRulesPanel
            rules={rules.data}
            channels={channels.data}
            add={newRule}
            onEdit={(rule) => setOpen({ rule })}
          />
          <AlertChannelsPanel
            channels={channels.data}
            rules={rules.data}
            add={newChannel}
            onEdit={(channel) => setOpen({ channel })}
          />
          <AlertMessagesPanel />
        </>
      ) : error ? null : (
        <Loading label="Loading rules and channels">
          <Skeleton className="h-40 rounded-3" />
        </Loading>
      )}
      {open && "rule" in open ? (
        <RuleDialog key={open.rule?.id ?? "new"} rule={open.rule} onClose={() => setOpen(null)} />
      ) : null}
      {open && "channel" in open ? (
        <ChannelDialog key={open.channel?.id ?? "new"} channel={open.channel} onClose={() => setOpen(null)} />
      ) : null}
    </>
  );
}
