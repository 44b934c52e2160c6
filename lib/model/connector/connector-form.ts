import { type Field, type FieldGroup, TYPE_PARTS } from "@/lib/model/connector/field";
import { holdsSecret } from "@/lib/model/connector/field-group";
import { fieldsByPath } from "@/lib/model/connector/fields-by-path";
import { groupFields } from "@/lib/model/connector/group-fields";
import type { Condition } from "@/lib/model/connector/overlay/form-overlay";
import { overlayNotesOf } from "@/lib/model/connector/overlay-notes";
import { readFields, requiredNames } from "@/lib/model/connector/read-fields";
import { type SchemaFormat, schemaFormatOf, withSchemaKeys } from "@/lib/model/connector/schema-format";
import { withManager } from "@/lib/model/connector/secrets-manager";
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
  const plain = fieldsByPath(TYPE_PARTS.flatMap((part) => readFields(type[part], part, () => ({}))));
  const overlay = overlayNotesOf(type.id, plain);
  const format = schemaFormatOf(requiredNames(type.config), plain);
  const fields = withManager(
    withSchemaKeys(
      format,
      TYPE_PARTS.flatMap((part) => readFields(type[part], part, (path) => overlay.notes.get(path) ?? {})),
    ),
  );
  const by_path = fieldsByPath(fields);
  const names = NAME_KEYS[format].flatMap((key) => by_path.get(`config.${key}`) ?? []);
  const features = type.supported_features?.map(({ id }): string => id);
  const can = (feature: string) => features?.includes(feature) ?? true;
  return {
    service: type.id,
    name: type.name,
    format,
    names,
    groups: groupFields(
      fields.filter((field) => !field.readonly && !names.includes(field)),
      overlay,
      format === "schema_table_group" || by_path.has("config.file_type"),
    ),
    readonly: fields.filter((field) => field.readonly),
    conditions: overlay.conditions,
    by_path,
    api_configurable: can("API_CONFIGURABLE"),
    auth_via_api: can("AUTHORIZATION_VIA_API"),
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

function asksForConsent(fields: readonly Field[]): boolean {
  const auth = fields.filter(({ part }) => part === "auth");
  if (auth.some(({ name }) => name === "client_access" || name === "refresh_token")) return true;
  // A type with nothing secret to send, nor anything to paste into the source, can only be authorised in a browser.
  return auth.length === 0 && !fields.some((field) => field.readonly || holdsSecret(field));
}
