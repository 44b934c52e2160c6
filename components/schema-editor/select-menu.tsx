"use client";
import { ChevronDown, ListChecks } from "lucide-react";
import { buttonClass } from "@/components/ui/button";
import { Menu, type MenuItem } from "@/components/ui/menu";
import { figure } from "@/lib/model/names";

export type SelectAct = "matches" | "shown" | "none" | "invert" | "csv";

/** Selects by what was found or shown, and takes the same away as a file. */
export function SelectMenu({
  matches,
  selected,
  onAct,
}: {
  /** How many rows the search and the filter leave; null where there is none. */
  matches: number | null;
  selected: number;
  onAct: (act: SelectAct) => void;
}) {
  const items: MenuItem[] = [
    {
      id: "matches",
      label: matches === null ? "All matches" : `All ${figure(matches)} matches`,
      offBecause: matches === null ? "Search or filter first" : matches === 0 ? "Nothing matches" : undefined,
    },
    { id: "shown", label: "All rows shown" },
    { id: "invert", label: "Invert among rows shown" },
    { id: "none", label: "None", offBecause: selected === 0 ? "Nothing is selected" : undefined },
    {
      id: "csv",
      label: selected > 0 ? "Download selection as CSV" : "Download as CSV",
      separated: true,
    },
  ];
  return (
    <Menu label="Select" items={items} onAction={(id) => onAct(id as SelectAct)} className={buttonClass()}>
      <ListChecks aria-hidden="true" />
      Select
      <ChevronDown aria-hidden="true" className="-mr-1" />
    </Menu>
  );
}
