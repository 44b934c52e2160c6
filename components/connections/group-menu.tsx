"use client";
import { ChevronDown, Rows3 } from "lucide-react";
import { buttonClass } from "@/components/ui/button";
import { Menu } from "@/components/ui/menu";
import { GROUPINGS, type Grouping } from "@/lib/model/connection-list";

const WORDS: Record<Grouping, string> = {
  none: "No groups",
  destination: "By destination",
  service: "By service",
  health: "By health",
};

/** How rows stand together. */
export function GroupMenu({
  grouping,
  onChange,
}: {
  grouping: Grouping;
  onChange: (grouping: Grouping) => void;
}) {
  return (
    <Menu
      label="Group rows"
      selection="single"
      items={GROUPINGS.map((one) => ({ id: one, label: WORDS[one], checked: one === grouping }))}
      onAction={(id) => {
        const chosen = GROUPINGS.find((one) => one === id);
        if (chosen) onChange(chosen);
      }}
      trigger={{ "aria-label": `Group rows, ${WORDS[grouping].toLowerCase()}`, title: "Group rows" }}
      className={buttonClass()}
    >
      <Rows3 aria-hidden="true" />
      {WORDS[grouping]}
      <ChevronDown aria-hidden="true" className="-mr-1" />
    </Menu>
  );
}
