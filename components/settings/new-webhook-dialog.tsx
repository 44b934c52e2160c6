"use client";
import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useId, useState } from "react";
import { useWebhookAct } from "@/components/settings/use-webhook-act";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Note } from "@/components/ui/note";
import { RadioCards } from "@/components/ui/radio-cards";
import { SecretInput } from "@/components/ui/secret-input";
import { Select } from "@/components/ui/select";
import { hostOf } from "@/lib/model/names";
import { WEBHOOK_EVENT_GROUPS, WEBHOOK_EVENTS } from "@/lib/model/webhook-events";
import { accountSnapshot } from "@/lib/queries/account";
import { messageOf } from "@/lib/queries/api-error";
import { createWebhook, type NewWebhook } from "@/lib/queries/webhooks";

export interface NewWebhookProps {
  publicUrl: string | null;
  onClose: () => void;
}

/** Asks for what a new webhook needs: where to, of what, which events. */
export function NewWebhookDialog({ publicUrl, onClose }: NewWebhookProps) {
  const form = useId();
  const { data: groups = [] } = useQuery({ ...accountSnapshot, select: ({ groups: all }) => all });
  const [to, setTo] = useState<"here" | "elsewhere">(publicUrl === null ? "elsewhere" : "here");
  const [group, setGroup] = useState("");
  const [events, setEvents] = useState<ReadonlySet<string>>(new Set(WEBHOOK_EVENTS));
  const [url, setUrl] = useState("");
  const [secret, setSecret] = useState("");
  const [active, setActive] = useState(true);
  const [tried, setTried] = useState(false);
  const make = useWebhookAct({
    run: (hook: NewWebhook) => createWebhook(hook),
    done: () => "Webhook created",
    failed: "Not created",
    after: onClose,
    quiet: true,
  });
  const badUrl = to === "elsewhere" && !/^https:\/\/[^\s/]+/i.test(url.trim());
  const badEvents = events.size === 0;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (badUrl || badEvents || make.isPending) return;
    const common = { group_id: group || null, events: WEBHOOK_EVENTS.filter((name) => events.has(name)) };
    make.mutate(
      to === "here"
        ? { to, ...common }
        : { to, ...common, url: url.trim(), active, ...(secret && { secret }) },
    );
  };
  const toggle = (name: string, on: boolean) => {
    setEvents((chosen) => {
      const next = new Set(chosen);
      if (on) next.add(name);
      else next.delete(name);
      return next;
    });
  };
  return (
    <Dialog
      open
      onClose={onClose}
      width="lg"
      title="New webhook"
      dismissable={!make.isPending}
      actions={
        <>
          <Button onClick={onClose} offBecause={make.isPending ? "Wait for the answer" : undefined}>
            Cancel
          </Button>
          <Button type="submit" form={form} look="primary" pending={make.isPending}>
            Create webhook
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} noValidate className="grid gap-4">
        <RadioCards
          name="to"
          label="Delivers to"
          value={to}
          onChange={setTo}
          options={[
            {
              value: "here",
              label: "This console",
              note: publicUrl === null ? undefined : hostOf(publicUrl),
              offBecause: publicUrl === null ? "It has no public address" : undefined,
            },
            { value: "elsewhere", label: "Another address", note: "Whatever takes Fivetran’s webhooks" },
          ]}
        />
        {to === "elsewhere" ? (
          <>
            <Field
              label="Address"
              error={
                tried && badUrl
                  ? "An https address is needed, such as https://hooks.example.com/in."
                  : undefined
              }
            >
              {(control) => (
                <Input
                  {...control}
                  mono
                  type="url"
                  value={url}
                  placeholder="https://"
                  onChange={(event) => setUrl(event.target.value)}
                />
              )}
            </Field>
            <Field
              label="Secret"
              hint="Optional"
              help="Signs each delivery; its receiver has to know it as well."
            >
              {(control) => (
                <SecretInput
                  {...control}
                  label="secret"
                  value={secret}
                  onChange={(event) => setSecret(event.target.value)}
                />
              )}
            </Field>
            <Checkbox checked={active} onChange={(event) => setActive(event.target.checked)}>
              Active: Fivetran sends a test first, and makes nothing where that is not answered
            </Checkbox>
          </>
        ) : null}
        <Field label="Of">
          {(control) => (
            <Select {...control} value={group} onChange={(event) => setGroup(event.target.value)}>
              <option value="">The whole account</option>
              {groups.map(({ id, name }) => (
                <option key={id} value={id}>
                  Group {name}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <fieldset className="grid gap-3">
          <legend className="mb-1 font-medium">Events</legend>
          <div className="grid gap-3 sm:grid-cols-2">
            {WEBHOOK_EVENT_GROUPS.map(({ name, events: names }) => (
              <div key={name} className="grid content-start gap-1">
                <p className="text-ink-3 text-xs">{name}</p>
                {names.map((event) => (
                  <Checkbox
                    key={event}
                    checked={events.has(event)}
                    onChange={(change) => toggle(event, change.target.checked)}
                  >
                    <span className="mono">{event}</span>
                  </Checkbox>
                ))}
              </div>
            ))}
          </div>
          {tried && badEvents ? (
            <Note tone="broken" role="alert">
              Choose at least one event.
            </Note>
          ) : null}
        </fieldset>
        {make.error ? (
          <Note tone="broken" role="alert">
            <b>Not created.</b> {messageOf(make.error)}
          </Note>
        ) : null}
      </form>
    </Dialog>
  );
}
