"use client";
import { Button } from "@/components/ui/button";
import { figure } from "@/lib/model/names";
import { type PastedChoice, pastedPath } from "@/lib/model/schema/paste-list";
import type { SchemaEditor } from "@/lib/model/schema/schema-editor";

const NAMES_SHOWN = 40;
const CANDIDATES_SHOWN = 6;

/** Pasted names that a person has to decide on: several items are called so, or one nearly is. */
export function PastedChoices({
  editor,
  title,
  choices,
  several = false,
  onTake,
}: {
  editor: SchemaEditor;
  title: string;
  choices: readonly PastedChoice[];
  /** All candidates may be meant. */
  several?: boolean;
  onTake: (choice: PastedChoice, nodes: number[]) => void;
}) {
  return (
    <section aria-label={title} className="grid gap-1.5">
      <h3 className="font-medium">{title}</h3>
      <ul className="overflow-hidden rounded-2 border border-line text-xs">
        {choices.slice(0, NAMES_SHOWN).map((choice) => (
          <li
            key={choice.text}
            className="flex flex-wrap items-center gap-1.5 border-line border-b px-2.5 py-1.5 last:border-b-0"
          >
            <bdi className="mono wrap-anywhere w-full text-ink">{choice.text}</bdi>
            {choice.candidates.slice(0, CANDIDATES_SHOWN).map((node) => (
              <Button
                key={node}
                size="sm"
                aria-label={`Take ${pastedPath(editor.tree, node)} for ${choice.text}`}
                onClick={() => onTake(choice, [node])}
                className="min-w-0 max-w-full shrink"
              >
                <span className="mono truncate">{pastedPath(editor.tree, node)}</span>
              </Button>
            ))}
            {several ? (
              <Button size="sm" look="quiet" onClick={() => onTake(choice, choice.candidates)}>
                all {figure(choice.candidates.length)}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {choices.length > NAMES_SHOWN ? (
        <p className="text-ink-3 text-xs">and {figure(choices.length - NAMES_SHOWN)} more</p>
      ) : null}
    </section>
  );
}
