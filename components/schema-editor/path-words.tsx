import type { SchemaPath } from "@/lib/model/schema/schema-changes";

/** A name as it is shown: an empty one has nothing to see. */
const shown = (name: string): string => (name === "" ? "(empty name)" : name);

/** "customers.email": a name with the one above it; the whole on hover. */
export function PathWords({ path }: { path: SchemaPath }) {
  const names = path.filter((name) => name !== undefined).map(shown);
  if (names.length === 0) return <span>Policy for what is new</span>;
  return (
    <bdi title={names.join(".")} className="mono min-w-0 truncate text-ink">
      {names.slice(-2).join(".")}
    </bdi>
  );
}
