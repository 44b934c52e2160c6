import type { CatalogueEntry, CatalogueIndex } from "@/lib/model/catalogue/catalogue-index";
import type { FoundTypes } from "@/lib/model/catalogue/find-types";
import { countOf } from "@/lib/model/names";

/** A line of the list: a heading, or a type. One that is used here stands under both headings. */
export type CatalogueItem =
  | { kind: "head"; key: string; words: string }
  | { kind: "type"; key: string; entry: CatalogueEntry; place: number };

const USED = 6;

/** The lines of the list; types that the account uses come first while nothing is asked for. */
export function catalogueItems(index: CatalogueIndex, found: FoundTypes, plain: boolean): CatalogueItem[] {
  const used = plain
    ? index.entries
        .filter((entry) => entry.used > 0)
        .sort((a, b) => b.used - a.used)
        .slice(0, USED)
    : [];
  const items: CatalogueItem[] = [];
  let place = 0;
  const add = (entry: CatalogueEntry, section: string) =>
    items.push({ kind: "type", key: `${section}:${entry.type.id}`, entry, place: place++ });
  if (used.length > 0) items.push({ kind: "head", key: "head:used", words: "Used in this account" });
  for (const entry of used) add(entry, "used");
  if (used.length > 0)
    items.push({
      kind: "head",
      key: "head:all",
      words: `All ${countOf(found.entries.length, "connector type")}`,
    });
  for (const entry of found.entries) add(entry, "all");
  return items;
}
