import type { NameTest, Query } from "@/lib/model/schema/find-query";

/** One byte for each label of a tree: 1 where its name passes a test. */
export type NameMarks = Uint8Array;

/** What stands for a test among others. */
export const testKey = (test: NameTest): string =>
  test.kind === "regex" ? `/${test.source}/${test.flags}` : `${test.kind} ${test.text}`;

/** The expressions of a query, each once. Their marks come from elsewhere, as one may take for ever. */
export function regexesOf(query: Query): Extract<NameTest, { kind: "regex" }>[] {
  const found = new Map<string, Extract<NameTest, { kind: "regex" }>>();
  for (const path of query.paths)
    for (const test of path) if (test.kind === "regex") found.set(testKey(test), test);
  return [...found.values()];
}

const MOST_KEPT = 64;
const kept = new WeakMap<readonly string[], { lower: string[]; marks: Map<string, NameMarks> }>();

/** What is kept of these names; made by whoever knows that they will be searched, so that the first letter need not. */
export function readNames(names: readonly string[]): { lower: string[]; marks: Map<string, NameMarks> } {
  let of = kept.get(names);
  if (!of) {
    of = { lower: names.map((name) => name.toLowerCase()), marks: new Map() };
    kept.set(names, of);
  }
  return of;
}

/** Which names contain a text or match a glob, case apart. Kept, as the next search often asks the same. */
export function markNames(names: readonly string[], test: NameTest): NameMarks {
  if (test.kind === "regex") return markByRegex(names, test.source, test.flags);
  const of = readNames(names);
  const key = testKey(test);
  let marks = of.marks.get(key);
  if (marks) return marks;
  marks = new Uint8Array(names.length);
  const { lower } = of;
  const { text } = test;
  const glob = test.kind === "glob" ? text.replace(/\*+/g, "*") : null;
  for (let label = 0; label < lower.length; label++) {
    const name = lower[label] ?? "";
    if (glob === null ? name.includes(text) : matchesGlob(name, glob)) marks[label] = 1;
  }
  if (of.marks.size >= MOST_KEPT) of.marks.clear();
  of.marks.set(key, marks);
  return marks;
}

/** The same for a regular expression, which may take for ever: not for where somebody waits. */
export function markByRegex(names: readonly string[], source: string, flags: string): NameMarks {
  const regex = new RegExp(source, flags);
  return Uint8Array.from(names, (name) => Number(regex.test(name)));
}

/** Whether the whole name fits a glob: goes back to the last star only, so that no glob takes long. */
export function matchesGlob(name: string, glob: string): boolean {
  let at = 0;
  let on = 0;
  let star = -1;
  let from = 0;
  while (at < name.length) {
    const want = glob[on];
    if (want === "*") {
      star = on++;
      from = at;
    } else if (want === "?") {
      on++;
      at += (name.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
    } else if (want !== undefined && want === name[at]) {
      on++;
      at++;
    } else if (star >= 0) {
      on = star + 1;
      at = ++from;
    } else return false;
  }
  while (glob[on] === "*") on++;
  return on === glob.length;
}
