import { expect, test } from "vitest";
import { indexConnections } from "@/lib/model/connection-index";
import { sampleRow, sampleSnapshot } from "@/lib/model/sample-snapshot";
import type { ConnectionRow } from "@/lib/model/snapshot";
import { statusSentence } from "@/lib/model/status-sentence";

const say = (...rows: Partial<ConnectionRow>[]) =>
  statusSentence(
    indexConnections(sampleSnapshot(rows.map((facts, i) => sampleRow({ id: `c${i}`, ...facts })))),
  );
const task = { code: "reconnect", message: "The host does not answer" };
const broken = { setup_state: "broken", task };

test.each([
  [[], "There are no connections."],
  [[{}], "No connection needs a person."],
  [[{}, { paused: true }], "No connection needs a person. 1 is paused."],
  [
    [{ paused: true }, { paused: true }, { update_state: "new_word" }],
    "No connection needs a person. 2 are paused and 1 is in a state we do not know.",
  ],
  [[{ setup_state: "broken" }, {}], "1 connection needs a person."],
  [
    [{ setup_state: "broken", task }, { setup_state: "incomplete" }, { update_state: "delayed" }],
    "3 connections need a person.",
  ],
  [[broken, broken], "2 connections need a person."],
  [
    [broken, broken, broken, { setup_state: "incomplete" }],
    "4 connections need a person. Fivetran gives 3 of them the same reason.",
  ],
  [[broken, broken, broken], "3 connections need a person. Fivetran gives the same reason for all of them."],
] as [Partial<ConnectionRow>[], string][])("%j: %s", (rows, sentence) => {
  expect(say(...rows)).toBe(sentence);
});
