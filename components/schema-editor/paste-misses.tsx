"use client";
import { Button } from "@/components/ui/button";
import { countOf, figure } from "@/lib/model/names";
import type { PastedName } from "@/lib/model/schema/paste-list";
import type { SchemaEditor } from "@/lib/model/schema/schema-editor";

const SHOWN = 40;

/** Pasted names that match nothing, each with what may have been meant. */
export function PasteMisses({
  editor,
  misses,
  onTake,
}: {
  editor: SchemaEditor;
  misses: readonly PastedName[];
  onTake: (name: string, node: number) => void;
}) {
  return (
    <section aria-label="No match" className="grid gap-1.5">
      <h3 className="font-medium">{countOf(misses.length, "name")} without a match</h3>
      <ul className="overflow-hidden rounded-2 border border-line text-xs">
        {misses.slice(0, SHOWN).map(({ name, near }) => (
          <li
            key={name}
            className="flex flex-wrap items-center gap-x-2 gap-y-1 border-line border-b px-2.5 py-1 last:border-b-0"
          >
            <bdi className="mono wrap-anywhere min-w-0 text-ink">{name}</bdi>
            {near.length === 0 ? (
              <span className="ml-auto text-ink-3">nothing like it</span>
            ) : (
              <span className="ml-auto flex min-w-0 flex-wrap items-center gap-1 text-ink-3">
                meant
                {near.map((node) => (
                  <Button
                    key={node}
                    size="sm"
                    aria-label={`Take ${editor.pathOf(node).join(".")} for ${name}`}
                    onClick={() => onTake(name, node)}
                    className="min-w-0 max-w-64 shrink"
                  >
                    <span className="mono truncate">{editor.pathOf(node).slice(-2).join(".")}</span>
                  </Button>
                ))}
                ?
              </span>
            )}
          </li>
        ))}
      </ul>
      {misses.length > SHOWN ? (
        <p className="text-ink-3 text-xs">and {figure(misses.length - SHOWN)} more</p>
      ) : null}
    </section>
  );
}
