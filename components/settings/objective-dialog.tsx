"use client";
import { useQuery } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { HoursFields } from "@/components/settings/hours-fields";
import { MatchFields } from "@/components/settings/match-fields";
import { MinutesField } from "@/components/settings/minutes-field";
import { SettingDialog } from "@/components/settings/setting-dialog";
import { useSaveObjectives } from "@/components/settings/use-save-objectives";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { RadioCards } from "@/components/ui/radio-cards";
import { checkObjective } from "@/lib/model/objective/check-objective";
import type { Objective } from "@/lib/model/objective/objective";
import { objectives } from "@/lib/queries/objectives";

export interface ObjectiveDialogProps {
  /** Null for a new one. */
  objective: Objective | null;
  onClose: () => void;
}

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
  const { data: stored } = useQuery(objectives);
  const [draft, setDraft] = useState<Objective>(objective ?? fresh);
  const opened = useRef(JSON.stringify(objective));
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
    goal_percent: goal.trim() === "" ? Number.NaN : Number(goal),
    hours: draft.hours && hours,
  };
  const present = stored?.objectives.find(({ id }) => id === draft.id);
  const moved =
    objective !== null && stored !== undefined && JSON.stringify(present ?? null) !== opened.current;
  const others = (stored?.objectives ?? []).filter(({ id }) => id !== draft.id).map(({ name }) => name);
  const wrong = checkObjective(made, others);
  const shown = tried ? wrong : new Map<string, string>();
  const submit = () => {
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
  return (
    <SettingDialog
      noun="objective"
      title={objective ? `Objective ${objective.name}` : "New objective"}
      meanwhile={moved ? (present ? "changed" : "deleted") : null}
      save={save}
      onSubmit={submit}
      onClose={onClose}
    >
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
        <MinutesField
          label="Fresh within"
          minutes={draft.target_minutes}
          onChange={(target_minutes) => put({ target_minutes })}
          error={shown.get("target_minutes")}
        />
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
        The last good sync ended no longer ago than this, in so much of the counted time of 30 days. The rest
        is the error budget.
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
      <MatchFields match={draft.match} onChange={(match) => put({ match })} />
    </SettingDialog>
  );
}
