import type { Field, FieldKind, FieldOption, FieldPart } from "@/lib/model/connector/field";
import { exampleOf, plainText, standingOf, unitOf } from "@/lib/model/connector/field-text";
import type { FieldLabel } from "@/lib/model/connector/overlay/form-overlay";
import { isSecretName } from "@/lib/model/connector/secret-name";
import { optionLabel, titleFromField } from "@/lib/model/connector/words";

/** What a hand-made form says of the field at a path, e.g. `config.files.table_name`. */
export interface FieldNotes {
  readonly label?: FieldLabel | undefined;
  readonly standing?: string | number | boolean | undefined;
  readonly format?: "pem" | "json_key" | undefined;
  readonly needed?: boolean;
  readonly retired?: boolean;
}

type Node = Readonly<Record<string, unknown>>;
type NotesAt = (path: string) => FieldNotes;

const LINES =
  /(?:^|_)(?:private_key|pvt_key|certificate|cert|cert_key|certificate_backup|private_key_backup|keystore|truststore)$|^(?:pgp_secret_key|signer_public_key|service_account_key|svc_acc_secret_key)$/;
const GONE =
  /\b(?:discontinued this (?:field|property)|this (?:field|property|parameter) (?:is|has been) deprecated)\b/i;

/**
 * The fields of one tree of a connector type's metadata, in its order. Tolerates absent and odd values: what
 * cannot be understood becomes a field of kind `json`.
 */
export function readFields(tree: unknown, part: FieldPart, notesAt: NotesAt): Field[] {
  return children(node(tree), part, part, notesAt);
}

/** The names in `required` of a tree. */
export function requiredNames(tree: unknown): string[] {
  const required = node(tree)?.required;
  return Array.isArray(required) ? required.filter((name) => typeof name === "string") : [];
}

function children(parent: Node | null, part: FieldPart, above: string, notesAt: NotesAt): Field[] {
  const properties = node(parent?.properties);
  if (!properties) return [];
  const required = new Set(requiredNames(parent));
  return Object.entries(properties).map(([name, child]) =>
    readField(node(child) ?? {}, name, part, `${above}.${name}`, required.has(name), notesAt),
  );
}

function readField(
  it: Node,
  name: string,
  part: FieldPart,
  path: string,
  required: boolean,
  notesAt: NotesAt,
): Field {
  const notes = notesAt(path);
  const description = plainText(it.description);
  const options = optionsOf(it);
  const { kind, secret } = kindOf(it, name, part, options, notes);
  const items = kind === "list" ? node(it.items) : null;
  const inner = kind === "objects" ? node(it.items) : kind === "object" ? it : null;
  return {
    name,
    part,
    path,
    kind,
    label: notes.label?.title ?? (text(it.title) || titleFromField(name)),
    help: description || (notes.label?.description ?? ""),
    example: notes.label?.example ?? exampleOf(kind, secret, it.example),
    unit: unitOf(name, kind, `${description} ${notes.label?.description ?? ""}`),
    secret,
    format: kind === "secret_lines" ? (notes.format ?? null) : null,
    options: kind === "enum" ? options : [],
    item: items ? itemOf(items, name, part, path, secret) : null,
    fields: children(inner, part, path, notesAt),
    readonly: it.readonly === true,
    immutable: it.immutable === true,
    nullable: it.nullable === true,
    required,
    needed: notes.needed ?? false,
    standing:
      notes.standing ??
      standingOf(
        kind,
        options.map(({ value }) => value),
        description,
      ),
    retired: (notes.retired ?? false) || it.fieldStatus === "sunset" || GONE.test(description),
  };
}

function itemOf(it: Node, name: string, part: FieldPart, path: string, secret: boolean): Field {
  const item = readField({ ...it, title: undefined }, name, part, path, false, () => ({}));
  return secret && item.kind === "text" ? { ...item, kind: "secret", secret: true } : { ...item, secret };
}

function kindOf(
  it: Node,
  name: string,
  part: FieldPart,
  options: readonly FieldOption[],
  notes: FieldNotes,
): { kind: FieldKind; secret: boolean } {
  const type = typeOf(it);
  // A key of an external secrets manager is the name of a secret, not one.
  const named = part !== "external_secrets_keys_config" && (isSecretName(name) || it.format === "password");
  const plain = (kind: FieldKind) => ({ kind, secret: false });
  if (options.length > 0 && (type === "string" || (type === "object" && !node(it.properties))))
    return plain("enum");
  switch (type) {
    case "integer":
    case "number":
    case "boolean":
      return plain(type);
    case "array":
      return listKind(node(it.items), named);
    case "object":
      return hasFields(it) ? plain("object") : { kind: "json", secret: named };
    case "string":
      if (it.format === "date-time") return plain("date_time");
      if (notes.format || (LINES.test(name) && part !== "external_secrets_keys_config"))
        return { kind: "secret_lines", secret: named };
      return named ? { kind: "secret", secret: true } : plain("text");
    default:
      return { kind: "json", secret: named };
  }
}

function listKind(items: Node | null, named: boolean): { kind: FieldKind; secret: boolean } {
  const type = items ? typeOf(items) : null;
  if (items && type === "object" && hasFields(items)) return { kind: "objects", secret: false };
  if (items && (type === "string" || optionsOf(items).length > 0))
    return { kind: "list", secret: optionsOf(items).length === 0 && (named || items.format === "password") };
  if (type === "integer" || type === "number" || type === "boolean") return { kind: "list", secret: false };
  return { kind: "json", secret: named };
}

function optionsOf(it: Node): FieldOption[] {
  if (!Array.isArray(it.enum)) return [];
  const values = it.enum.filter((value) => typeof value === "string" && value !== "");
  return [...new Set<string>(values)].map((value) => ({ value, label: optionLabel(value) }));
}

function typeOf(it: Node): string | null {
  const types = Array.isArray(it.type) ? it.type.filter((type) => type !== "null") : [it.type];
  return typeof types[0] === "string" ? types[0].toLowerCase() : null;
}

function hasFields(it: Node): boolean {
  const properties = node(it.properties);
  return properties !== null && Object.keys(properties).length > 0;
}

function node(value: unknown): Node | null {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Node) : null;
}

function text(value: unknown): string {
  return typeof value === "string" ? value.trim() : "";
}
