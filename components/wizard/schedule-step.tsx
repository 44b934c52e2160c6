"use client";
import { useIssue } from "@/components/connector-form/use-settings-form";
import { DailyTimeNote } from "@/components/sync-status/daily-time-note";
import { DailyTimeOptions, FrequencyOptions } from "@/components/sync-status/schedule-options";
import { Field } from "@/components/ui/field";
import { RadioCards } from "@/components/ui/radio-cards";
import { Select } from "@/components/ui/select";
import { useSetup } from "@/components/wizard/setup-context";

/** When it syncs, from its start on. */
export function ScheduleStep() {
  const { group, choices, choose } = useSetup();
  const { schedule } = choices;
  const set = (more: Partial<typeof schedule>) => choose({ schedule: { ...schedule, ...more } });
  const frequencyError = useIssue("sync_frequency");
  const dailyError = useIssue("daily_sync_time");
  const auto = schedule.schedule_type === "auto";
  const daily = auto && schedule.sync_frequency === 1440;
  return (
    <div className="grid gap-4">
      <div data-path="schedule_type">
        <RadioCards
          name="schedule_type"
          label="Who starts a sync"
          columns={2}
          options={[
            { value: "auto", label: "Fivetran", note: "At a frequency." },
            {
              value: "manual",
              label: "Only when asked",
              note: "By this console or your own tools. A rescheduled sync is never retried by itself.",
            },
          ]}
          value={schedule.schedule_type}
          onChange={(schedule_type) => set({ schedule_type })}
        />
      </div>
      {auto ? (
        <div className="grid gap-4 sm:grid-cols-2">
          <div data-path="sync_frequency">
            <Field
              label="Frequency"
              error={frequencyError}
              help="Some plans do not allow every minute. Once a day is the slowest that Fivetran offers."
            >
              {(control) => (
                <Select
                  {...control}
                  name="sync_frequency"
                  value={schedule.sync_frequency}
                  onChange={(event) => set({ sync_frequency: Number(event.target.value) })}
                  className="w-full"
                >
                  <FrequencyOptions />
                </Select>
              )}
            </Field>
          </div>
          {daily ? (
            <div data-path="daily_sync_time">
              <Field label="Daily time" hint="optional" error={dailyError}>
                {(control) => (
                  <Select
                    {...control}
                    name="daily_sync_time"
                    value={schedule.daily_sync_time ?? ""}
                    onChange={(event) => set({ daily_sync_time: event.target.value || null })}
                    className="w-full"
                  >
                    <option value="">Fivetran’s choice</option>
                    <DailyTimeOptions />
                  </Select>
                )}
              </Field>
            </div>
          ) : null}
        </div>
      ) : null}
      {daily && schedule.daily_sync_time && group ? (
        <DailyTimeNote time={schedule.daily_sync_time} group={group} />
      ) : null}
    </div>
  );
}
