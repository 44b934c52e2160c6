import "server-only";
import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import { AppError } from "@/lib/errors";
import type { ConnectorType } from "@/lib/model/connector-type";
import type { ConnectorTypeRow } from "@/lib/model/setup-draft";
import { singleton } from "@/lib/singleton";
import { store } from "@/lib/store/db";
import { connectorTypes } from "@/lib/store/tables/connector-types";
import { currentUpstream } from "@/lib/store/upstream";
import { memory } from "@/lib/sync/memory";

interface Catalogue {
  etag: string;
  rows: ConnectorTypeRow[];
}

const held = singleton<{ mark: string; catalogue: Catalogue | null }>("catalogue", () => ({
  mark: "",
  catalogue: null,
}));

/**
 * Every connector type that the account's metadata names, by name. Costs no upstream call.
 * @throws AppError `unavailable` before they were read, `forbidden` where the API key may not list them
 */
export async function connectorTypeCatalogue(): Promise<Catalogue> {
  const { lists_version, denied } = memory();
  const mark = `${currentUpstream()}-${lists_version}`;
  if (held.mark === mark && held.catalogue) return held.catalogue;
  const rows = await readRows();
  if (rows.length === 0) throw none(denied);
  const etag = `"${createHash("sha256").update(JSON.stringify(rows)).digest("hex").slice(0, 32)}"`;
  held.mark = mark;
  held.catalogue = { etag, rows };
  return held.catalogue;
}

async function readRows(): Promise<ConnectorTypeRow[]> {
  const { db } = await store();
  const stored = await db
    .select({ raw: connectorTypes.raw })
    .from(connectorTypes)
    .where(eq(connectorTypes.upstream_id, currentUpstream()));
  const { compare } = new Intl.Collator("en", { sensitivity: "base", numeric: true });
  return stored
    .map(({ raw }) => rowOf(raw))
    .sort((a, b) => compare(a.name, b.name) || (a.id < b.id ? -1 : 1));
}

function rowOf(type: ConnectorType): ConnectorTypeRow {
  return {
    id: type.id,
    name: type.name,
    type: type.type,
    description: type.description ?? "",
    service_status: type.service_status ?? "",
    connector_class: type.connector_class ?? "",
    features: (type.supported_features ?? []).map((feature) => feature.id),
    link_to_docs: type.link_to_docs || null,
    link_to_erd: type.link_to_erd || null,
  };
}

function none(denied: readonly string[]): AppError {
  return denied.includes("connector types")
    ? new AppError(
        "forbidden",
        "The API key may not list connector types. Ask for it in Fivetran, or use another key.",
      )
    : new AppError("unavailable", "The connector types have not been read yet. Try again in a few seconds.");
}
