"use client";
import { MailFields } from "@/components/settings/mail-fields";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-box";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { RadioCards } from "@/components/ui/radio-cards";
import { SecretInput } from "@/components/ui/secret-input";
import type { ChannelKind, ChannelSettings } from "@/lib/model/alert/alert-channel";

export interface ChannelFieldsProps {
  settings: ChannelSettings;
  onChange: (settings: ChannelSettings) => void;
  secret: string;
  onSecret: (secret: string) => void;
  /** Whether one is there, which stays while none is typed. */
  kept: boolean;
  errors: ReadonlyMap<string, string>;
}

const SECRETS: Record<Exclude<ChannelKind, "email">, { label: string; help: string }> = {
  slack: {
    label: "Webhook address",
    help: "Of an incoming webhook of your Slack app. Whoever has it can write into the channel.",
  },
  teams: {
    label: "Workflow address",
    help: "Of the workflow “Post to a channel when a webhook request is received” in Teams.",
  },
  pagerduty: {
    label: "Integration key",
    help: "Of an Events API v2 integration of your service.",
  },
  webhook: {
    label: "Signing secret",
    help: "Its receiver checks the Standard Webhooks signature with it. It is shown here only until it is saved.",
  },
};

/** Where a channel leads, by its kind. */
export function ChannelFields(props: ChannelFieldsProps) {
  const { settings, onChange, errors } = props;
  if (settings.kind === "email") return <MailFields {...props} settings={settings} />;
  return (
    <>
      {settings.kind === "webhook" ? (
        <Field label="Address" error={errors.get("url")}>
          {(control) => (
            <Input
              {...control}
              mono
              type="url"
              value={settings.url}
              placeholder="https://"
              onChange={({ target }) => onChange({ ...settings, url: target.value })}
            />
          )}
        </Field>
      ) : null}
      {settings.kind === "pagerduty" ? (
        <RadioCards
          name="region"
          label="Service region"
          value={settings.region}
          onChange={(region) => onChange({ ...settings, region })}
          options={[
            { value: "us", label: "United States" },
            { value: "eu", label: "Europe" },
          ]}
        />
      ) : null}
      <ChannelSecret {...props} kind={settings.kind} />
    </>
  );
}

function ChannelSecret({
  kind,
  secret,
  onSecret,
  kept,
  errors,
}: ChannelFieldsProps & { kind: Exclude<ChannelKind, "email"> }) {
  const { label, help } = SECRETS[kind];
  return (
    <>
      <Field
        label={label}
        hint={kept ? "Empty keeps it" : undefined}
        help={help}
        error={errors.get("secret")}
      >
        {(control) => (
          <SecretInput
            {...control}
            label={label.toLowerCase()}
            value={secret}
            onChange={({ target }) => onSecret(target.value)}
          />
        )}
      </Field>
      {kind !== "webhook" ? null : secret === "" ? (
        <Button size="sm" className="justify-self-start" onClick={() => onSecret(newSigningSecret())}>
          Make a secret
        </Button>
      ) : (
        <p className="flex items-center gap-1 text-ink-3 text-xs">
          Copy it for its receiver before it is saved
          <CopyButton label="Copy signing secret" text={secret} />
        </p>
      )}
    </>
  );
}

function newSigningSecret(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return `whsec_${btoa(String.fromCharCode(...bytes))}`;
}
