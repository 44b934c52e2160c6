import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { type ConnectorForm, connectorForm } from "@/lib/model/connector/connector-form";
import { FIELD_PARTS, type Field } from "@/lib/model/connector/field";
import { settableFields } from "@/lib/model/connector/settable-fields";
import type { ConnectorTypeDetail } from "@/lib/model/connector-type";
import type { SetupValues } from "@/lib/model/setup-draft";
import { secretPaths } from "@/lib/sandbox/catalogue/mask-config";
import { connectorTypeDetail, connectorTypeSummaries } from "@/lib/sandbox/catalogue/metadata";
import { store } from "@/lib/store/db";
import { inBatches } from "@/lib/store/in-batches";
import { setupDrafts } from "@/lib/store/tables/setup-drafts";
import { holdStore, testStore, testUpstream } from "@/lib/store/test-store";
import { keptValues } from "@/lib/sync/setup/kept-values";
import { noValues } from "@/lib/sync/setup/setup-scene";

const CANARY = "cAnArY-5f0e";
const forms = new Map<string, ConnectorForm>();

beforeAll(() => {
  for (const { id } of connectorTypeSummaries()) {
    forms.set(id, connectorForm(connectorTypeDetail(id) as ConnectorTypeDetail));
  }
});

const row = (upstream_id: number) => ({
  id: randomUUID(),
  upstream_id,
  actor: "local",
  version: 1,
  step: "names" as const,
  state: "not_sent" as const,
  creation: { state: "not_sent" as const },
  created_at: 0,
  saved_at: 0,
});

/** Every field filled: secrets with the canary, all else with its own name. */
function filled(field: Field): unknown {
  switch (field.kind) {
    case "boolean":
      return true;
    case "list":
      return field.item ? [filled(field.item), filled(field.item)] : [];
    case "objects":
      return [inside(field), inside(field)];
    case "object":
      return inside(field);
    case "enum":
      return field.options[0]?.value ?? "";
    default:
      return field.secret ? CANARY : field.name;
  }
}
const inside = ({ fields }: Field) => Object.fromEntries(fields.map((one) => [one.name, filled(one)]));

function everything(form: ConnectorForm): SetupValues {
  const values = noValues();
  for (const field of settableFields(form)) values.settings[field.part][field.name] = filled(field);
  return values;
}

/** As a page that knows nothing of forms would send them: a value at every path that the sandbox masks. */
function blindly(service: string): SetupValues {
  const values = noValues();
  for (const part of ["config", "auth"] as const) {
    for (const path of secretPaths(service, part)) {
      const names = path.split(".");
      const last = names.pop() ?? "";
      let place = values.settings[part];
      for (const name of names) {
        const next = (place[name] ?? {}) as Record<string, unknown>;
        place[name] = next;
        place = next;
      }
      place[last] = CANARY;
    }
  }
  return values;
}

describe("of what a page sends", () => {
  holdStore(testStore);

  test("no secret of any connector type is in a byte of its row, and all else is", async () => {
    const { db } = await store();
    const upstream_id = await testUpstream(db);
    expect(forms.size).toBe(773);
    let hidden = 0;
    const kept = [...forms].flatMap(([service, form]) =>
      [everything(form), blindly(service)].map((values) => {
        const clean = keptValues(form, values, [CANARY, `config.${CANARY}`]);
        hidden += clean.secrets.length;
        if (values.settings.config.host === "host") expect(clean.values.settings.config.host).toBe("host");
        return { service, ...clean };
      }),
    );
    await inBatches(kept, async (batch) => {
      await db.insert(setupDrafts).values(batch.map((one) => ({ ...row(upstream_id), ...one })));
    });
    expect(hidden).toBeGreaterThan(1_500);
    const rows = await db.execute(
      sql`select count(*) as rows, count(*) filter (where setup_drafts::text like ${`%${CANARY}%`}) as found
          from setup_drafts where upstream_id = ${upstream_id}`,
    );
    expect(rows).toMatchObject({ rows: [{ rows: 1546, found: 0 }] });
  });
});

test("without a form every value goes whose name sounds like a secret, however deep", () => {
  for (const service of forms.keys()) {
    const { settings } = keptValues(null, blindly(service), []).values;
    // What only the metadata marks, such as a field called pat, cannot be told by name.
    expect(
      pathsOf(settings).filter((path) =>
        /password|secret|token$|(api|private|access)_key$|\.auth\./.test(path),
      ),
    ).toEqual([]);
  }
});

/** The paths at which the canary stands. */
function pathsOf(value: unknown, path = ""): string[] {
  if (value === CANARY) return [path];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, item]) => pathsOf(item, `${path}.${name}`));
}

test("a key, a token or an address with a password goes wherever it was pasted, and a mask", () => {
  const form = forms.get("postgres") as ConnectorForm;
  const config = {
    host: "postgres://me:hunter22@db.example.com",
    database: "-----BEGIN RSA PRIVATE KEY-----\nabc\n-----END RSA PRIVATE KEY-----",
    user: "******",
    schema_prefix: "Bearer abcdefghijklmnop",
    port: "5432",
    unheard_of: "x",
  };
  const { values, secrets } = keptValues(form, noValues(config), [
    "config.password",
    "config.host.x",
    "nonsense",
  ]);
  expect(values.settings.config).toMatchObject({
    host: "",
    database: "",
    user: "",
    schema_prefix: "",
    port: "5432",
  });
  expect(values.settings.config).not.toHaveProperty("unheard_of");
  expect(secrets.sort()).toEqual(
    ["config.database", "config.host", "config.password", "config.schema_prefix", "config.user"].sort(),
  );
});

test("every part is answered with, whatever was left out", () => {
  const form = forms.get("stripe") as ConnectorForm;
  const { settings } = keptValues(form, noValues(), []).values;
  expect(Object.keys(settings)).toEqual([...FIELD_PARTS]);
});
