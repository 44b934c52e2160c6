import { type OpenapiDocument, pointerOf } from "@/lib/contract/openapi-document";
import type { OwnShape } from "@/lib/contract/own-shape";

type Json = Record<string, unknown>;

/** Takes a pointer and what differs there. */
export type Report = (pointer: string, fault: string) => void;

interface Place {
  /** Of the schema in the document, references followed. */
  document: string;
  /** Of the value in an answer; `*` for any index or key. */
  answer: string;
}

/** Walks a schema of ours and one of the document side by side; answers are reported by their own pointer. */
export class ShapeComparison {
  constructor(
    private readonly document: OpenapiDocument,
    private readonly report: Report,
    private readonly direction: "answer" | "request",
  ) {}

  compare(own: OwnShape, schema: Json, at: Place, required = true): void {
    const place = this.#followed(schema, at);
    const theirs = this.document.resolve(schema);
    const tell = (fault: string) => this.report(this.#pointer(at), fault);
    if (this.direction === "answer") {
      if (own.nullable) tell("may be null");
      if (own.optional && !own.nullable && required && own.kind !== "any") tell("may be absent");
      if (!own.optional && !required) tell("is taken for granted");
    } else {
      if (own.nullable) tell("takes null");
      if (!own.optional && !required) tell("is required here");
      if (own.optional && required) tell("is optional here");
    }
    if (own.kind === "object") this.#objects(own, theirs, place);
    else this.#others(own, theirs, place, tell);
  }

  #others(own: OwnShape, theirs: Json, place: Place, tell: (fault: string) => void): void {
    const kind = kindOf(theirs);
    if (kind === "any" && own.kind === "map") return;
    if (own.kind !== kind) {
      tell(`is ${own.kind} here and ${kind} in the document`);
      return;
    }
    if (own.kind === "string" && theirs.format === "date-time" && own.format !== "date-time") {
      tell("is no timestamp");
    }
    if (Array.isArray(theirs.enum)) {
      if (theirs.enum.some((value) => typeof value !== own.kind)) tell("has values of another type");
      else if (own.values) this.#values(own.values, theirs.enum, tell);
    }
    const item = (own.kind === "array" ? theirs.items : theirs.additionalProperties) as Json | undefined;
    if (own.item && item) {
      const next = { document: `${place.document}/items`, answer: `${place.answer}/*` };
      if (own.kind === "map") next.document = `${place.document}/additionalProperties`;
      this.compare(own.item, item, next);
    }
  }

  #values(own: readonly unknown[], theirs: readonly unknown[], tell: (fault: string) => void): void {
    const more = own.filter((value) => !theirs.includes(value));
    const less = theirs.filter((value) => !own.includes(value));
    if (more.length > 0) tell(`knows ${more.join(", ")} besides`);
    if (less.length > 0) tell(`does not know ${less.join(", ")}`);
  }

  #objects(own: OwnShape, theirs: Json, place: Place): void {
    const properties = (theirs.properties ?? {}) as Record<string, Json>;
    const required = (theirs.required ?? []) as string[];
    const perType = this.#perType(theirs);
    for (const [name, field] of own.fields) {
      const at = this.#below(place, name);
      const schema = properties[name];
      if (schema) this.compare(field, schema, at, required.includes(name));
      else if (!perType.has(name)) this.report(this.#pointer(at), "is not in the document");
    }
    for (const name of Object.keys(properties)) {
      if (!own.fields.has(name))
        this.report(this.#pointer(this.#below(place, name)), "is only in the document");
    }
  }

  /** Fields that only the connector types' own schemas declare, such as `config`. */
  #perType({ discriminator }: Json): Set<string> {
    const names = new Set<string>();
    const mapping = (discriminator as { mapping?: Record<string, string> } | undefined)?.mapping ?? {};
    for (const $ref of Object.values(mapping)) {
      for (const part of (this.document.resolve({ $ref }).allOf ?? []) as Json[]) {
        for (const name of Object.keys((this.document.resolve(part).properties as Json | undefined) ?? {}))
          names.add(name);
      }
    }
    return names;
  }

  #followed(schema: Json, at: Place): Place {
    return typeof schema.$ref === "string" ? { ...at, document: schema.$ref.replace(/^#/, "") } : at;
  }

  #below(place: Place, name: string): Place {
    return {
      document: `${place.document}/properties${pointerOf(name)}`,
      answer: `${place.answer}${pointerOf(name)}`,
    };
  }

  #pointer(at: Place): string {
    return this.direction === "answer" ? at.answer : at.document;
  }
}

function kindOf(schema: Json): OwnShape["kind"] {
  if (schema.additionalProperties) return "map";
  switch (schema.type) {
    case "integer":
    case "number":
      return "number";
    case "string":
    case "boolean":
    case "array":
      return schema.type;
    case "object":
      return schema.properties ? "object" : "map";
    default:
      return "any";
  }
}
