"use client";
import { useMemo } from "react";
import { changeGroups } from "@/components/schema-editor/change-groups";
import { LongList } from "@/components/schema-editor/long-list";
import { PathWords } from "@/components/schema-editor/path-words";
import { cx } from "@/components/ui/cx";
import type { SchemaChanges } from "@/lib/model/schema/schema-changes";

/** Changes by what they do, in plain words. */
export function ChangeListView({ changes }: { changes: SchemaChanges }) {
  const groups = useMemo(() => changeGroups(changes), [changes]);
  return groups.map(({ title, icon: Icon, look, lines, count }) => (
    <section key={title} aria-label={title} className="grid gap-1.5">
      <h3 className="flex items-center gap-2 font-medium">
        <Icon aria-hidden="true" className={cx("size-[13px] shrink-0 [stroke-width:2.25]", look)} />
        {title}
        <span className="ml-auto font-normal text-ink-3 text-xs">{count}</span>
      </h3>
      <LongList
        label={title}
        items={lines}
        keyOf={({ path }) => JSON.stringify(path)}
        row={({ path, remark }) => (
          <>
            <PathWords path={path} />
            <span className="ml-auto shrink-0 whitespace-nowrap text-ink-3">{remark}</span>
          </>
        )}
      />
    </section>
  ));
}
