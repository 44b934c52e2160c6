import { CopyBox } from "@/components/ui/copy-box";
import type { Connection } from "@/lib/model/connection";
import type { ConnectorForm } from "@/lib/model/connector/connector-form";

/** What Fivetran adds by itself, such as the key that the source has to know. */
export function FromFivetran({ form, connection }: { form: ConnectorForm; connection: Connection }) {
  const config = new Map(Object.entries(connection.config ?? {}));
  const given = form.readonly.flatMap((field) => {
    const value = config.get(field.name);
    return field.part === "config" && typeof value === "string" && value !== "" ? [{ field, value }] : [];
  });
  if (given.length === 0) return null;
  return (
    <section aria-label="From Fivetran" className="grid gap-3.5">
      <h2 className="border-line border-b pb-2 font-semibold">From Fivetran</h2>
      <dl className="grid gap-3">
        {given.map(({ field, value }) => (
          <div key={field.path} className="grid min-w-0 gap-1">
            <dt className="font-medium">{field.label}</dt>
            <dd className="min-w-0">
              <CopyBox text={value} label={`Copy ${field.label}`} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
