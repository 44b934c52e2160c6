import { expect, test } from "vitest";
import { buildTree } from "@/lib/model/schema/build-tree";
import { personalColumns } from "@/lib/model/schema/personal-columns";
import { sampleColumn, sampleConfig, sampleTable } from "@/lib/model/schema/sample-config";
import { SchemaEditor } from "@/lib/model/schema/schema-editor";

const personal = () => ({ email: sampleColumn(), note: sampleColumn() });

const editor = () =>
  new SchemaEditor(
    buildTree(
      sampleConfig({
        public: {
          customers: sampleTable({
            columns: {
              ...personal(),
              phone: sampleColumn({ hashed: true }),
              fax: sampleColumn({ enabled: false }),
              id_email: sampleColumn({ lock: ["SYSTEM_COLUMN"], is_primary_key: true }),
            },
          }),
          off: sampleTable({ enabled: false, columns: personal() }),
          whole: sampleTable({ supports_columns_config: false, columns: personal() }),
          gone: sampleTable({ lock: ["DELETED"], columns: personal() }),
        },
      }),
    ),
    "h",
  );

const looks = (edited: SchemaEditor) => (node: number) =>
  /email|phone|fax/.test(edited.pathOf(node)[2] ?? "") ? "personal" : null;

test("columns are suggested that sync in the clear, may be hashed and look personal, and no others", () => {
  const edited = editor();
  expect(personalColumns(edited, looks(edited))).toEqual([
    {
      node: edited.nodeOf(["public", "customers", "email"]),
      path: ["public", "customers", "email"],
      look: "personal",
    },
  ]);
});

test("the draft counts: what it switches on is suggested, what it hashes no longer", () => {
  const edited = editor();
  edited.set([edited.nodeOf(["public", "customers", "fax"])], "enabled", true);
  edited.set([edited.nodeOf(["public", "off"])], "enabled", true);
  const all = personalColumns(edited, looks(edited));
  expect(all.map(({ path }) => path.slice(1).join(".")).sort()).toEqual([
    "customers.email",
    "customers.fax",
    "off.email",
  ]);
  edited.set(
    all.map(({ node }) => node),
    "hashed",
    true,
  );
  expect(personalColumns(edited, looks(edited))).toEqual([]);
});
