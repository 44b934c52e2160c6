import "server-only";
import type { ConnectionTemplate, SetupValues } from "@/lib/model/setup-draft";
import { addTemplate } from "@/lib/store/connection-templates";
import { readSetupDraft } from "@/lib/store/setup-drafts";
import { withoutNames } from "@/lib/sync/setup/begin-draft";
import { choicesOf } from "@/lib/sync/setup/clone-connection";
import { typeForm } from "@/lib/sync/setup/connector-metadata";
import { keptValues } from "@/lib/sync/setup/kept-values";

type Choices = Pick<ConnectionTemplate, "service" | "values" | "schema_from">;

/**
 * Keeps the choices of a draft, else of a connection, under a name: without secrets, names and destination.
 * @throws AppError `conflict` naming the field where the name is taken, `not_found`; else as the client does
 */
export async function saveTemplate(
  {
    name,
    draft_id,
    connection_id = "",
  }: {
    name: string;
    draft_id?: string | undefined;
    connection_id?: string | undefined;
  },
  actor: string,
): Promise<ConnectionTemplate> {
  const choices = draft_id === undefined ? await ofConnection(connection_id) : await ofDraft(draft_id, actor);
  return addTemplate({ name, actor, ...choices });
}

async function ofDraft(id: string, actor: string): Promise<Choices> {
  const { service, values, schema_from, creation } = await readSetupDraft(id, actor);
  const form = await typeForm(service);
  const created = creation.state === "created" ? creation.connection_id : schema_from;
  return {
    service,
    values: keptValues(form, bare(withoutNames(form, values)), []).values,
    schema_from: created,
  };
}

async function ofConnection(connection_id: string): Promise<Choices> {
  const { form, connection, values } = await choicesOf(connection_id);
  return {
    service: connection.service,
    values: bare(withoutNames(form, values)),
    schema_from: connection_id,
  };
}

/** What belongs to one destination is chosen anew. */
const bare = (values: SetupValues): SetupValues => ({ ...values, group_id: null });
