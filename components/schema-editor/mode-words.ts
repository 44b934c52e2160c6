import { HISTORY_MODE, type SchemaTree } from "@/lib/model/schema/schema-tree";

const WORDS = new Map([
  ["SOFT_DELETE", "Soft delete"],
  ["HISTORY", "History"],
  ["LIVE", "Live"],
]);

/** "Soft delete"; a mode that we do not know yet, as Fivetran spells it. */
export const modeWords = (mode: string): string => WORDS.get(mode) ?? mode;

/** The modes that a table can be given. LIVE only where the connection has it, since nothing else tells of it. */
export function modesOf(tree: SchemaTree, table: number): string[] {
  if ((tree.tables.mode[table] ?? 0) === 0) return [];
  const history = ((tree.tables.flags[table] ?? 0) & HISTORY_MODE) !== 0;
  const others = tree.modes.filter((mode) => mode !== "" && mode !== "SOFT_DELETE" && mode !== "HISTORY");
  return ["SOFT_DELETE", ...(history ? ["HISTORY"] : []), ...others];
}
