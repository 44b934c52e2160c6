"use client";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ChannelFields } from "@/components/settings/channel-fields";
import { SettingDialog } from "@/components/settings/setting-dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { RadioCards } from "@/components/ui/radio-cards";
import {
  type AlertChannel,
  CHANNEL_KINDS,
  CHANNEL_WORDS,
  type ChannelKind,
  type ChannelSettings,
  type NewAlertChannel,
} from "@/lib/model/alert/alert-channel";
import { checkAlertChannel } from "@/lib/model/alert/check-alert-channel";
import { alertChannels, saveAlertChannel } from "@/lib/queries/alerts";
import { useAlertAct } from "@/lib/queries/use-alert-act";

export interface AlertChannelDialogProps {
  /** Null for a new one. */
  channel: AlertChannel | null;
  onClose: () => void;
}

const FRESH: Record<ChannelKind, ChannelSettings> = {
  email: {
    kind: "email",
    host: "",
    port: 587,
    security: "starttls",
    username: "",
    from: "",
    to: [],
  },
  slack: { kind: "slack" },
  teams: { kind: "teams" },
  pagerduty: { kind: "pagerduty", region: "us" },
  webhook: { kind: "webhook", url: "" },
};

/** Asks for a channel: where it leads, and the secret that opens it. */
export function AlertChannelDialog({ channel, onClose }: AlertChannelDialogProps) {
  const { data: stored } = useQuery(alertChannels);
  const [draft, setDraft] = useState<NewAlertChannel>(() =>
    channel
      ? { id: channel.id, name: channel.name, on: channel.on, settings: channel.settings }
      : { id: crypto.randomUUID(), name: "", on: true, settings: FRESH.email },
  );
  const [secret, setSecret] = useState("");
  const [tried, setTried] = useState(false);
  const put = (change: Partial<NewAlertChannel>) => setDraft((held) => ({ ...held, ...change }));
  const present = stored?.find(({ id }) => id === draft.id);
  const moved = channel !== null && stored !== undefined && present?.version !== channel.version;
  const others = (stored ?? []).filter(({ id }) => id !== draft.id).map(({ name }) => name);
  const { kind } = draft.settings;
  const kept = present?.has_secret === true && !present.secret_lost && present.settings.kind === kind;
  const typed = secret.trim() === "" ? null : secret.trim();
  const wrong = checkAlertChannel(draft, typed, kept, others);
  const shown = tried ? wrong : new Map<string, string>();
  const save = useAlertAct({
    run: () => saveAlertChannel(present?.version ?? 0, { ...draft, name: draft.name.trim() }, typed),
    done: () => `Channel saved: ${draft.name.trim()}`,
    failed: "Not saved",
    after: onClose,
    quiet: true,
  });
  const submit = () => {
    setTried(true);
    if (wrong.size === 0 && !save.isPending) save.mutate(undefined);
  };
  return (
    <SettingDialog
      noun="channel"
      title={channel ? `Channel ${channel.name}` : "New channel"}
      meanwhile={moved ? (present ? "changed" : "deleted") : null}
      save={save}
      onSubmit={submit}
      onClose={onClose}
    >
      <Field label="Name" error={shown.get("name")}>
        {(control) => (
          <Input
            {...control}
            value={draft.name}
            placeholder="On call"
            onChange={({ target }) => put({ name: target.value })}
          />
        )}
      </Field>
      <RadioCards
        name="kind"
        label="Leads to"
        columns={5}
        value={kind}
        onChange={(next) => {
          setSecret("");
          put({ settings: channel?.settings.kind === next ? channel.settings : FRESH[next] });
        }}
        options={CHANNEL_KINDS.map((value) => ({ value, label: CHANNEL_WORDS[value] }))}
      />
      <ChannelFields
        key={kind}
        settings={draft.settings}
        onChange={(settings) => put({ settings })}
        secret={secret}
        onSecret={setSecret}
        kept={kept}
        errors={shown}
      />
    </SettingDialog>
  );
}
