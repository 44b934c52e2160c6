"use client";
import { useForm, useWatch } from "react-hook-form";
import { DailyTimeNote } from "@/components/sync-status/daily-time-note";
import { DailyTimeOptions, FrequencyOptions } from "@/components/sync-status/schedule-options";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Note } from "@/components/ui/note";
import { Select } from "@/components/ui/select";
import { type ScheduleValues, schedulePatch, scheduleValues } from "@/lib/model/schedule-patch";
import type { ConnectionDetail } from "@/lib/model/snapshot";
import { ApiError, messageOf } from "@/lib/queries/api-error";
import { useModifyConnection } from "@/lib/queries/connection-acts";

/** Frequency, daily time and who starts a sync. Only what was touched is sent. */
export function ScheduleForm({ detail, onDone }: { detail: ConnectionDetail; onDone: () => void }) {
  const { row, group } = detail;
  const modify = useModifyConnection();
  const form = useForm<ScheduleValues>({ defaultValues: scheduleValues(row) });
  const { schedule_type, sync_frequency, daily_sync_time } = useWatch({
    control: form.control,
  }) as ScheduleValues;
  const manual = schedule_type === "manual";
  const daily = sync_frequency === "1440" && !manual;
  const patch = schedulePatch(form.formState.defaultValues as ScheduleValues, {
    schedule_type,
    sync_frequency,
    daily_sync_time,
  });
  const touched = Object.keys(patch).length > 0;
  const field = modify.error instanceof ApiError ? modify.error.facts.field : undefined;
  const errorAt = (name: string) => (modify.error && field === name ? messageOf(modify.error) : undefined);
  const save = form.handleSubmit(() => {
    modify.mutate({ id: row.id, name: row.schema, patch }, { onSuccess: onDone });
  });
  return (
    <form onSubmit={save} className="grid gap-3" aria-label="Schedule">
      <Field
        label="Syncs are started"
        error={errorAt("schedule_type")}
        help={
          manual
            ? "Fivetran starts none by itself, the frequency is not used, and a rescheduled sync is never retried: someone has to start it again."
            : "At the frequency below."
        }
      >
        {(control) => (
          <Select {...control} {...form.register("schedule_type")}>
            <option value="auto">by Fivetran (auto)</option>
            <option value="manual">only when asked (manual)</option>
          </Select>
        )}
      </Field>
      <Field label="Frequency" error={errorAt("sync_frequency")}>
        {(control) => (
          <Select {...control} {...form.register("sync_frequency")}>
            <FrequencyOptions />
          </Select>
        )}
      </Field>
      {daily ? (
        <Field label="Daily time" error={errorAt("daily_sync_time")}>
          {(control) => (
            <Select {...control} {...form.register("daily_sync_time")}>
              {row.daily_sync_time ? null : <option value="">Fivetran’s choice</option>}
              <DailyTimeOptions />
            </Select>
          )}
        </Field>
      ) : null}
      {daily && daily_sync_time ? <DailyTimeNote time={daily_sync_time} group={group} /> : null}
      {modify.error && !field ? (
        <Note tone="broken" role="alert">
          {messageOf(modify.error)}
        </Note>
      ) : null}
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onDone}>Cancel</Button>
        <Button
          type="submit"
          look="primary"
          pending={modify.isPending}
          offBecause={touched ? undefined : "Nothing is changed"}
        >
          Save schedule
        </Button>
      </div>
    </form>
  );
}
