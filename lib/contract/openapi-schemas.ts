import { Ajv, type ErrorObject, type ValidateFunction } from "ajv";
import formatsPlugin from "ajv-formats";
import { type OpenapiDocument, pointerOf } from "@/lib/contract/openapi-document";

const ROOT = "https://openapi.invalid/document";

/** Makes checks of the schemas of one OpenAPI document; each name is compiled once. */
export class OpenapiSchemas {
  readonly #ajv = new Ajv({ allErrors: true, strict: false, logger: false, verbose: true });
  readonly #places = new WeakMap<object, string>();
  readonly #compiled = new Map<string, ValidateFunction>();

  constructor(document: OpenapiDocument) {
    // Its type is that of a CommonJS module whose default export is the plugin.
    (formatsPlugin as unknown as (ajv: Ajv) => void)(this.#ajv);
    for (const name of ["int32", "int64", "password"]) this.#ajv.addFormat(name, true);
    const components = absolute(document.components);
    this.#ajv.addSchema({ $id: ROOT, components });
    this.#note(components, pointerOf("components"));
  }

  /** The faults of a value by a schema; `name` stands for the schema ever after. */
  faults(name: string, schema: object, value: unknown): ErrorObject[] {
    const check = this.#compiled.get(name) ?? this.#ajv.compile(absolute(schema) as object);
    this.#compiled.set(name, check);
    return check(value) ? [] : [...(check.errors ?? [])];
  }

  /**
   * Where in the document the schema stands that a value broke, as JSON pointer, of a missing property the place
   * where it is described; null for one without a name.
   */
  ruleOf({ parentSchema, keyword, params }: ErrorObject): string | null {
    const place = parentSchema && this.#places.get(parentSchema);
    if (place === undefined) return null;
    return keyword === "required" ? place + pointerOf("properties", String(params.missingProperty)) : place;
  }

  #note(node: unknown, place: string): void {
    if (typeof node !== "object" || node === null) return;
    this.#places.set(node, place);
    for (const [key, value] of Object.entries(node)) this.#note(value, `${place}${pointerOf(key)}`);
  }
}

/** Where in the value a fault lies, as JSON pointer; a missing property counts as the place it should have. */
export function placeOf(error: ErrorObject): string {
  const missing = error.keyword === "required" ? pointerOf(String(error.params.missingProperty)) : "";
  return `${error.instancePath}${missing}`;
}

function absolute(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(absolute);
  if (typeof node !== "object" || node === null) return node;
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => [
      key,
      key === "$ref" && typeof value === "string" ? `${ROOT}${value}` : absolute(value),
    ]),
  );
}
