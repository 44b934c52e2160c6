import "server-only";
import type { Objectives, StoredObjectives } from "@/lib/model/objective/objective";
import { readSetting, type Setting, saveSetting } from "@/lib/store/settings";
import { tellSetting } from "@/lib/sync/tell-setting";

const NAME = "objectives";

/** The account's objectives; version 0 and none where nobody has saved any. */
export async function storedObjectives(): Promise<StoredObjectives> {
  return answerOf(await readSetting<Objectives>(NAME));
}

/**
 * Saves the objectives over the version they were made from, and has every page take them up.
 * @throws AppError `conflict` where someone saved meanwhile; nothing is saved then
 */
export async function saveObjectives(
  version: number,
  objectives: Objectives["objectives"],
  actor: string,
): Promise<StoredObjectives> {
  const saved = await saveSetting<Objectives>(NAME, version, { objectives }, actor);
  await tellSetting(NAME);
  return answerOf(saved);
}

function answerOf(setting: Setting<Objectives> | null): StoredObjectives {
  if (!setting) return { objectives: [], version: 0, saved_by: "", saved_at: 0 };
  const { value, ...saved } = setting;
  return { ...value, ...saved };
}
