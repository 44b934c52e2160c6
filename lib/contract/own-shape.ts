import type { z } from "@/lib/zod";

/** A zod schema of ours, as far as it can be compared with the OpenAPI document. */
export interface OwnShape {
  kind: "object" | "map" | "array" | "string" | "number" | "boolean" | "any";
  optional: boolean;
  nullable: boolean;
  fields: ReadonlyMap<string, OwnShape>;
  /** Of an array or a map. */
  item: OwnShape | null;
  /** The values it knows; null where any will do. */
  values: readonly unknown[] | null;
  format: string | null;
}

interface Def {
  type: string;
  innerType?: z.ZodType;
  in?: z.ZodType;
  element?: z.ZodType;
  valueType?: z.ZodType;
  shape?: Record<string, z.ZodType>;
  entries?: Record<string, unknown>;
  values?: unknown[];
}

interface Meta {
  known?: readonly unknown[];
  keyed?: z.ZodType;
  format?: string;
}

const SCALARS = new Set(["string", "number", "boolean"]);

/** Reads a schema: what it holds, what it lets out, and the values and maps that its metadata tells of. */
export function ownShape(schema: z.ZodType): OwnShape {
  const def = schema._zod.def as unknown as Def;
  const meta = (schema.meta() ?? {}) as Meta;
  switch (def.type) {
    case "optional":
      return { ...inner(def.innerType), optional: true };
    case "nullable":
      return { ...inner(def.innerType), nullable: true };
    case "pipe":
      return inner(def.in);
    case "object":
      return shape("object", {
        fields: new Map(
          Object.entries(def.shape ?? {}).map(([name, field]): [string, OwnShape] => [name, ownShape(field)]),
        ),
      });
    case "array":
      return shape("array", { item: inner(def.element) });
    case "record":
      return shape("map", { item: inner(def.valueType) });
    case "custom":
      return meta.keyed ? shape("map", { item: ownShape(meta.keyed) }) : shape("any", {});
    case "enum":
      return shape("string", { values: Object.values(def.entries ?? {}) });
    case "literal":
      return shape(typeof def.values?.[0] === "number" ? "number" : "string", { values: def.values ?? [] });
    default: {
      if (!SCALARS.has(def.type)) return shape("any", {});
      const extra = { values: meta.known ?? null, format: meta.format ?? null };
      return shape(def.type as OwnShape["kind"], extra);
    }
  }
}

function inner(schema: z.ZodType | undefined): OwnShape {
  return schema ? ownShape(schema) : shape("any", {});
}

function shape(kind: OwnShape["kind"], rest: Partial<OwnShape>): OwnShape {
  return {
    kind,
    optional: false,
    nullable: false,
    fields: new Map(),
    item: null,
    values: null,
    format: null,
    ...rest,
  };
}
