"use client";
import { ClipboardList } from "lucide-react";
import { useMemo, useRef, useState } from "react";
import { ColumnsCoverage } from "@/components/schema-editor/columns-coverage";
import { DeskDialogs, type DeskPane } from "@/components/schema-editor/desk-dialogs";
import { DeskFoot } from "@/components/schema-editor/desk-foot";
import { DeskNotes } from "@/components/schema-editor/desk-notes";
import { FilterChips } from "@/components/schema-editor/filter-chips";
import { NoMatches, NoTables } from "@/components/schema-editor/schema-empty";
import { SchemaGrid, type SchemaGridHandle } from "@/components/schema-editor/schema-grid";
import { SchemaHead } from "@/components/schema-editor/schema-head";
import { SearchBox } from "@/components/schema-editor/search-box";
import { SelectMenu } from "@/components/schema-editor/select-menu";
import type { SchemaSetup } from "@/components/schema-editor/setup-offers";
import { useBulk } from "@/components/schema-editor/use-bulk";
import { useColumnJob } from "@/components/schema-editor/use-column-job";
import { useColumnLoads } from "@/components/schema-editor/use-column-loads";
import { useDeskEditor } from "@/components/schema-editor/use-desk-editor";
import { useEditorTree } from "@/components/schema-editor/use-editor-tree";
import { useFound } from "@/components/schema-editor/use-found";
import { useJobNotices } from "@/components/schema-editor/use-job-notices";
import { useNodeSet } from "@/components/schema-editor/use-node-set";
import { useReadAgain } from "@/components/schema-editor/use-read-again";
import { useSchemaParams } from "@/components/schema-editor/use-schema-params";
import { useSelectActs } from "@/components/schema-editor/use-select-acts";
import { useUndoKeys } from "@/components/schema-editor/use-undo-keys";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { lazyPiece } from "@/components/ui/lazy-piece";
import { useFillHeight } from "@/components/ui/use-fill-height";
import { useSlashKey } from "@/components/ui/use-slash-key";
import { foundCount } from "@/lib/model/schema/found";
import { nodeCount } from "@/lib/model/schema/node-ids";
import { NodeSet } from "@/lib/model/schema/node-set";
import type { SchemaDraft } from "@/lib/model/schema/schema-answers";
import type { SchemaEditor } from "@/lib/model/schema/schema-editor";
import { columnCoverage } from "@/lib/model/schema/schema-totals";
import { schemaCount, tableCount } from "@/lib/model/schema/schema-tree";
import type { ConnectionDetail } from "@/lib/model/snapshot";
import type { ReadSchema } from "@/lib/queries/schema";

const SetupOffers = lazyPiece("What the editor suggests", () =>
  import("@/components/schema-editor/setup-offers").then((it) => it.SetupOffers),
);

/** Height of the wizard's foot and of the gap above it, in pixels. */
const SETUP_FOOT = 77;

/** The editor of one connection's schema with everything around its rows. */
export function SchemaDesk({
  id,
  detail,
  setup,
  read,
  draft,
  trouble,
}: {
  id: string;
  detail: ConnectionDetail | undefined;
  /** Given while the connection is set up, where the editor is a part of a page with a foot. */
  setup: SchemaSetup | undefined;
  read: ReadSchema;
  draft: SchemaDraft | null;
  /** Why what is shown could not be read anew. */
  trouble: Error | null;
}) {
  const editor = useDeskEditor(read, draft);
  const tree = useEditorTree(editor);
  const params = useSchemaParams();
  const found = useFound(editor, params.q, params.filter);
  const [expanded, setExpanded] = useNodeSet(tree, () => openAtFirst(editor));
  const [selection, setSelection] = useNodeSet(tree);
  const [pane, setPane] = useState<DeskPane | null>(null);
  const [loads, load] = useColumnLoads(id, editor);
  const columns = useColumnJob(id, editor);
  const readAgain = useReadAgain(id);
  const select = useSelectActs({
    name: detail?.row.schema ?? id,
    editor,
    found: found.found,
    expanded,
    selection,
    onSelection: setSelection,
  });
  const bulk = useBulk(editor, selection, { load: columns.load, csv: select.download });
  const [box, height] = useFillHeight<HTMLDivElement>(setup ? SETUP_FOOT : 0);
  const input = useRef<HTMLInputElement>(null);
  const grid = useRef<SchemaGridHandle>(null);
  useJobNotices(id, detail?.row.schema ?? id, (number) =>
    setPane({ kind: "review", ask: { kind: "undo", number } }),
  );
  useSlashKey(input);
  useUndoKeys(editor);

  const coverage = useMemo(() => columnCoverage(tree), [tree]);
  const reviewing = pane?.kind === "review";
  const review = () => setPane({ kind: "review", ask: { kind: "draft" } });
  const matches = found.found ? foundCount(found.found) : null;
  return (
    <div className="grid gap-4 max-sm:gap-3">
      <SchemaHead
        editor={editor}
        readAt={read.read_at}
        reading={readAgain.isPending}
        onReadAgain={() => readAgain.mutate()}
        onReload={() => setPane({ kind: "reload" })}
        level={setup ? 2 : 1}
        historyOpen={pane?.kind === "history"}
        onHistory={() => setPane(pane?.kind === "history" ? null : { kind: "history", first: null })}
      />
      <DeskNotes
        trouble={trouble}
        readAt={read.read_at}
        editor={editor}
        reviewing={reviewing}
        onReview={review}
      />
      {setup ? (
        <SetupOffers
          id={id}
          setup={setup}
          editor={editor}
          coverage={coverage}
          personalOf={found.personal ? found.personalOf : null}
          reading={columns.starting || columns.running !== null}
          onLoad={columns.load}
          onShow={() => params.setFilter("personal")}
        />
      ) : null}
      <div className="grid gap-3">
        <div className="flex flex-wrap items-start gap-2">
          <SearchBox
            ref={input}
            text={params.q}
            matches={params.q === "" ? null : matches}
            error={found.error}
            onExpect={found.expect}
            onType={params.setQ}
            onLeave={() => grid.current?.focusFirst()}
          />
          <Button onClick={() => setPane({ kind: "paste" })}>
            <ClipboardList aria-hidden="true" />
            Paste list
          </Button>
          <SelectMenu matches={matches} selected={selection.size} onAct={select.act} />
        </div>
        <div className="flex flex-wrap items-center gap-1">
          <FilterChips
            filter={params.filter}
            editor={editor}
            personal={found.personal}
            all={nodeCount(tree)}
            onFilter={params.setFilter}
          />
          {params.filter === "personal" ? (
            <Button look="quiet" size="sm" onClick={() => setPane({ kind: "personal" })}>
              Edit names
            </Button>
          ) : null}
          <ColumnsCoverage
            coverage={coverage}
            job={columns.running}
            starting={columns.starting}
            onLoadAll={() => columns.load("all")}
            onCancel={columns.cancel}
          />
        </div>
      </div>
      <div
        ref={box}
        style={height === undefined ? undefined : { height }}
        onKeyDown={(event) => {
          if (event.key === "Escape" && !event.defaultPrevented && selection.size > 0)
            setSelection(NodeSet.empty);
        }}
        className={cx("flex min-w-0 flex-col gap-3", setup ? undefined : "-mb-8 max-sm:mb-0")}
      >
        {tableCount(tree) === 0 ? (
          <NoTables onReload={() => setPane({ kind: "reload" })} />
        ) : matches === 0 ? (
          <NoMatches unloaded={coverage.total - coverage.loaded} onClear={params.clear} />
        ) : (
          <SchemaGrid
            editor={editor}
            found={found.found}
            search={found.asked}
            personalOf={found.personalOf}
            expanded={expanded}
            onExpandedChange={setExpanded}
            selection={selection}
            onSelectionChange={setSelection}
            onLoadColumns={load}
            columnLoads={loads}
            canEditKeys={false}
            handle={grid}
            className="min-h-0 max-sm:max-h-[calc(100dvh-150px)]"
          />
        )}
        <DeskFoot
          id={id}
          draft={draft}
          editor={editor}
          selection={selection}
          reviewing={reviewing}
          outcome={bulk.outcome}
          onBulk={bulk.act}
          onMode={bulk.setMode}
          onClear={() => setSelection(NodeSet.empty)}
          onReview={reviewing ? () => setPane(null) : review}
        />
      </div>
      <DeskDialogs
        id={id}
        editor={editor}
        detail={detail}
        selection={selection}
        pane={pane}
        question={bulk.question}
        onPane={setPane}
        onSettled={bulk.settle}
        onTold={bulk.tell}
        onLoad={columns.load}
        onSelect={(nodes, keepOnly) => {
          setSelection(nodes);
          if (keepOnly) bulk.keepOnly();
        }}
      />
    </div>
  );
}

/** The first schema that syncs begins open. */
function openAtFirst(editor: SchemaEditor): NodeSet {
  for (let schema = 0; schema < schemaCount(editor.tree); schema++)
    if (editor.isEnabled(schema) && editor.share(schema).on > 0) return NodeSet.of([schema]);
  return NodeSet.empty;
}
