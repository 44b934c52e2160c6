import { eachField, type FieldValue } from "@/lib/model/schema/change-fields";
import { ChangeList } from "@/lib/model/schema/change-list";
import type { SchemaRevision } from "@/lib/model/schema/schema-answers";
import type {
  SchemaChanges,
  SchemaConflict,
  SchemaField,
  SchemaPath,
} from "@/lib/model/schema/schema-changes";

/** The way back, and what is not gone back on. */
export interface WayBack {
  /** From the values of the newest revision; `bindChanges` holds them against a fresh read before they are sent. */
  changes: SchemaChanges;
  /** Why not is in `reason`, as a sentence. */
  refused: SchemaConflict[];
}

type Told = Pick<SchemaRevision, "number" | "cause" | "actor" | "changes">;

/**
 * What takes one revision back. `later` are the revisions after it, oldest first. A field that was set again since is
 * refused: by someone other than `actor` in any case, by `actor` unless it has the revision's value still.
 */
export function undoOf(revision: Told, later: readonly Told[], actor: string): WayBack {
  const fields = fieldsOf([revision]);
  const since = fieldsOf(later);
  return wayBack(fields, (key, field) => {
    const again = since.get(key);
    if (!again) return { now: field.last, refusal: "" };
    const own = again.by.actor === actor && again.last === field.last;
    return { now: again.last, refusal: own ? "" : whoWords(again.by, actor) };
  });
}

/**
 * What returns to the state before these revisions, oldest first and the newest among them. A field that someone other
 * than `actor` set last is refused.
 */
export function restoreOf(revisions: readonly Told[], actor: string): WayBack {
  return wayBack(fieldsOf(revisions), (_, { last, by }) => ({
    now: last,
    refusal: by.actor === actor ? "" : whoWords(by, actor),
  }));
}

interface Field {
  path: SchemaPath;
  field: SchemaField;
  first: FieldValue;
  last: FieldValue;
  /** The revision that set it last. */
  by: Told;
}

/** What only came into view had no value before: it is not gone back on. */
function fieldsOf(revisions: readonly Told[]): Map<string, Field> {
  const fields = new Map<string, Field>();
  for (const by of revisions) {
    eachField(by.changes, (path, field, [from, to], seen) => {
      if (seen === "appeared") return;
      const key = JSON.stringify([path, field]);
      fields.set(key, { path, field, first: fields.get(key)?.first ?? from, last: to, by });
    });
  }
  return fields;
}

function wayBack(
  fields: ReadonlyMap<string, Field>,
  look: (key: string, field: Field) => { now: FieldValue; refusal: string },
): WayBack {
  const back = new ChangeList();
  const refused: SchemaConflict[] = [];
  for (const [key, one] of fields) {
    const { path, field, first, last } = one;
    const { now, refusal } = look(key, one);
    if (now === first) continue;
    if (refusal === "") back.set(path, field, [now, first]);
    else refused.push({ path, field, base: last, mine: first, theirs: now, why: "changed", reason: refusal });
  }
  return { changes: back.changes(), refused };
}

function whoWords(by: Told, actor: string): string {
  if (by.actor === null) return `It was changed outside Headgate since: revision ${by.number}.`;
  const who = by.actor === actor ? "You have" : "Someone else has";
  return `${who} changed it since: revision ${by.number}.`;
}
