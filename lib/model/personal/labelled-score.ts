import { detectPersonal } from "@/lib/model/personal/detect-personal";

/** How far the detectors agree with a labelled list. */
export interface Score {
  columns: number;
  /** Of what they find, how much holds what they say. */
  precision: number;
  /** Of what is personal, how much they find for what it is. */
  recall: number;
}

/**
 * The score over the whole of a list of source, table, column and category in lines and tabs, and over the half of
 * it that the detectors were not tuned on, told by a hash of the column's name.
 */
export function scoreOf(list: string): { all: Score; held_out: Score } {
  const rows = list
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => line.split("\t"));
  return { all: score(rows), held_out: score(rows.filter(([, , column = ""]) => isHeldOut(column))) };
}

function score(rows: readonly string[][]): Score {
  let found = 0;
  let personal = 0;
  let right = 0;
  for (const [, table = "", column = "", category = "-"] of rows) {
    const detection = detectPersonal(column, table);
    if (detection) found += 1;
    if (category !== "-") personal += 1;
    if (detection?.category === category) right += 1;
  }
  return { columns: rows.length, precision: right / found, recall: right / personal };
}

/** FNV-1a over the UTF-8 of the name in lower case. */
function isHeldOut(column: string): boolean {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(column.toLowerCase()))
    hash = Math.imul(hash ^ byte, 0x01000193);
  return ((hash ^ (hash >>> 15)) & 1) === 1;
}
