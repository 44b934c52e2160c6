"use client";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { MatchFields } from "@/components/settings/match-fields";
import { MinutesField } from "@/components/settings/minutes-field";
import { SettingDialog } from "@/components/settings/setting-dialog";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { RadioCards } from "@/components/ui/radio-cards";
import { Select } from "@/components/ui/select";
import { type AlertChannel, CHANNEL_WORDS } from "@/lib/model/alert/alert-channel";
import {
  type AlertRule,
  type AlertWhat,
  isOfConnections,
  SEVERITIES,
  type StoredAlertRule,
  WHATS,
} from "@/lib/model/alert/alert-rule";
import { checkAlertRule } from "@/lib/model/alert/check-alert-rule";
import { SEVERITY_WORDS, WHAT_WORDS } from "@/lib/model/alert/rule-words";
import { fieldTimeIn, timeOfField, UTC } from "@/lib/model/zone";
import { alertChannels, alertRules, saveAlertRule } from "@/lib/queries/alerts";
import { useAlertAct } from "@/lib/queries/use-alert-act";

export interface AlertRuleDialogProps {
  /** Null for a new one. */
  rule: StoredAlertRule | null;
  onClose: () => void;
}

const fresh = (channel_ids: string[]): AlertRule => ({
  id: crypto.randomUUID(),
  name: "",
  on: true,
  what: "broken",
  severity: "critical",
  after_minutes: WHAT_WORDS.broken.usual,
  expires_at: null,
  channel_ids,
  match: { connection_ids: [], group_ids: [], services: [], tags: [] },
});

/** Asks for an alert rule: of what, for which connections, by which channels. */
export function AlertRuleDialog({ rule, onClose }: AlertRuleDialogProps) {
  const { data: stored } = useQuery(alertRules);
  const { data: channels = [] } = useQuery(alertChannels);
  const [draft, setDraft] = useState<AlertRule>(() =>
    rule ? plain(rule, channels) : fresh(channels.length === 1 ? channels.map(({ id }) => id) : []),
  );
  const [tried, setTried] = useState(false);
  const put = (change: Partial<AlertRule>) => setDraft((held) => ({ ...held, ...change }));
  const present = stored?.find(({ id }) => id === draft.id);
  const moved = rule !== null && stored !== undefined && present?.version !== rule.version;
  const others = (stored ?? []).filter(({ id }) => id !== draft.id).map(({ name }) => name);
  const wrong = checkAlertRule(draft, others);
  const shown = tried ? wrong : new Map<string, string>();
  const save = useAlertAct({
    run: () => saveAlertRule(present?.version ?? 0, { ...draft, name: draft.name.trim() }),
    done: () => `Rule saved: ${draft.name.trim()}`,
    failed: "Not saved",
    after: onClose,
    quiet: true,
  });
  const submit = () => {
    setTried(true);
    if (wrong.size === 0 && !save.isPending) save.mutate(undefined);
  };
  const { what } = draft;
  const expiry = what === "key_expiry";
  return (
    <SettingDialog
      noun="rule"
      title={rule ? `Rule ${rule.name}` : "New rule"}
      meanwhile={moved ? (present ? "changed" : "deleted") : null}
      save={save}
      onSubmit={submit}
      onClose={onClose}
    >
      <div className="grid gap-3 sm:grid-cols-2">
        <Field label="Name" error={shown.get("name")}>
          {(control) => (
            <Input
              {...control}
              value={draft.name}
              placeholder="Broken in production"
              onChange={({ target }) => put({ name: target.value })}
            />
          )}
        </Field>
        <Field label="Tell when">
          {(control) => (
            <Select
              {...control}
              value={what}
              className="[&>select]:w-full"
              onChange={({ target }) => {
                const next = target.value as AlertWhat;
                put({ what: next, after_minutes: WHAT_WORDS[next].usual, expires_at: null });
              }}
            >
              {WHATS.map((one) => (
                <option key={one} value={one}>
                  {WHAT_WORDS[one].choice}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <MinutesField
          key={what}
          label={WHAT_WORDS[what].after}
          help={expiry ? undefined : "0 tells at once."}
          minutes={draft.after_minutes}
          onChange={(after_minutes) => put({ after_minutes })}
          error={shown.get("after_minutes")}
        />
        {expiry ? (
          <Field
            label="Expires on"
            help="Fivetran tells this to nobody by its API."
            error={shown.get("expires_at")}
          >
            {(control) => (
              <Input
                {...control}
                type="date"
                value={draft.expires_at === null ? "" : fieldTimeIn(draft.expires_at, UTC).slice(0, 10)}
                onChange={({ target }) => put({ expires_at: timeOfField(`${target.value}T00:00`, UTC) })}
              />
            )}
          </Field>
        ) : null}
      </div>
      <RadioCards
        name="severity"
        label="Severity"
        value={draft.severity}
        onChange={(severity) => put({ severity })}
        options={SEVERITIES.map((value) => ({ value, label: SEVERITY_WORDS[value] }))}
      />
      <fieldset className="grid gap-1.5">
        <legend className="mb-1 font-medium">Told by</legend>
        {channels.map(({ id, name, on, settings }) => (
          <Checkbox
            key={id}
            checked={draft.channel_ids.includes(id)}
            onChange={({ target }) =>
              put({
                channel_ids: target.checked
                  ? [...draft.channel_ids, id]
                  : draft.channel_ids.filter((one) => one !== id),
              })
            }
          >
            {name}{" "}
            <span className="text-ink-3">
              {CHANNEL_WORDS[settings.kind]}
              {on ? "" : ", switched off"}
            </span>
          </Checkbox>
        ))}
        {shown.has("channel_ids") ? (
          <p role="alert" className="text-broken-text text-xs">
            {shown.get("channel_ids")}
          </p>
        ) : null}
      </fieldset>
      {isOfConnections(what) ? (
        <MatchFields match={draft.match} onChange={(match) => put({ match })} />
      ) : null}
    </SettingDialog>
  );
}

/** The rule without what the store adds, and without channels that are gone. */
function plain(
  { version: _version, saved_by: _by, saved_at: _at, ...rule }: StoredAlertRule,
  channels: readonly AlertChannel[],
): AlertRule {
  const there = new Set(channels.map(({ id }) => id));
  return { ...rule, channel_ids: rule.channel_ids.filter((id) => there.has(id)) };
}
