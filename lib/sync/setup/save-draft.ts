import "server-only";
import type { SetupDraft } from "@/lib/model/setup-draft";
import { readSetupDraft, saveSetupDraft } from "@/lib/store/setup-drafts";
import { knownForm } from "@/lib/sync/setup/connector-metadata";
import { keptValues } from "@/lib/sync/setup/kept-values";
import { tellSetup } from "@/lib/sync/setup/tell-setup";

/**
 * Saves a person's own draft over the version it was made from, without the secrets that are in it.
 * @throws AppError `conflict` where another tab saved meanwhile, `not_found`; nothing is saved then
 */
export async function saveDraft(
  id: string,
  actor: string,
  { version, step, values, secrets }: Pick<SetupDraft, "version" | "step" | "values" | "secrets">,
): Promise<SetupDraft> {
  const { service } = await readSetupDraft(id, actor);
  const kept = keptValues(await knownForm(service), values, secrets);
  const saved = await saveSetupDraft(id, actor, { version, step, ...kept });
  await tellSetup(id);
  return saved;
}
