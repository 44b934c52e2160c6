"use client";
import { ChevronDown, Columns3 } from "lucide-react";
import { POLICIES, policyName } from "@/components/schema-editor/policy-words";
import { buttonClass } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { Menu } from "@/components/ui/menu";
import type { SchemaEditor } from "@/lib/model/schema/schema-editor";
import type { SchemaChangeHandling } from "@/lib/model/schema/schema-tree";

/** What becomes of what is new at the source. Choosing is an edit of the draft like any other. */
export function PolicyMenu({ editor }: { editor: SchemaEditor }) {
  const policy = editor.policy();
  const base = editor.tree.schema_change_handling;
  return (
    <Menu
      label={`New schemas, tables and columns: ${policyName(policy)}`}
      selection="single"
      items={POLICIES.map(({ value, name, means }) => ({
        id: value,
        text: name,
        checked: value === policy,
        label: (
          <span className="grid whitespace-normal py-0.5">
            <span className="font-medium">
              {name}
              {value === base && value !== policy ? (
                <span className="font-normal text-ink-3 text-xs"> as it is in Fivetran</span>
              ) : null}
            </span>
            <span className="text-ink-3 text-xs">{means}</span>
          </span>
        ),
      }))}
      onAction={(id) => editor.setPolicy(id as SchemaChangeHandling)}
      className={cx(buttonClass(), policy !== base && "border-accent-line bg-accent-soft text-accent-text")}
    >
      <Columns3 aria-hidden="true" />
      {policyName(policy)}
      <ChevronDown aria-hidden="true" className="-mr-1" />
    </Menu>
  );
}
