import { aliasesOf } from "@/lib/model/catalogue/type-aliases";
import { categoryName } from "@/lib/model/catalogue/type-words";
import type { ConnectorTypeRow } from "@/lib/model/setup-draft";

/** A type of the catalogue, laid out for finding. */
export interface CatalogueEntry {
  readonly type: ConnectorTypeRow;
  /** Connections of it in the account. */
  readonly used: number;
  readonly id: string;
  readonly name: string;
  readonly words: readonly string[];
  /** Id, name, aliases and category, for parts of words. */
  readonly text: string;
}

/** The catalogue in the order of its types. */
export interface CatalogueIndex {
  readonly entries: readonly CatalogueEntry[];
  /** By id, for the types that connections use. */
  readonly byId: ReadonlyMap<string, CatalogueEntry>;
}

/**
 * @param types in the order they are shown in while nothing is asked for
 * @param used connections by service
 */
export function indexCatalogue(
  types: readonly ConnectorTypeRow[],
  used: ReadonlyMap<string, number>,
): CatalogueIndex {
  const entries = types.map((type): CatalogueEntry => {
    const aliases = aliasesOf(type.id).join(" ");
    const name = type.name.toLowerCase();
    const category = `${type.type} ${categoryName(type.type)}`.toLowerCase();
    const words = `${type.id} ${name} ${aliases} ${category}`.toLowerCase().split(/[^\p{L}\p{N}]+/u);
    return {
      type,
      used: used.get(type.id) ?? 0,
      id: type.id.toLowerCase(),
      name,
      words: [...new Set(words)].filter(Boolean),
      text: `${type.id} ${type.id.replaceAll("_", " ")} ${name} ${aliases} ${category}`.toLowerCase(),
    };
  });
  return { entries, byId: new Map(entries.map((entry) => [entry.type.id, entry])) };
}

/** Connections of the account by the service they are of. */
export function countServices(connections: readonly { service: string }[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { service } of connections) counts.set(service, (counts.get(service) ?? 0) + 1);
  return counts;
}
