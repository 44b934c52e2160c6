import { DailyTimeOptions, FrequencyOptions } from "@/components/sync-status/schedule-options";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import type { ScheduleAct } from "@/lib/model/bulk/bulk-act";
import { SYNC_FREQUENCIES } from "@/lib/model/schedule";

/** What of the schedule is set for all; the rest stays as each has it. */
export function BulkScheduleFields({
  value,
  onChange,
}: {
  value: ScheduleAct;
  onChange: (value: ScheduleAct) => void;
}) {
  const set = (change: Partial<ScheduleAct>) => {
    const all = Object.entries({ ...value, ...change }).filter(([, one]) => one !== undefined);
    onChange(Object.fromEntries(all) as unknown as ScheduleAct);
  };
  const frequency = SYNC_FREQUENCIES.find((minutes) => minutes === value.sync_frequency);
  return (
    <div className="grid gap-3">
      <Field
        label="Syncs are started"
        help={
          value.schedule_type === "manual"
            ? "Fivetran starts none by itself, the frequency is not used, and a rescheduled sync is never retried."
            : undefined
        }
      >
        {(control) => (
          <Select
            {...control}
            value={value.schedule_type ?? ""}
            onChange={({ target }) =>
              set({ schedule_type: target.value === "" ? undefined : (target.value as "auto" | "manual") })
            }
          >
            <option value="">as they are</option>
            <option value="auto">by Fivetran (auto)</option>
            <option value="manual">only when asked (manual)</option>
          </Select>
        )}
      </Field>
      <Field label="Frequency">
        {(control) => (
          <Select
            {...control}
            value={frequency ?? ""}
            onChange={({ target }) => {
              const next = SYNC_FREQUENCIES.find((minutes) => String(minutes) === target.value);
              set({
                sync_frequency: next,
                ...(next !== undefined && next !== 1440 && { daily_sync_time: undefined }),
              });
            }}
          >
            <option value="">as it is</option>
            <FrequencyOptions />
          </Select>
        )}
      </Field>
      {frequency === undefined || frequency === 1440 ? (
        <Field
          label="Daily time"
          help="For those that sync every 24 h. Fivetran's reference calls it UTC in one place and the destination's time in another."
        >
          {(control) => (
            <Select
              {...control}
              value={value.daily_sync_time ?? ""}
              onChange={({ target }) => set({ daily_sync_time: target.value || undefined })}
            >
              <option value="">as it is</option>
              <DailyTimeOptions />
            </Select>
          )}
        </Field>
      ) : null}
    </div>
  );
}
