import { beforeEach, describe, expect, test } from "vitest";
import { toggleHash } from "@/components/schema-editor/grid-edits";
import { modesOf } from "@/components/schema-editor/mode-words";
import { rowFacts } from "@/components/schema-editor/row-facts";
import { buildTree } from "@/lib/model/schema/build-tree";
import type { SchemaPath } from "@/lib/model/schema/schema-changes";
import { SchemaEditor } from "@/lib/model/schema/schema-editor";
import type { SchemaConfig } from "@/lib/model/schema-config";

const lock = (reason_code: string, reason?: string) => ({ allowed: false, reason_code, reason });
const item = (more: object) => ({ enabled: true, enabled_patch_settings: { allowed: true }, ...more });
const column = (name: string, more: object = {}) =>
  item({ name_in_destination: name, hashed: false, ...more });
const table = (name: string, columns: object, more: object = {}) =>
  item({
    name_in_destination: name,
    supports_columns_config: true,
    supports_history_mode: false,
    sync_mode: "SOFT_DELETE",
    columns,
    ...more,
  });

const CONFIG = {
  schema_change_handling: "ALLOW_COLUMNS",
  schemas: {
    public: {
      name_in_destination: "ORDERS_PUBLIC",
      enabled: true,
      tables: {
        customers: table("CUSTOMERS", {
          id: column("ID", { is_primary_key: true, enabled_patch_settings: lock("SYSTEM_COLUMN") }),
          email: column("EMAIL"),
          iban: column("IBAN", { hashed: true }),
          old: column("OLD", { enabled: false, enabled_patch_settings: lock("DELETED", "Gone since May.") }),
          "..": column("__"),
        }),
        refunds: table("REFUNDS", {}, { enabled: false, supports_history_mode: true }),
        stats: table("STATS", {}, { supports_columns_config: false, sync_mode: undefined }),
      },
    },
    audit: { name_in_destination: "AUDIT", enabled: false, tables: { "": table("EMPTY", {}) } },
  },
};

let editor: SchemaEditor;
const node = (...path: string[]) => editor.nodeOf(path as unknown as SchemaPath);
const facts = (...path: string[]) => rowFacts(editor, node(...path), null);

beforeEach(() => {
  const tree = buildTree(CONFIG as unknown as SchemaConfig);
  tree.tables.columns_read_at[0] = 1;
  editor = new SchemaEditor(tree, "");
});

describe("a schema and a table", () => {
  test("count what is below them, and say what is not known", () => {
    expect(facts("public").count).toBe("2 of 3 tables");
    expect(facts("public", "customers").count).toBe("5 columns");
    expect(facts("public", "refunds").count).toBe("not loaded");
    expect(facts("public", "stats").count).toBe("");
  });

  test("are mixed while they are on and something below is off", () => {
    expect(facts("public").sync).toBe("mixed");
    expect(facts("audit").sync).toBe("off");
    editor.set([node("public", "refunds")], "enabled", true);
    expect(facts("public").sync).toBe("on");
  });

  test("tell how many known columns are hashed", () => {
    expect(facts("public", "customers")).toMatchObject({ hash: "part", hashed: 1, hashable: 5 });
    expect(facts("public")).toMatchObject({ hash: "part", hashed: 1, hashable: 5 });
    expect(facts("public", "refunds").hash).toBe("none");
  });

  test("a table's hash button hashes what may be hashed in one step", () => {
    toggleHash(editor, node("public", "customers"));
    expect(editor.share(node("public", "customers")).hashed).toBe(3);
    editor.undo();
    expect(editor.share(node("public", "customers")).hashed).toBe(1);
  });

  test("offer the modes that they can have", () => {
    const { tree } = editor;
    expect(modesOf(tree, 0)).toEqual(["SOFT_DELETE"]);
    expect(modesOf(tree, 1)).toEqual(["SOFT_DELETE", "HISTORY"]);
    expect(modesOf(tree, 2)).toEqual([]);
  });
});

describe("a column", () => {
  test("says why it is locked, in Fivetran's words where it has any", () => {
    expect(facts("public", "customers", "id")).toMatchObject({
      syncLocked: true,
      hash: "none",
      isKey: true,
      noteWords: "Primary key: always synced",
      noteLook: "lock",
    });
    expect(facts("public", "customers", "old").noteWords).toBe("Gone since May.");
  });

  test("that looks personal says so, until it is hashed", () => {
    const email = node("public", "customers", "email");
    const look = { label: "e-mail", reason: "contains email", confidence: "high" as const };
    expect(rowFacts(editor, email, look)).toMatchObject({
      noteWords: "Looks personal: e-mail",
      noteLook: "personal",
    });
    editor.set([email], "hashed", true);
    expect(rowFacts(editor, email, look)).toMatchObject({
      noteWords: "Will be hashed. E-mail, by name",
      noteLook: "plain",
      draft: "hash",
      hash: "on",
    });
  });

  test("says that an address cannot hold its name", () => {
    expect(facts("public", "customers", "..").noteWords).toContain("no address for this name");
    expect(facts("audit", "").noteWords).toContain("no address for this name");
  });

  test("keeps its own switch when what it belongs to is off, and says by what", () => {
    editor.set([node("public", "customers")], "enabled", false);
    expect(facts("public", "customers", "email")).toMatchObject({
      sync: "on",
      effective: false,
      noteWords: "Off by table",
    });
    editor.set([node("public")], "enabled", false);
    expect(facts("public", "customers", "email").noteWords).toBe("Off by schema");
  });
});

describe("a change", () => {
  test("is added, removed, hashed or other, with words", () => {
    editor.set([node("public", "refunds")], "enabled", true);
    expect(facts("public", "refunds")).toMatchObject({
      draft: "added",
      noteWords: "Will be added: historical sync",
    });
    editor.set([node("public", "customers")], "enabled", false);
    expect(facts("public", "customers")).toMatchObject({ draft: "removed", noteWords: "Will stop syncing" });
    editor.set([node("public", "customers", "iban")], "hashed", false);
    expect(facts("public", "customers", "iban")).toMatchObject({
      draft: "hash",
      noteWords: "Will no longer be hashed. Off by table",
    });
    editor.set([node("public", "refunds")], "enabled", false);
    editor.set([node("public", "refunds")], "sync_mode", "HISTORY");
    expect(facts("public", "refunds")).toMatchObject({
      draft: "other",
      noteWords: "Mode: soft delete to history",
    });
  });
});
