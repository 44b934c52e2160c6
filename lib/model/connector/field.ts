/** The objects of settings that a connector type's metadata describes. */
export const TYPE_PARTS = ["config", "auth", "external_secrets_keys_config"] as const;
/** Which object of a connection's settings a field belongs to; `request`: a name of the request itself. */
export const FIELD_PARTS = [...TYPE_PARTS, "request"] as const;
export type TypePart = (typeof TYPE_PARTS)[number];
export type FieldPart = (typeof FIELD_PARTS)[number];

/**
 * How a field is asked for: `secret_lines` is a key or certificate of several lines (PEM or JSON), of which `secret`
 * tells whether it is one; `objects` is a list of objects with the same fields, `json` whatever the metadata does not
 * describe.
 */
export type FieldKind =
  | "text"
  | "secret"
  | "secret_lines"
  | "integer"
  | "number"
  | "boolean"
  | "enum"
  | "date_time"
  | "list"
  | "objects"
  | "object"
  | "json";

/** One setting of a connector type, made once from its metadata and our overlay; screen and checks follow from it. */
export interface Field {
  /** As Fivetran spells it. */
  readonly name: string;
  readonly part: FieldPart;
  /** Dotted, with its part; items of a list are entered by the name that follows: `config.files.table_name`. */
  readonly path: string;
  readonly kind: FieldKind;
  readonly label: string;
  /** Empty for none. */
  readonly help: string;
  readonly example: string | null;
  /** In words, e.g. `days`; null where the value has none. */
  readonly unit: string | null;
  /** Answers of Fivetran mask it. */
  readonly secret: boolean;
  /** What a text of several lines has to be; null where anything goes but the wrong sort of PEM. */
  readonly format: "pem" | "json_key" | null;
  /** Of an enum. */
  readonly options: readonly FieldOption[];
  /** What a list holds. */
  readonly item: Field | null;
  /** Of an object and of the items of `objects`. */
  readonly fields: readonly Field[];
  /** Only answers carry it. */
  readonly readonly: boolean;
  /** Takes no other value once the connection exists. */
  readonly immutable: boolean;
  /** Null clears it. */
  readonly nullable: boolean;
  /** Fivetran refuses a creation without it. */
  readonly required: boolean;
  /** Taken without it, but the setup tests fail. */
  readonly needed: boolean;
  /** What Fivetran takes for an absent value; null where it is not known. */
  readonly standing: string | number | boolean | null;
  /** Accepted, but not asked for: shown only where it has a value. */
  readonly retired: boolean;
}

export interface FieldOption {
  readonly value: string;
  readonly label: string;
}

/** The fields of one heading, in order, credentials last. */
export interface FieldGroup {
  readonly id: "source" | "network" | "sign_in" | "secrets_manager" | "data" | "files" | "other";
  readonly title: string;
  /** Eight at most that any choice shows together. */
  readonly fields: readonly Field[];
  /** Behind "more". */
  readonly more: readonly Field[];
}

/**
 * What is typed: texts, also of numbers and dates; booleans or null for untouched; arrays and objects of these. In an
 * edit null in the place of a text clears it.
 */
export type FieldValues = Record<string, unknown>;
export type SettingsValues = Record<FieldPart, FieldValues>;

/** Something wrong with a value. `path` counts items: `config.files.0.table_name`. */
export interface FieldIssue {
  readonly path: string;
  readonly message: string;
}
