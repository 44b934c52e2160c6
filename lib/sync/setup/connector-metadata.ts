import "server-only";
import { and, eq } from "drizzle-orm";
import { AppError } from "@/lib/errors";
import { fivetran } from "@/lib/fivetran/client";
import { type ConnectorForm, connectorForm } from "@/lib/model/connector/connector-form";
import type { ConnectorTypeDetail } from "@/lib/model/connector-type";
import { singleton } from "@/lib/singleton";
import { store } from "@/lib/store/db";
import { connectorMetadata } from "@/lib/store/tables/connector-metadata";
import { currentUpstream } from "@/lib/store/upstream";

/** Fivetran adds fields any day. */
const FRESH_MS = 86_400_000;
/** So many forms are held in memory. */
const MOST = 100;

interface Held {
  read_at: number;
  form: ConnectorForm;
}

const forms = () => singleton("connector-forms", () => new Map<string, Held>());

/**
 * The form of a connector type as this account's metadata describes it: read from Fivetran once a day, and what was
 * read before where that fails.
 * @throws AppError as the client does where it was never read
 */
export async function formOf(service: string): Promise<ConnectorForm> {
  const key = JSON.stringify([currentUpstream(), service]);
  const held = forms().get(key);
  if (held && Date.now() - held.read_at < FRESH_MS) return held.form;
  const { raw, read_at } = await metadataOf(service);
  const form = connectorForm(raw);
  forms().delete(key);
  forms().set(key, { read_at, form });
  for (const oldest of forms().keys()) {
    if (forms().size <= MOST) break;
    forms().delete(oldest);
  }
  return form;
}

/** The same. @throws AppError `not_found` that names the type, as well */
export async function typeForm(service: string): Promise<ConnectorForm> {
  try {
    return await formOf(service);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "not_found") throw error;
    throw new AppError("not_found", `Fivetran knows no connector type ${JSON.stringify(service)}.`, {
      facts: { ...error.facts, field: "service" },
    });
  }
}

/** The same; null where it cannot be had. */
export async function knownForm(service: string): Promise<ConnectorForm | null> {
  try {
    return await formOf(service);
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}

async function metadataOf(service: string): Promise<{ raw: ConnectorTypeDetail; read_at: number }> {
  const { db } = await store();
  const own = and(
    eq(connectorMetadata.upstream_id, currentUpstream()),
    eq(connectorMetadata.service, service),
  );
  const columns = { raw: connectorMetadata.raw, read_at: connectorMetadata.read_at };
  const [kept] = await db.select(columns).from(connectorMetadata).where(own);
  if (kept && Date.now() - kept.read_at < FRESH_MS) return kept;
  try {
    const raw = await fivetran().call("metadata_connector_config", { params: { service }, as: "person" });
    const read = { raw, read_at: Date.now() };
    await db
      .insert(connectorMetadata)
      .values({ upstream_id: currentUpstream(), service, ...read })
      .onConflictDoUpdate({
        target: [connectorMetadata.upstream_id, connectorMetadata.service],
        set: read,
      });
    return read;
  } catch (error) {
    if (kept && error instanceof AppError) return kept;
    throw error;
  }
}
