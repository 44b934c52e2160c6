/** What a field of a Go struct takes from JSON; an array stands for a slice, `map` for a map of names. */
export type GoType =
  | "string"
  | "int"
  | "bool"
  | "time"
  | "any"
  | readonly [GoType]
  | { readonly map: GoType }
  | { readonly struct: () => GoFields };

export type GoFields = Readonly<Record<string, GoType>>;

// RFC 3339 as Go reads it: an upper case T and zone, any fraction.
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;

/** For tests: where a JSON value would fail to decode into a Go type. Null leaves any field as it is, unknown keys are passed over. */
export function goFaults(type: GoType, value: unknown, place = ""): string[] {
  if (value === null || value === undefined || type === "any") return [];
  const fault = [`${place || "/"}: ${JSON.stringify(value)?.slice(0, 60)} is no ${describe(type)}`];
  if (typeof type === "string") return scalarFits(type, value) ? [] : fault;
  if (isSlice(type)) {
    if (!Array.isArray(value)) return fault;
    return value.flatMap((item, at) => goFaults(type[0], item, `${place}/${at}`));
  }
  if ("struct" in type) {
    if (!isObject(value)) return fault;
    return Object.entries(type.struct()).flatMap(([name, field]) =>
      goFaults(field, Object.hasOwn(value, name) ? value[name] : undefined, `${place}/${name}`),
    );
  }
  if (!isObject(value)) return fault;
  return Object.entries(value).flatMap(([name, item]) => goFaults(type.map, item, `${place}/${name}`));
}

/** Of a type that is no text; a list has a method called map. */
function isSlice(type: Exclude<GoType, string>): type is readonly [GoType] {
  return Array.isArray(type);
}

function scalarFits(type: string, value: unknown): boolean {
  if (type === "int") return Number.isSafeInteger(value);
  if (type === "bool") return typeof value === "boolean";
  if (typeof value !== "string") return false;
  return type === "string" || (TIME.test(value) && !Number.isNaN(Date.parse(value)));
}

function describe(type: GoType): string {
  if (typeof type === "string") return type;
  return isSlice(type) ? "list" : "object";
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
