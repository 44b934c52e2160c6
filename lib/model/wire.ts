import { z } from "@/lib/zod";

/**
 * An object that keeps unknown keys at run time and is closed in types: upstream may add
 * fields any day, while a typo of ours must not compile.
 */
export function loose<S extends z.ZodRawShape>(shape: S): z.ZodObject<S, z.core.$strip> {
  return z.looseObject(shape) as unknown as z.ZodObject<S, z.core.$strip>;
}

/** A string with known values that lets unknown ones through; typed as the known ones. */
export function openEnum<const V extends readonly [string, ...string[]]>(
  values: V,
): z.ZodType<V[number], V[number]> {
  return z.string().meta({ known: values }) as unknown as z.ZodType<V[number], V[number]>;
}

/**
 * A JSON object keyed by names from a source (schemas, tables, columns), handed through as it is:
 * zod's record silently drops the key `__proto__`, which is a legal table name.
 */
export function keyed<V extends z.ZodType>(value: V): z.ZodType<Record<string, z.output<V>>> {
  return z
    .custom<Record<string, z.output<V>>>(
      (input) =>
        typeof input === "object" &&
        input !== null &&
        !Array.isArray(input) &&
        Object.entries(input).every(([, item]) => value.safeParse(item).success),
      "expected an object of named items",
    )
    .meta({ keyed: value });
}

/** The page of a list: items and, unless it is the last page, the cursor of the next. */
export function page<T extends z.ZodType>(item: T) {
  return loose({ items: z.array(item), next_cursor: z.string().nullish() });
}

/** RFC 3339 date and time as Fivetran writes it. */
export const timestamp = z.string().meta({ format: "date-time" });
