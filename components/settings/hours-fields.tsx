"use client";
import { useId, useMemo } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { WorkingHours } from "@/lib/model/objective/objective";
import { UTC } from "@/lib/model/zone";

const DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/** Days, times and the zone in which an objective counts. */
export function HoursFields({
  hours,
  errors,
  onChange,
}: {
  hours: WorkingHours;
  errors: ReadonlyMap<string, string>;
  onChange: (hours: WorkingHours) => void;
}) {
  const zones = useId();
  const names = useMemo(() => ["UTC", ...Intl.supportedValuesOf("timeZone")], []);
  const put = (change: Partial<WorkingHours>) => onChange({ ...hours, ...change });
  return (
    <div className="grid gap-3">
      <fieldset className="grid gap-1">
        <legend className="mb-1 font-medium">Days</legend>
        <div className="flex flex-wrap gap-x-4 gap-y-2">
          {DAYS.map((name, at) => (
            <Checkbox
              key={name}
              checked={hours.days.includes(at + 1)}
              onChange={({ target }) =>
                put({
                  days: target.checked
                    ? [...hours.days, at + 1].sort()
                    : hours.days.filter((day) => day !== at + 1),
                })
              }
            >
              {name}
            </Checkbox>
          ))}
        </div>
        {errors.has("hours.days") ? (
          <p className="text-broken-text text-xs">{errors.get("hours.days")}</p>
        ) : null}
      </fieldset>
      <div className="grid gap-3 sm:grid-cols-[130px_130px_minmax(0,1fr)]">
        <Field label="From" error={errors.get("hours.from")}>
          {(control) => (
            <Input
              {...control}
              type="time"
              value={hours.from}
              onChange={({ target }) => put({ from: target.value })}
            />
          )}
        </Field>
        <Field label="Until" error={errors.get("hours.until")}>
          {(control) => (
            <Input
              {...control}
              type="time"
              value={hours.until === "24:00" ? "00:00" : hours.until}
              onChange={({ target }) => put({ until: target.value === "00:00" ? "24:00" : target.value })}
            />
          )}
        </Field>
        <Field label="Time zone" error={errors.get("hours.zone")}>
          {(control) => (
            <>
              <Input
                {...control}
                list={zones}
                value={hours.zone === UTC ? "UTC" : hours.zone}
                onChange={({ target }) =>
                  put({ zone: target.value.toLowerCase() === "utc" ? UTC : target.value })
                }
              />
              <datalist id={zones}>
                {names.map((name) => (
                  <option key={name} value={name} />
                ))}
              </datalist>
            </>
          )}
        </Field>
      </div>
    </div>
  );
}
