"use client";
import { useState } from "react";
import type { ChannelFieldsProps } from "@/components/settings/channel-fields";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { SecretInput } from "@/components/ui/secret-input";
import { Select } from "@/components/ui/select";
import type { MailSettings } from "@/lib/model/alert/alert-channel";

const SECURITIES = [
  { value: "starttls", label: "STARTTLS, usually port 587", port: 587 },
  { value: "tls", label: "TLS from the start, usually port 465", port: 465 },
  { value: "none", label: "None: only within a trusted network", port: 25 },
] as const;

/** The mail server, who writes and who is written to. */
export function MailFields({
  settings,
  onChange,
  secret,
  onSecret,
  kept,
  errors,
}: ChannelFieldsProps & { settings: MailSettings }) {
  const [to, setTo] = useState(settings.to.join(", "));
  const [port, setPort] = useState(String(settings.port));
  const put = (change: Partial<MailSettings>) => onChange({ ...settings, ...change });
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <Field label="Mail server" error={errors.get("host")}>
        {(control) => (
          <Input
            {...control}
            mono
            value={settings.host}
            placeholder="smtp.example.com"
            onChange={({ target }) => put({ host: target.value.trim() })}
          />
        )}
      </Field>
      <div className="grid grid-cols-[minmax(0,1fr)_90px] gap-2">
        <Field label="Encryption">
          {(control) => (
            <Select
              {...control}
              value={settings.security}
              className="[&>select]:w-full"
              onChange={({ target }) => {
                const next = SECURITIES.find(({ value }) => value === target.value);
                if (!next) return;
                put({ security: next.value, port: next.port });
                setPort(String(next.port));
              }}
            >
              {SECURITIES.map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label="Port" error={errors.get("port")}>
          {(control) => (
            <Input
              {...control}
              inputMode="numeric"
              value={port}
              onChange={({ target }) => {
                setPort(target.value);
                put({ port: target.value.trim() === "" ? Number.NaN : Number(target.value) });
              }}
            />
          )}
        </Field>
      </div>
      <Field label="User name" hint="Optional">
        {(control) => (
          <Input
            {...control}
            autoComplete="off"
            value={settings.username}
            onChange={({ target }) => put({ username: target.value })}
          />
        )}
      </Field>
      <Field label="Password" hint={kept ? "Empty keeps it" : "Optional"} error={errors.get("secret")}>
        {(control) => (
          <SecretInput
            {...control}
            label="password"
            value={secret}
            onChange={({ target }) => onSecret(target.value)}
          />
        )}
      </Field>
      <Field label="From" error={errors.get("from")}>
        {(control) => (
          <Input
            {...control}
            value={settings.from}
            placeholder="headgate@example.com"
            onChange={({ target }) => put({ from: target.value.trim() })}
          />
        )}
      </Field>
      <Field label="To" help="Several with commas between them." error={errors.get("to")}>
        {(control) => (
          <Input
            {...control}
            value={to}
            placeholder="data-oncall@example.com"
            onChange={({ target }) => {
              setTo(target.value);
              put({ to: target.value.split(/[\s,;]+/).filter(Boolean) });
            }}
          />
        )}
      </Field>
    </div>
  );
}
