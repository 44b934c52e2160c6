"use client";
import { KIND_WORDS } from "@/components/connection-history/history-look";
import { RangeMenu } from "@/components/connection-history/range-menu";
import type { HistoryParams } from "@/components/connection-history/use-history-params";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { TIMELINE_KINDS } from "@/lib/model/timeline";
import { BROWSER, UTC } from "@/lib/model/zone";

/** Which kinds, whose doing, when, and on whose clock. */
export function HistoryFilters({ params, actors }: { params: HistoryParams; actors: readonly string[] }) {
  const { kinds, actor, zone } = params;
  const known = actor === null || actor === "here" || actor === "elsewhere" || actors.includes(actor);
  return (
    <div className="flex flex-wrap items-center gap-2">
      <fieldset aria-label="Kinds" className="flex flex-wrap gap-1.5">
        {TIMELINE_KINDS.map((kind) => (
          <Button
            key={kind}
            size="sm"
            aria-pressed={kinds.includes(kind)}
            onClick={() => params.toggleKind(kind)}
            className="aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:text-accent-text"
          >
            {KIND_WORDS[kind]}
          </Button>
        ))}
      </fieldset>
      <Select
        aria-label="Whose doing"
        value={actor ?? ""}
        onChange={({ target }) => params.setActor(target.value || null)}
      >
        <option value="">Anyone</option>
        <option value="here">Anyone here</option>
        <option value="elsewhere">Elsewhere</option>
        {[...actors, ...(known || actor === null ? [] : [actor])].map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </Select>
      <RangeMenu range={params.range} zone={zone} onRange={params.setRange} />
      <Select aria-label="Time zone" value={zone} onChange={({ target }) => params.setZone(target.value)}>
        <option value={UTC}>UTC</option>
        <option value={BROWSER}>This browser’s time</option>
        {namedZones(zone).map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </Select>
      {params.narrowed ? (
        <Button look="quiet" onClick={params.clear}>
          Clear filters
        </Button>
      ) : null}
    </div>
  );
}

function namedZones(chosen: string): readonly string[] {
  const all = Intl.supportedValuesOf("timeZone");
  return chosen === UTC || chosen === BROWSER || all.includes(chosen) ? all : [chosen, ...all];
}
