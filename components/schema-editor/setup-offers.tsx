"use client";
import { ShieldCheck } from "lucide-react";
import { useMemo, useState } from "react";
import { CarriedChoices } from "@/components/schema-editor/carried-choices";
import { LongList } from "@/components/schema-editor/long-list";
import { outcomeWords } from "@/components/schema-editor/outcome-words";
import { PathWords } from "@/components/schema-editor/path-words";
import type { PersonalLook } from "@/components/schema-editor/row-note";
import { useEditorVersion } from "@/components/schema-editor/use-editor-version";
import { useSettled } from "@/components/schema-editor/use-settled";
import { Button } from "@/components/ui/button";
import { Panel, PanelBody } from "@/components/ui/panel";
import { countOf, figure } from "@/lib/model/names";
import type { SchemaCarry } from "@/lib/model/schema/carry-choices";
import { findSchema, findTable } from "@/lib/model/schema/find-place";
import { type PersonalColumn, personalColumns } from "@/lib/model/schema/personal-columns";
import type { SchemaEditor } from "@/lib/model/schema/schema-editor";
import type { Coverage } from "@/lib/model/schema/schema-totals";
import type { SchemaTree } from "@/lib/model/schema/schema-tree";

/** What the editor offers while a connection is set up. */
export interface SchemaSetup {
  /** The connection whose choices may be carried over; null for none. */
  from: string | null;
}

const AFTER_MS = 250;

/** Before the first row is loaded: choices of another connection, and columns that had better be hashed. */
export function SetupOffers({
  id,
  setup,
  editor,
  coverage,
  personalOf,
  reading,
  onLoad,
  onShow,
}: {
  id: string;
  setup: SchemaSetup;
  editor: SchemaEditor;
  coverage: Coverage;
  /** Null while the names are being read. */
  personalOf: ((node: number) => PersonalLook | null) | null;
  /** Columns are being read, or soon will be. */
  reading: boolean;
  /** Reads the columns of these tables, by place. */
  onLoad: (tables: readonly number[] | "all") => void;
  /** Shows those columns among the rows. */
  onShow: () => void;
}) {
  const version = useSettled(useEditorVersion(editor), AFTER_MS);
  const found = useMemo(() => {
    void version;
    return personalOf ? personalColumns(editor, personalOf) : null;
  }, [editor, version, personalOf]);
  const [told, tell] = useState<string | null>(null);
  const rest = coverage.total - coverage.loaded;
  const hash = () => {
    const outcome = editor.set(found?.map(({ node }) => node) ?? [], "hashed", true);
    tell(`${outcomeWords(outcome)} They are in the draft: review and apply it.`);
  };
  return (
    <>
      {setup.from === null ? null : (
        <CarriedChoices
          id={id}
          from={setup.from}
          editor={editor}
          reading={reading}
          onLoad={(tables) => onLoad(placesOf(editor.tree, tables))}
        />
      )}
      <Panel
        title="Personal data"
        sub={
          rest > 0
            ? `columns of ${figure(coverage.loaded)} of ${countOf(coverage.total, "table")} known`
            : undefined
        }
      >
        <PanelBody className="grid gap-2.5">
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
            <p role="status" className="min-w-0 flex-1 basis-72 text-ink-2">
              {wordsOf(found, rest, reading, told)}
            </p>
            <span className="flex flex-wrap gap-2">
              {rest > 0 ? (
                <Button pending={reading} onClick={() => onLoad("all")}>
                  {reading ? "Reading columns" : "Read all columns and suggest"}
                </Button>
              ) : null}
              {found && found.length > 0 ? (
                <Button onClick={hash}>
                  <ShieldCheck aria-hidden="true" /> Hash the {countOf(found.length, "column")} that{" "}
                  {found.length === 1 ? "looks" : "look"} personal
                </Button>
              ) : null}
            </span>
          </div>
          {found && found.length > 0 ? <Suggested columns={found} onShow={onShow} /> : null}
        </PanelBody>
      </Panel>
    </>
  );
}

function placesOf(tree: SchemaTree, tables: SchemaCarry["unread"]): number[] {
  return tables
    .map(([schema, table]) => findTable(tree, findSchema(tree, schema), table))
    .filter((at) => at >= 0);
}

function wordsOf(
  found: readonly PersonalColumn<PersonalLook>[] | null,
  rest: number,
  reading: boolean,
  told: string | null,
): string {
  if (found === null) return "Reading names.";
  if (found.length > 0)
    return `${countOf(found.length, "column")} would sync in the clear and ${
      found.length === 1 ? "looks" : "look"
    } personal, by name and table alone. Hashed before the first sync, the clear values never arrive.`;
  if (told) return told;
  if (reading) return "Columns are being read from the source, table by table.";
  return rest > 0
    ? "Fivetran lists columns only where something was set. Read them all to have personal ones suggested; each table is a question to the source."
    : "No column that would sync in the clear and can be hashed looks personal by its name.";
}

function Suggested({
  columns,
  onShow,
}: {
  columns: readonly PersonalColumn<PersonalLook>[];
  onShow: () => void;
}) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <p className="flex flex-wrap gap-x-4 gap-y-1 text-xs">
        <button
          type="button"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
          className="link min-h-6 rounded-1"
        >
          {open ? "Hide the list" : "Show the list with reasons"}
        </button>
        <button type="button" onClick={onShow} className="link min-h-6 rounded-1">
          Show them among the tables
        </button>
      </p>
      {open ? (
        <LongList
          label="Columns that look personal"
          items={columns}
          keyOf={({ path }) => JSON.stringify(path)}
          row={({ path, look }) => (
            <>
              <PathWords path={path} />
              <span className="ml-auto shrink-0 text-ink-2">{look.label}</span>
              <span className="shrink-0 text-ink-3 max-sm:hidden">{look.reason}</span>
              <span className={look.confidence === "high" ? "shrink-0" : "shrink-0 text-ink-3"}>
                {look.confidence === "high" ? "likely" : "maybe"}
              </span>
            </>
          )}
        />
      ) : null}
    </>
  );
}
