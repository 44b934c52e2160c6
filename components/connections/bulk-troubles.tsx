import { connectionHref } from "@/components/connections/line-cells";
import { TONE_CLASS } from "@/components/ui/tone";
import type { BulkItem } from "@/lib/model/bulk/bulk-job";
import { countOf } from "@/lib/model/names";

/** The connections of a bulk job that failed or are not known, and why. */
export function BulkTroubles({ troubles, more }: { troubles: readonly BulkItem[]; more: number }) {
  if (troubles.length === 0) return null;
  return (
    <section aria-label="What went wrong" className="grid gap-2">
      <h3 className="font-medium">What went wrong</h3>
      <ul className="grid">
        {troubles.map(({ connection_id, name, state, note }) => (
          <li key={connection_id} className="grid gap-0.5 border-line border-t py-2">
            <span className="flex min-w-0 flex-wrap items-center justify-between gap-x-2">
              <a href={connectionHref(connection_id)} className="link mono min-w-0 truncate" title={name}>
                <bdi>{name}</bdi>
              </a>
              <span className={`text-xs ${TONE_CLASS[state === "unknown" ? "unknown" : "broken"]}`}>
                {state === "unknown" ? "Not known" : "Failed"}
              </span>
            </span>
            <span className="wrap-anywhere text-ink-2 text-xs">{note}</span>
          </li>
        ))}
      </ul>
      {more > 0 ? (
        <p className="text-ink-3 text-xs">{countOf(more, "more is", "more are")} in the CSV.</p>
      ) : null}
    </section>
  );
}
