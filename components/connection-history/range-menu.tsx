"use client";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { LAST_RANGES, LAST_WORDS, type LastRange, type TimeRange } from "@/lib/model/time-range";
import { fieldTimeIn, timeOfField, type Zone } from "@/lib/model/zone";

/** The last hours or days, all time, or from one time to another on the chosen zone's clock. */
export function RangeMenu({
  range,
  zone,
  onRange,
}: {
  range: TimeRange;
  zone: Zone;
  onRange: (range: TimeRange) => void;
}) {
  const between = "last" in range ? null : range;
  const standing = between !== null && (between.from !== null || between.until !== null);
  const [custom, setCustom] = useState(false);
  const value = custom || standing ? "between" : "last" in range ? range.last : "all";
  return (
    <>
      <Select
        aria-label="Range of time"
        value={value}
        onChange={({ target }) => {
          setCustom(target.value === "between");
          if (target.value === "all") onRange({ from: null, until: null });
          else if (target.value !== "between") onRange({ last: target.value as LastRange });
        }}
      >
        <option value="all">All time</option>
        {LAST_RANGES.map((last) => (
          <option key={last} value={last}>
            {LAST_WORDS[last]}
          </option>
        ))}
        <option value="between">From … until …</option>
      </Select>
      {value === "between" ? (
        <Between
          key={zone}
          from={between?.from ?? null}
          until={between?.until ?? null}
          zone={zone}
          onRange={onRange}
        />
      ) : null}
    </>
  );
}

function Between({
  from,
  until,
  zone,
  onRange,
}: {
  from: number | null;
  until: number | null;
  zone: Zone;
  onRange: (range: TimeRange) => void;
}) {
  const words = (at: number | null) => (at === null ? "" : fieldTimeIn(at, zone));
  const [ends, setEnds] = useState({ from: words(from), until: words(until) });
  const read = { from: timeOfField(ends.from, zone), until: timeOfField(ends.until, zone) };
  const wrong = read.from !== null && read.until !== null && read.until <= read.from;
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!wrong) onRange(read);
  };
  return (
    <form onSubmit={send} className="order-last flex w-full flex-wrap items-end gap-2">
      {(["from", "until"] as const).map((end) => (
        <Field
          key={end}
          label={end === "from" ? "From" : "Until"}
          error={wrong && end === "until" ? "It has to be after the start." : undefined}
        >
          {(control) => (
            <Input
              {...control}
              type="datetime-local"
              value={ends[end]}
              onChange={({ target }) => setEnds({ ...ends, [end]: target.value })}
            />
          )}
        </Field>
      ))}
      <Button type="submit">Show</Button>
    </form>
  );
}
