"use client";
import { KIND_WORDS } from "@/components/connection-history/history-look";
import type { HistoryParams } from "@/components/connection-history/use-history-params";
import { RangeMenu } from "@/components/time-range/range-menu";
import { ZoneMenu } from "@/components/time-range/zone-menu";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { TIMELINE_KINDS } from "@/lib/model/timeline";

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
      <RangeMenu range={params.range} zone={zone} whole onRange={params.setRange} />
      <ZoneMenu zone={zone} onZone={params.setZone} />
      {params.narrowed ? (
        <Button look="quiet" onClick={params.clear}>
          Clear filters
        </Button>
      ) : null}
    </div>
  );
}
