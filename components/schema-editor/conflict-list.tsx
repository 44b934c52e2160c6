"use client";
import { modeWords } from "@/components/schema-editor/mode-words";
import { PathWords } from "@/components/schema-editor/path-words";
import { policyName } from "@/components/schema-editor/policy-words";
import { Button } from "@/components/ui/button";
import { countOf, figure } from "@/lib/model/names";
import type { SchemaConflict, SchemaField } from "@/lib/model/schema/schema-changes";

const SHOWN = 50;

/** Changes that cannot be made as they were meant: what it was, yours, and what Fivetran has now. */
export function ConflictList({
  title,
  conflicts,
  onKeepMine,
  onTakeTheirs,
}: {
  title: string;
  conflicts: readonly SchemaConflict[];
  /** Left out where nothing can be done about them. */
  onKeepMine?: ((conflicts: readonly SchemaConflict[]) => void) | undefined;
  onTakeTheirs?: ((conflicts: readonly SchemaConflict[]) => void) | undefined;
}) {
  const open = conflicts.filter(({ why }) => why === "changed");
  return (
    <section aria-label={title} className="grid gap-1.5">
      <h3 className="flex items-center gap-2 font-medium">
        {title}
        <span className="ml-auto font-normal text-ink-3 text-xs">{countOf(conflicts.length, "edit")}</span>
      </h3>
      <ul className="overflow-hidden rounded-2 border border-line text-xs">
        {conflicts.slice(0, SHOWN).map((conflict) => (
          <li
            key={JSON.stringify([conflict.field, ...conflict.path])}
            className="grid gap-1 border-line border-b px-2.5 py-2 last:border-b-0"
          >
            <PathWords path={conflict.path} />
            {conflict.why === "changed" ? (
              <dl className="grid grid-cols-3 gap-2">
                <Value name="Was" value={valueWords(conflict.field, conflict.base)} />
                <Value name="Yours" value={valueWords(conflict.field, conflict.mine)} />
                <Value
                  name="Fivetran now"
                  value={conflict.theirs === null ? "gone" : valueWords(conflict.field, conflict.theirs)}
                />
              </dl>
            ) : (
              <p className="wrap-anywhere text-ink-3">{whyNot(conflict)}</p>
            )}
            <div className="flex gap-1.5">
              {conflict.why === "changed" && onKeepMine ? (
                <Button size="sm" onClick={() => onKeepMine([conflict])}>
                  Keep mine
                </Button>
              ) : null}
              {onTakeTheirs ? (
                <Button
                  size="sm"
                  look={conflict.why === "changed" && onKeepMine ? "quiet" : "secondary"}
                  onClick={() => onTakeTheirs([conflict])}
                >
                  {conflict.why === "changed" ? "Take theirs" : "Leave it out"}
                </Button>
              ) : null}
            </div>
          </li>
        ))}
      </ul>
      {conflicts.length > SHOWN ? (
        <p className="text-ink-3 text-xs">and {figure(conflicts.length - SHOWN)} more</p>
      ) : null}
      {conflicts.length > 1 && onTakeTheirs ? (
        <div className="flex flex-wrap gap-2">
          {open.length > 1 && onKeepMine ? (
            <Button size="sm" onClick={() => onKeepMine(open)}>
              Keep all {figure(open.length)} of mine
            </Button>
          ) : null}
          <Button
            size="sm"
            look={open.length > 1 && onKeepMine ? "quiet" : "secondary"}
            onClick={() => onTakeTheirs(conflicts)}
          >
            {open.length > 0 ? "Take theirs for all" : "Leave out all"} {figure(conflicts.length)}
          </Button>
        </div>
      ) : null}
    </section>
  );
}

function Value({ name, value }: { name: string; value: string }) {
  return (
    <div className="min-w-0">
      <dt className="text-2xs text-ink-3">{name}</dt>
      <dd className="wrap-anywhere font-medium text-ink">{value}</dd>
    </div>
  );
}

function whyNot({ why, reason }: SchemaConflict): string {
  if (why === "gone") return "It is not in Fivetran any more.";
  if (why === "locked") return `Fivetran locks it${reason ? `: ${reason}` : "."}`;
  return reason || "Fivetran does not offer this setting for it.";
}

function valueWords(field: SchemaField, value: string | boolean): string {
  if (field === "schema_change_handling") return policyName(String(value));
  if (field === "sync_mode") return modeWords(String(value)).toLowerCase();
  if (field === "hashed") return value ? "hashed" : "in clear";
  if (field === "is_primary_key") return value ? "key" : "no key";
  return value ? "synced" : "off";
}
