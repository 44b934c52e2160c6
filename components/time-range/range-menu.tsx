"use client";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { useNow } from "@/components/ui/use-now";
import { spanWords } from "@/lib/model/span-words";
import { LAST_RANGES, LAST_WORDS, type LastRange, type TimeRange } from "@/lib/model/time-range";
import { fieldTimeIn, timeOfField, type Zone } from "@/lib/model/zone";

/** The last hours or days, all time, or from one time to another on the chosen zone's clock. */
export function RangeMenu({
  range,
  zone,
  offers = LAST_RANGES,
  whole = false,
  folded = false,
  measure,
  onRange,
}: {
  range: TimeRange;
  zone: Zone;
  /** The ranges that move along with time. */
  offers?: readonly LastRange[];
  /** Whether all time may be chosen, and an end left open. */
  whole?: boolean;
  /** For a range that is moved by other means too: its ends are fields only when asked for. */
  folded?: boolean;
  measure?: "md" | "sm";
  onRange: (range: TimeRange) => void;
}) {
  const now = useNow();
  const between = "last" in range ? null : range;
  const standing = between !== null && (between.from !== null || between.until !== null);
  const [custom, setCustom] = useState(false);
  const asked = custom || (standing && !folded);
  const value = asked ? "between" : standing ? "standing" : "last" in range ? range.last : "all";
  return (
    <>
      <Select
        aria-label="Range of time"
        measure={measure}
        className={folded ? "w-40" : undefined}
        value={value}
        onChange={({ target }) => {
          setCustom(target.value === "between");
          if (target.value === "all") onRange({ from: null, until: null });
          else if (target.value !== "between" && target.value !== "standing")
            onRange({ last: target.value as LastRange });
        }}
      >
        {whole ? <option value="all">All time</option> : null}
        {offers.map((last) => (
          <option key={last} value={last}>
            {LAST_WORDS[last]}
          </option>
        ))}
        {value === "standing" && between?.from && between.until ? (
          <option value="standing">
            {spanWords({ from: between.from, to: between.until }, { zone, now })}
          </option>
        ) : null}
        <option value="between">From … until …</option>
      </Select>
      {value === "between" ? (
        <Between
          key={`${zone} ${between?.from} ${between?.until}`}
          from={between?.from ?? null}
          until={between?.until ?? null}
          zone={zone}
          open={whole}
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
  open,
  onRange,
}: {
  from: number | null;
  until: number | null;
  zone: Zone;
  open: boolean;
  onRange: (range: TimeRange) => void;
}) {
  const words = (at: number | null) => (at === null ? "" : fieldTimeIn(at, zone));
  const [tried, setTried] = useState(false);
  const [ends, setEnds] = useState({ from: words(from), until: words(until) });
  const read = { from: timeOfField(ends.from, zone), until: timeOfField(ends.until, zone) };
  const missing = !open && (read.from === null || read.until === null);
  const turned = read.from !== null && read.until !== null && read.until <= read.from;
  const wrong = turned ? "It has to be after the start." : missing ? "Both times are needed." : undefined;
  const send = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!wrong) onRange(read);
  };
  return (
    <form onSubmit={send} className="order-last flex w-full flex-wrap items-end gap-2">
      {(["from", "until"] as const).map((end) => (
        <Field
          key={end}
          label={end === "from" ? "From" : "Until"}
          error={end === "until" && (turned || tried) ? wrong : undefined}
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
