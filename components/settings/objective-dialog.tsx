"use client";
import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useId, useMemo, useRef, useState } from "react";
import { HoursFields } from "@/components/settings/hours-fields";
import { type Pickable, PickMany } from "@/components/settings/pick-many";
import { useSaveObjectives } from "@/components/settings/use-save-objectives";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Note } from "@/components/ui/note";
import { RadioCards } from "@/components/ui/radio-cards";
import { Select } from "@/components/ui/select";
import { checkObjective } from "@/lib/model/objective/check-objective";
import type { Objective } from "@/lib/model/objective/objective";
import type { AccountSnapshot } from "@/lib/model/snapshot";
import { accountSnapshot } from "@/lib/queries/account";
import { messageOf } from "@/lib/queries/api-error";
import { objectives } from "@/lib/queries/objectives";
import { useTags } from "@/lib/queries/use-tags";

export interface ObjectiveDialogProps {
  /** Null for a new one. */
  objective: Objective | null;
  onClose: () => void;
}

const UNITS = [
  { minutes: 1, word: "minutes" },
  { minutes: 60, word: "hours" },
  { minutes: 24 * 60, word: "days" },
] as const;

const fresh = (): Objective => ({
  id: crypto.randomUUID(),
  name: "",
  target_minutes: 60,
  goal_percent: 99,
  hours: null,
  match: { connection_ids: [], group_ids: [], services: [], tags: [] },
});

const OFFICE = { days: [1, 2, 3, 4, 5], from: "08:00", until: "18:00" };

/** Asks for a freshness objective: how fresh, when it counts, for what. */
export function ObjectiveDialog({ objective, onClose }: ObjectiveDialogProps) {
  const form = useId();
  const { data: snapshot } = useQuery(accountSnapshot);
  const { data: stored } = useQuery(objectives);
  const tags = useTags();
  const [draft, setDraft] = useState<Objective>(objective ?? fresh);
  const opened = useRef(JSON.stringify(objective));
  const [unit, setUnit] = useState<number>(
    () => UNITS.findLast(({ minutes }) => draft.target_minutes % minutes === 0)?.minutes ?? 1,
  );
  const [amount, setAmount] = useState(String(draft.target_minutes / unit));
  const [goal, setGoal] = useState(String(draft.goal_percent));
  const [hours, setHours] = useState(
    draft.hours ?? { ...OFFICE, zone: Intl.DateTimeFormat().resolvedOptions().timeZone || "utc" },
  );
  const [tried, setTried] = useState(false);
  const save = useSaveObjectives({ after: onClose, quiet: true });
  const put = (change: Partial<Objective>) => setDraft((held) => ({ ...held, ...change }));
  const made: Objective = {
    ...draft,
    name: draft.name.trim(),
    target_minutes: amount.trim() === "" ? Number.NaN : Number(amount) * unit,
    goal_percent: goal.trim() === "" ? Number.NaN : Number(goal),
    hours: draft.hours && hours,
  };
  const present = stored?.objectives.find(({ id }) => id === draft.id);
  const moved =
    objective !== null && stored !== undefined && JSON.stringify(present ?? null) !== opened.current;
  const others = (stored?.objectives ?? []).filter(({ id }) => id !== draft.id).map(({ name }) => name);
  const wrong = checkObjective(made, others);
  const shown = tried ? wrong : new Map<string, string>();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (wrong.size > 0 || save.isPending) return;
    save.mutate({
      change: (all) =>
        all.some(({ id }) => id === made.id)
          ? all.map((one) => (one.id === made.id ? made : one))
          : [...all, made],
      done: `Objective saved: ${made.name}`,
    });
  };
  const choices = useMemo(() => choicesOf(snapshot, tags), [snapshot, tags]);
  return (
    <Dialog
      open
      onClose={onClose}
      width="lg"
      title={objective ? `Objective ${objective.name}` : "New objective"}
      dismissable={!save.isPending}
      actions={
        <>
          <Button onClick={onClose} offBecause={save.isPending ? "Wait for the answer" : undefined}>
            Cancel
          </Button>
          <Button type="submit" form={form} look="primary" pending={save.isPending}>
            {moved ? "Save over it" : "Save objective"}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} className="grid gap-4">
        {moved ? (
          <Note tone="delayed" role="alert">
            <b>
              {present ? "Someone else changed this objective" : "Someone else deleted this objective"}{" "}
              meanwhile.
            </b>{" "}
            What you typed is kept here; saving puts it in the place of theirs.
          </Note>
        ) : null}
        <div className="grid gap-3 sm:grid-cols-[minmax(0,1fr)_220px_110px]">
          <Field label="Name" error={shown.get("name")}>
            {(control) => (
              <Input
                {...control}
                value={draft.name}
                placeholder="Critical"
                onChange={({ target }) => put({ name: target.value })}
              />
            )}
          </Field>
          <Field label="Fresh within" error={shown.get("target_minutes")}>
            {(control) => (
              <span className="flex gap-2">
                <Input
                  {...control}
                  inputMode="numeric"
                  className="w-20!"
                  value={amount}
                  onChange={({ target }) => setAmount(target.value)}
                />
                <Select
                  aria-label="Unit"
                  value={unit}
                  onChange={({ target }) => setUnit(Number(target.value))}
                  className="flex-1 [&>select]:w-full"
                >
                  {UNITS.map(({ minutes, word }) => (
                    <option key={word} value={minutes}>
                      {word}
                    </option>
                  ))}
                </Select>
              </span>
            )}
          </Field>
          <Field label="Goal, %" error={shown.get("goal_percent")}>
            {(control) => (
              <Input
                {...control}
                inputMode="decimal"
                value={goal}
                onChange={({ target }) => setGoal(target.value)}
              />
            )}
          </Field>
        </div>
        <p className="-mt-2 text-ink-3 text-xs">
          The last good sync ended no longer ago than this, in so much of the counted time of 30 days. The
          rest is the error budget.
        </p>
        <div className="grid gap-3">
          <RadioCards
            name="counts"
            label="When it counts"
            columns={2}
            value={draft.hours ? "hours" : "always"}
            onChange={(value) => put({ hours: value === "hours" ? hours : null })}
            options={[
              { value: "always", label: "At all times", note: "Nights and weekends too" },
              { value: "hours", label: "In working hours", note: "Outside of them nothing is late" },
            ]}
          />
          {draft.hours ? <HoursFields hours={hours} errors={shown} onChange={setHours} /> : null}
        </div>
        <div className="grid gap-4 sm:grid-cols-2">
          <PickMany
            label="Destinations"
            any="Any destination"
            options={choices.groups}
            chosen={draft.match.group_ids}
            onChange={(group_ids) => put({ match: { ...draft.match, group_ids } })}
          />
          <PickMany
            label="Connector types"
            any="Any connector type"
            options={choices.services}
            chosen={draft.match.services}
            onChange={(services) => put({ match: { ...draft.match, services } })}
          />
          <PickMany
            label="Tags"
            any={choices.tags.length > 0 ? "Any tags or none" : "No connection has a tag yet"}
            options={choices.tags}
            chosen={draft.match.tags}
            onChange={(chosen) => put({ match: { ...draft.match, tags: chosen } })}
          />
          <PickMany
            label="Connections"
            any="Any connection"
            options={choices.connections}
            chosen={draft.match.connection_ids}
            onChange={(connection_ids) => put({ match: { ...draft.match, connection_ids } })}
          />
        </div>
        {save.error ? (
          <Note tone="broken" role="alert">
            <b>Not saved.</b> {messageOf(save.error)} What you typed is kept here.
          </Note>
        ) : null}
      </form>
    </Dialog>
  );
}

/** What an objective can name, each kind by name: thousands are put in order once, not with each key. */
function choicesOf(
  { connections, groups, services }: Pick<AccountSnapshot, "connections" | "groups" | "services"> = {
    connections: [],
    groups: [],
    services: [],
  },
  tags: ReadonlyMap<string, readonly string[]> = new Map(),
) {
  const { compare } = new Intl.Collator("en", { numeric: true });
  const sorted = (all: Pickable[]) => all.sort((a, b) => compare(a.name, b.name));
  const used = new Set(connections.map(({ service }) => service));
  return {
    groups: sorted([...groups]),
    services: sorted(services.filter(({ id }) => used.has(id))),
    tags: sorted([...new Set([...tags.values()].flat())].map((tag) => ({ id: tag, name: tag }))),
    connections: sorted(connections.map(({ id, schema }) => ({ id, name: schema }))),
  };
}
