import type { CatalogueEntry, CatalogueIndex } from "@/lib/model/catalogue/catalogue-index";

export interface FoundTypes {
  /** Those of the category, the best match first. */
  readonly entries: readonly CatalogueEntry[];
  /** Matches by Fivetran's category, whatever category is chosen. */
  readonly counts: ReadonlyMap<string, number>;
  /** Matches in all categories. */
  readonly total: number;
}

/** How well an entry answers: 0 is its id, name or another name as it stands, 4 only a part of a word. */
const RANKS = 5;

/**
 * The types that hold every word of a text in their id, name, other names or category. In order: the text itself, what
 * begins with it, whole words, beginnings of words, parts of words; among equals those the account uses.
 * @param category Fivetran's, null for all
 */
export function findTypes(index: CatalogueIndex, text: string, category: string | null): FoundTypes {
  const asked = text.trim().toLowerCase();
  const terms = asked.split(/[\s_]+/).filter(Boolean);
  const counts = new Map<string, number>();
  const ranked: CatalogueEntry[][] = Array.from({ length: RANKS }, () => []);
  let total = 0;
  for (const entry of index.entries) {
    const rank = terms.length === 0 ? 0 : rankOf(entry, asked, terms);
    if (rank === null) continue;
    total += 1;
    counts.set(entry.type.type, (counts.get(entry.type.type) ?? 0) + 1);
    if (category === null || category === entry.type.type) ranked[rank]?.push(entry);
  }
  const entries = terms.length === 0 ? ranked.flat() : ranked.flatMap((rank) => rank.sort(byUse));
  return { entries, counts, total };
}

function rankOf(entry: CatalogueEntry, asked: string, terms: readonly string[]): number | null {
  if (!terms.every((term) => entry.text.includes(term))) return null;
  const joined = terms.join("_");
  if (entry.id === joined || entry.name === asked) return 0;
  if (entry.id.startsWith(joined) || entry.name.startsWith(asked)) return 1;
  if (terms.every((term) => entry.words.includes(term))) return 2;
  if (terms.every((term) => entry.words.some((word) => word.startsWith(term)))) return 3;
  return 4;
}

/** Used ones first, then full connectors before lite ones, then short ids: `postgres` before `postgres_rds`. */
function byUse(a: CatalogueEntry, b: CatalogueEntry): number {
  return b.used - a.used || lite(a) - lite(b) || a.id.length - b.id.length || (a.name < b.name ? -1 : 1);
}

function lite({ type }: CatalogueEntry): number {
  return type.connector_class === "lite" ? 1 : 0;
}
