import fc from "fast-check";
import type { ConnectorForm } from "@/lib/model/connector/connector-form";
import { emptyValues } from "@/lib/model/connector/empty-values";
import type { Field, SettingsValues } from "@/lib/model/connector/field";
import { MASK } from "@/lib/model/connector/mask";
import { settableFields } from "@/lib/model/connector/settable-fields";
import { neededPaths } from "@/lib/model/connector/shown-paths";
import { isBlank, typedAt, withTyped } from "@/lib/model/connector/typed-value";

const HARD = ["a'b\"c\\d", "__proto__", "🎂 ключ", "<b>", "a.b/c", "$(true)", "0", "null", "{{x}}"];

const text = fc
  .oneof(fc.string({ minLength: 1, maxLength: 20 }), fc.constantFrom(...HARD))
  .filter((value) => value.trim() !== "" && value !== MASK && !value.startsWith("{"));

const pem = (label: string) =>
  fc
    .base64String({ minLength: 4, maxLength: 64 })
    .map((body) => `-----BEGIN ${label}-----\n${body}\n-----END ${label}-----\n`);

const keyFile = fc
  .record({ client_email: text, private_key: text })
  .map((key) => JSON.stringify({ type: "service_account", ...key }));

/** For tests: anything that may rightly be typed in a field. */
function anyTyped(field: Field): fc.Arbitrary<unknown> {
  switch (field.kind) {
    case "integer":
      return fc.integer({ min: 1, max: 65_535 }).map(String);
    case "number":
      return fc.integer({ min: 0, max: 1000 }).map((hundredths) => String(hundredths / 100));
    case "boolean":
      return fc.boolean();
    case "enum":
      return fc.constantFrom(...field.options.map(({ value }) => value));
    case "date_time":
      return fc.constantFrom(
        "2026-01-31",
        "2026-01-31T08:00:00Z",
        "2026-01-31T08:00",
        "2026-01-31T08:00:00+05:30",
      );
    case "secret_lines":
      if (field.format === "json_key") return keyFile;
      return field.format === "pem" ? pem(field.name.includes("key") ? "PRIVATE KEY" : "CERTIFICATE") : text;
    case "list":
      return field.item ? fc.array(anyTyped(field.item), { minLength: 1, maxLength: 3 }) : fc.constant([]);
    case "objects":
      return fc.array(anyObject(field), { minLength: 1, maxLength: 3 });
    case "object":
      return anyObject(field);
    case "json":
      return fc.jsonValue({ maxDepth: 1 }).map((value) => JSON.stringify({ value }));
    default:
      return field.part === "request" ? fc.constantFrom("lucky_tiger", "a1b2", "Id-9") : text;
  }
}

/** For tests: any settings of a form that nothing is wrong with; what is hidden may be filled in too. */
export function anySettings(form: ConnectorForm): fc.Arbitrary<SettingsValues> {
  const fields = settableFields(form);
  const drawn = fc.tuple(...fields.map((field) => fc.tuple(anyTyped(field), fc.boolean())));
  return drawn.map((all) => {
    const typed = new Map(fields.map((field, at) => [field, all[at]?.[0]]));
    let values = fields.reduce(
      (settings, field, at) => (all[at]?.[1] ? withTyped(settings, field, typed.get(field)) : settings),
      emptyValues(form),
    );
    for (let missing = lacking(form, values); missing.length > 0; missing = lacking(form, values)) {
      values = missing.reduce((settings, field) => withTyped(settings, field, typed.get(field)), values);
    }
    return values;
  });
}

function lacking(form: ConnectorForm, values: SettingsValues): Field[] {
  const needed = neededPaths(form, values);
  return settableFields(form).filter((field) => needed.has(field.path) && isBlank(typedAt(values, field)));
}

function anyObject({ fields }: Field): fc.Arbitrary<Record<string, unknown>> {
  const inner = fields.filter((field) => !field.readonly).map((field) => [field.name, anyTyped(field)]);
  return fc.record(Object.fromEntries(inner), { noNullPrototype: true });
}
