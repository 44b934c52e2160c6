"use client";
import { useMemo, useState } from "react";
import { LongList } from "@/components/schema-editor/long-list";
import { itemsWords } from "@/components/schema-editor/outcome-words";
import { PasteMisses } from "@/components/schema-editor/paste-misses";
import { PathWords } from "@/components/schema-editor/path-words";
import { usePasted } from "@/components/schema-editor/use-pasted";
import { Button } from "@/components/ui/button";
import { Drawer } from "@/components/ui/drawer";
import { Field } from "@/components/ui/field";
import { CONTROL } from "@/components/ui/input";
import { Note } from "@/components/ui/note";
import { countOf, figure } from "@/lib/model/names";
import { NodeSet } from "@/lib/model/schema/node-set";
import type { SchemaEditor } from "@/lib/model/schema/schema-editor";
import { columnCoverage } from "@/lib/model/schema/schema-totals";
import { selectionCounts } from "@/lib/model/schema/selected-columns";

/** Names from elsewhere become a selection: what they match, what they miss, and what may have been meant. */
export function PasteListDrawer({
  editor,
  onSelect,
  onClose,
}: {
  editor: SchemaEditor;
  onSelect: (selection: NodeSet, keepOnly: boolean) => void;
  onClose: () => void;
}) {
  const { tree } = editor;
  const [text, setText] = useState("");
  const [taken, setTaken] = useState<ReadonlyMap<string, number>>(new Map());
  const { list, pending } = usePasted(tree, text);
  const misses = list.filter(({ name, nodes }) => nodes.length === 0 && !taken.has(name));
  const selection = useMemo(
    () => NodeSet.of([...list.flatMap(({ nodes }) => nodes), ...taken.values()]),
    [list, taken],
  );
  const coverage = columnCoverage(tree);
  const none = pending
    ? "The list is being looked up"
    : selection.size === 0
      ? "Nothing matches yet"
      : undefined;
  const finish = (keepOnly: boolean) => {
    onSelect(selection, keepOnly);
    onClose();
  };
  return (
    <Drawer
      title="Paste a list of names"
      onClose={onClose}
      foot={
        <>
          <Button className="ml-auto" onClick={() => finish(true)} {...(none ? { offBecause: none } : {})}>
            Keep only these
          </Button>
          <Button look="primary" onClick={() => finish(false)} {...(none ? { offBecause: none } : {})}>
            {selection.size === 0
              ? "Select"
              : selection.size === 1
                ? "Select the match"
                : `Select the ${figure(selection.size)} matches`}
          </Button>
        </>
      }
    >
      <Field
        label="Names"
        hint={list.length > 0 ? countOf(list.length, "name") : undefined}
        help="One a line or with commas between; quotes are fine. A table, schema.table, table.column, or all three."
      >
        {(control) => (
          <textarea
            {...control}
            rows={8}
            spellCheck={false}
            autoCapitalize="off"
            value={text}
            onChange={(event) => {
              setText(event.target.value);
              setTaken(new Map());
            }}
            className={`${CONTROL} resize-y px-2.5 py-1.5 font-mono text-xs max-sm:text-md`}
          />
        )}
      </Field>
      <p role="status" className="sr-only">
        {list.length === 0
          ? ""
          : `${countOf(selection.size, "match", "matches")}, ${countOf(misses.length, "name")} without a match`}
      </p>
      {selection.size > 0 ? (
        <section aria-label="Matches" className="grid gap-1.5">
          <h3 className="flex items-center gap-2 font-medium">
            {countOf(selection.size, "match", "matches")}
            <span className="ml-auto font-normal text-ink-3 text-xs">
              {itemsWords(selectionCounts(tree, selection))}
            </span>
          </h3>
          <LongList
            label="Matches"
            items={[...selection]}
            keyOf={String}
            row={(node) => (
              <>
                <PathWords path={editor.pathOf(node)} />
                <span className="ml-auto shrink-0 text-ink-3">{editor.isEnabled(node) ? "on" : "off"}</span>
              </>
            )}
          />
        </section>
      ) : null}
      {misses.length > 0 ? (
        <PasteMisses
          editor={editor}
          misses={misses}
          onTake={(name, node) => setTaken(new Map([...taken, [name, node]]))}
        />
      ) : null}
      {misses.length > 0 && coverage.loaded < coverage.total ? (
        <Note>
          Columns of {countOf(coverage.total - coverage.loaded, "table")} are not loaded. A column among them
          cannot be found.
        </Note>
      ) : null}
    </Drawer>
  );
}
