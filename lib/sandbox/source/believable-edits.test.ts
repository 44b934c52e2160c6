import { expect, test } from "vitest";
import { believableEdits } from "@/lib/sandbox/source/believable-edits";
import { composeSource } from "@/lib/sandbox/source/compose-source";
import { reload } from "@/lib/sandbox/source/reload";
import { toSchemaConfig } from "@/lib/sandbox/source/schema-config";
import { newSchemaState, type SchemaState } from "@/lib/sandbox/source/schema-state";

const accounts = Array.from({ length: 80 }, (_, index) => {
  const recipe = { service: "postgres", connection_id: `connection_${index}`, seed: 1 };
  const source = composeSource(recipe);
  const untouched = reload(newSchemaState(), source);
  return { recipe, source, untouched, edited: believableEdits(untouched, source, recipe) };
});
const shown = ({ source, edited }: { source: (typeof accounts)[number]["source"]; edited: SchemaState }) =>
  JSON.stringify(toSchemaConfig(edited, source));

test("most configs are left alone, the others hold hashing, history and stricter policies", () => {
  const touched = accounts.filter(({ edited, untouched }) => edited !== untouched);
  expect(touched.length).toBeGreaterThan(10);
  expect(touched.length).toBeLessThan(40);
  const all = touched.map(shown).join("");
  for (const text of [
    '"hashed":true',
    '"sync_mode":"HISTORY"',
    '"ALLOW_COLUMNS"',
    '"BLOCK_ALL"',
    '"ALLOW_ALL"',
  ]) {
    expect(all).toContain(text);
  }
});

test("the same connection is always edited in the same way", () => {
  for (const account of accounts) {
    const { recipe, source, untouched } = account;
    expect(shown({ source, edited: believableEdits(untouched, source, recipe) })).toBe(shown(account));
  }
});

test("a connection that has not looked at its source has nothing to edit", () => {
  for (const { recipe, source } of accounts) {
    const none = newSchemaState();
    expect(believableEdits(none, source, recipe)).toBe(none);
  }
});
