import type { SchemaPath } from "@/lib/model/schema/schema-changes";

/** A name as it is shown: an empty one has nothing to see. */
const shown = (name: string): string => (name === "" ? "(empty name)" : name);

/** "customers.email": a name with the one above it; the whole on hover. */
export function PathWords({ path }: { path: SchemaPath }) {
  const names = path.filter((name) => name !== undefined).map(shown);
  const [above, own] = names.length > 1 ? names.slice(-2) : ["", names[0]];
  if (own === undefined) return <span>Policy for what is new</span>;
  return (
    <span title={names.join(".")} className="mono min-w-0 truncate">
      {above ? <bdi className="text-ink-3">{above}.</bdi> : null}
      <bdi className="text-ink">{own}</bdi>
    </span>
  );
}
