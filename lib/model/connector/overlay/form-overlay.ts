import type { FieldGroup } from "@/lib/model/connector/field";

/**
 * What the metadata of a connector type cannot say about its form: Fivetran's property trees have no conditional
 * construct, so what depends on what is written down here, for the types that need it.
 *
 * A path names a field of config by its dotted name (`files.table_name` enters the items of an array); with `auth.` in
 * front it names a field of auth, unless config has an object called auth. A form may be shared by types that lack some
 * of its fields; a path that a type does not have is to be passed over.
 */
export type FormOverlay = {
  /** Paths in the order they are asked for; fields that are not named follow by name. */
  readonly order: readonly string[];
  readonly labels?: Readonly<Record<string, FieldLabel>>;
  /** Values that Fivetran takes for an absent field. */
  readonly defaults?: Readonly<Record<string, string | number | boolean>>;
  /** A field that no condition shows is always shown; one that several show is shown when any of them holds. */
  readonly conditions?: readonly Condition[];
  /** Always to be filled in: the API takes a config without them, but its setup tests fail. */
  readonly needed?: readonly string[];
  /** Fields that Fivetran still accepts but no longer wants. */
  readonly retired?: readonly string[];
  /** Headings of fields that their names do not tell. */
  readonly groups?: Readonly<Record<string, FieldGroup["id"]>>;
  /** Secrets of several lines that are taken in one form only. */
  readonly formats?: Readonly<Record<string, "pem" | "json_key">>;
};

export type FieldLabel = {
  readonly title?: string;
  readonly description?: string;
  readonly example?: string;
};

/**
 * Shows `show` while each path of `when` has one of its values; an absent field counts as its default, or as null where
 * it has none. While shown, those in `needed` are to be filled in.
 */
export type Condition = {
  readonly when: Readonly<Record<string, readonly (string | boolean | null)[]>>;
  readonly show: readonly string[];
  readonly needed?: readonly string[];
};
