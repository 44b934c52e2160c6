"use client";
import { FolderSync, History } from "lucide-react";
import { PolicyMenu } from "@/components/schema-editor/policy-menu";
import { useEditorVersion } from "@/components/schema-editor/use-editor-version";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { PageHead } from "@/components/ui/page-head";
import { Time } from "@/components/ui/time";
import { countOf, figure } from "@/lib/model/names";
import type { SchemaEditor } from "@/lib/model/schema/schema-editor";
import { schemaTotals } from "@/lib/model/schema/schema-totals";

/** How much syncs, how old what is shown is, and what can be done with the whole of it. */
export function SchemaHead({
  editor,
  readAt,
  reading,
  onReadAgain,
  onReload,
  onHistory,
  historyOpen,
  level,
}: {
  editor: SchemaEditor;
  readAt: number;
  reading: boolean;
  onReadAgain: () => void;
  onReload: () => void;
  onHistory: () => void;
  historyOpen: boolean;
  /** Of its heading. */
  level: 1 | 2;
}) {
  useEditorVersion(editor);
  const { tables, tables_on, hashed } = schemaTotals(editor);
  return (
    <PageHead
      title="Schema"
      level={level}
      actions={
        <span className="flex flex-wrap gap-2">
          <Button onClick={onReload}>
            <FolderSync aria-hidden="true" />
            <span>
              Reload<span className="max-sm:sr-only"> from source</span>
            </span>
          </Button>
          <PolicyMenu editor={editor} />
          <IconButton
            label="History"
            aria-expanded={historyOpen}
            onClick={onHistory}
            className="aria-expanded:bg-accent-soft aria-expanded:text-accent-text"
          >
            <History aria-hidden="true" />
          </IconButton>
        </span>
      }
    >
      <span>
        {figure(tables_on)} of {countOf(tables, "table")} synced, {countOf(hashed, "column")} hashed
      </span>
      <span className="ml-3 whitespace-nowrap text-xs">
        read <Time at={readAt} every={1_000} />{" "}
        <button
          type="button"
          aria-busy={reading || undefined}
          onClick={() => {
            if (!reading) onReadAgain();
          }}
          className="link ml-1 inline-flex min-h-6 items-center rounded-1"
        >
          {reading ? "Reading again" : "Read again"}
        </button>
      </span>
    </PageHead>
  );
}
