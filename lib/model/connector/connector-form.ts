import { cutForm, type Form, type OptionsAt } from "@/lib/model/connector/cut-form";
import { FIELD_PARTS, type Field, type FieldGroup } from "@/lib/model/connector/field";
import { GROUP_TITLES, groupIdOf, holdsSecret } from "@/lib/model/connector/field-group";
import { fieldsByPath } from "@/lib/model/connector/fields-by-path";
import type { Condition } from "@/lib/model/connector/overlay/form-overlay";
import { formOverlayOf } from "@/lib/model/connector/overlay/form-overlay-of";
import { type FieldNotes, readFields, requiredNames } from "@/lib/model/connector/read-fields";
import { type SchemaFormat, schemaFormatOf, withSchemaKeys } from "@/lib/model/connector/schema-format";
import { splitMore } from "@/lib/model/connector/split-more";
import type { ConnectorTypeDetail } from "@/lib/model/connector-type";

/** All that the screens and checks of one connector type's settings follow from. */
export interface ConnectorForm {
  readonly service: string;
  readonly name: string;
  readonly format: SchemaFormat;
  /** The keys of config that make the connection's name; fixed once it exists. */
  readonly names: readonly Field[];
  /** All else that may be set. */
  readonly groups: readonly FieldGroup[];
  /** What only answers carry, such as the SSH public key. */
  readonly readonly: readonly Field[];
  /** With paths that carry their part, in `when` too. A condition whose own field is hidden shows nothing. */
  readonly conditions: readonly Condition[];
  /** Every field by its path, nested ones and read-only ones too. */
  readonly by_path: ReadonlyMap<string, Field>;
  /** False where Fivetran creates such a connection only in its own dashboard. */
  readonly api_configurable: boolean;
  /** Credentials may be sent; else somebody has to consent on a connect card. */
  readonly auth_via_api: boolean;
  /** A person has to grant access in the source's own pages, or hand over tokens got there. */
  readonly oauth: boolean;
  /** Fivetran can reach it over a private network. */
  readonly private_networking: boolean;
  /** How its schema is seen before the first sync: by a reload, or captured by a sync that is held back. */
  readonly flow: "reload" | "capture";
}

/** Makes the form of a connector type from its metadata and, where there is one, its hand-made form. Never throws. */
export function connectorForm(type: ConnectorTypeDetail): ConnectorForm {
  const trees = new Map(FIELD_PARTS.map((part) => [part, type[part]]));
  const bare = fieldsByPath(FIELD_PARTS.flatMap((part) => readFields(trees.get(part), part, () => ({}))));
  const form = formFor(type.id, bare);
  const notes = notesOf(form, bare);
  const read = FIELD_PARTS.flatMap((part) =>
    readFields(trees.get(part), part, (path) => notes.get(path) ?? {}),
  );
  const required = requiredNames(type.config);
  const format = schemaFormatOf(required, bare);
  const fields = withSchemaKeys(format, read);
  const names = fields.filter(({ part, name }) => part === "config" && NAME_KEYS[format].includes(name));
  const settable = fields.filter((field) => !field.readonly && !names.includes(field));
  const conditions = form ? form.conditions.map((condition) => withParts(condition, bare)) : [];
  const order = (form?.order ?? []).flatMap((path) => partPath(path, bare) ?? []);
  const features = type.supported_features?.map(({ id }): string => id);
  const has = (feature: string) => features === undefined || features.includes(feature);
  return {
    service: type.id,
    name: type.name,
    format,
    names: NAME_KEYS[format].flatMap((key) => names.filter(({ name }) => name === key)),
    groups: groupsOf(
      settable,
      order,
      conditions,
      format === "schema_table_group" || bare.has("config.file_type"),
    ),
    readonly: fields.filter((field) => field.readonly),
    conditions,
    by_path: fieldsByPath(fields),
    api_configurable: has("API_CONFIGURABLE"),
    auth_via_api: has("AUTHORIZATION_VIA_API"),
    oauth: asksForConsent(fields),
    private_networking: features?.includes("PRIVATE_NETWORKING") ?? false,
    flow: type.type === "Database" || type.type === "Warehouse" ? "reload" : "capture",
  };
}

/** The keys of config that name a connection, by schema format; `table` is the older spelling of a table group. */
const NAME_KEYS: Readonly<Record<SchemaFormat, readonly string[]>> = {
  schema: ["schema"],
  schema_table: ["schema", "table"],
  schema_prefix: ["schema_prefix"],
  schema_table_group: ["schema", "table_group_name", "table"],
};

type Fields = ReadonlyMap<string, Field>;

function formFor(service: string, fields: Fields): Form | null {
  const overlay = formOverlayOf(service);
  if (!overlay) return null;
  const optionsAt: OptionsAt = (path) => {
    const field = fields.get(partPath(path, fields) ?? "");
    if (!field) return undefined;
    return { options: field.kind === "enum" ? field.options.map(({ value }) => value) : null };
  };
  return cutForm(overlay, optionsAt);
}

/** The path with its part that a path of the overlay means; undefined where the type has no such field. */
function partPath(path: string, fields: Fields): string | undefined {
  if (fields.has(`config.${path}`)) return `config.${path}`;
  return path.startsWith("auth.") && fields.has(path) ? path : undefined;
}

function notesOf(form: Form | null, fields: Fields): ReadonlyMap<string, FieldNotes> {
  const notes = new Map<string, FieldNotes>();
  const note = (path: string, more: FieldNotes) => {
    const key = partPath(path, fields);
    if (key !== undefined) notes.set(key, { ...notes.get(key), ...more });
  };
  if (!form) return notes;
  for (const [path, label] of Object.entries(form.labels)) note(path, { label });
  for (const [path, standing] of Object.entries(form.defaults)) note(path, { standing });
  for (const [path, format] of Object.entries(form.formats)) note(path, { format });
  for (const path of form.needed) note(path, { needed: true });
  for (const path of [...form.retired, ...form.unreachable]) note(path, { retired: true });
  return notes;
}

function withParts({ when, show, needed }: Condition, fields: Fields): Condition {
  const paths = (list: readonly string[] = []) => list.flatMap((path) => partPath(path, fields) ?? []);
  return {
    when: Object.fromEntries(
      Object.entries(when).map(([path, values]) => [partPath(path, fields) ?? path, values]),
    ),
    show: paths(show),
    needed: paths(needed),
  };
}

function groupsOf(
  fields: readonly Field[],
  order: readonly string[],
  conditions: readonly Condition[],
  filed: boolean,
): FieldGroup[] {
  const needed = new Set(conditions.flatMap((condition) => condition.needed ?? []));
  const wanted = new Map(order.map((path, index) => [path, index]));
  const rank = (field: Field) =>
    wanted.get(field.path) ??
    order.length + (field.needed || needed.has(field.path) ? 0 : field.retired ? 2 : 1);
  const sorted = fields.toSorted(
    (a, b) => Number(holdsSecret(a)) - Number(holdsSecret(b)) || rank(a) - rank(b),
  );
  return GROUP_TITLES.flatMap(([id, title]) => {
    const own = sorted.filter((field) => groupIdOf(field, filed) === id);
    return own.length > 0 ? [{ id, title, ...splitMore(own, rank, conditions) }] : [];
  });
}

function asksForConsent(fields: readonly Field[]): boolean {
  const auth = fields.filter(({ part }) => part === "auth");
  if (auth.some(({ name }) => name === "client_access" || name === "refresh_token")) return true;
  // A type with nothing secret to send, nor anything to paste into the source, can only be authorised in a browser.
  return auth.length === 0 && !fields.some((field) => field.readonly || holdsSecret(field));
}
