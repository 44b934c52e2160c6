import { route } from "@/lib/auth/route";
import { PERSONAL_CATEGORIES, type PersonalCategory } from "@/lib/model/personal/personal-category";
import {
  MOST_ENTRIES,
  MOST_LETTERS,
  type PersonalLists,
  type StoredPersonalLists,
} from "@/lib/model/personal/personal-lists";
import { readSetting, type Setting, saveSetting } from "@/lib/store/settings";
import { z } from "@/lib/zod";

const NAME = "personal";
const Pattern = z.string().trim().min(1).max(MOST_LETTERS);
const Category = z.enum(Object.keys(PERSONAL_CATEGORIES) as [PersonalCategory, ...PersonalCategory[]]);
const Body = z.strictObject({
  version: z.number().int().min(0),
  add: z.array(z.strictObject({ pattern: Pattern, category: Category })).max(MOST_ENTRIES),
  ignore: z.array(Pattern).max(MOST_ENTRIES),
});

export const GET = route({ role: "viewer", risk: "read" }, async () =>
  answerOf(await readSetting<PersonalLists>(NAME)),
);

export const PUT = route({ role: "operator", risk: "reversible" }, async (request, _, { actor }) => {
  const { version, ...lists } = Body.parse(await request.json());
  return answerOf(await saveSetting<PersonalLists>(NAME, version, lists, actor.id));
});

function answerOf(setting: Setting<PersonalLists> | null): StoredPersonalLists {
  if (!setting) return { add: [], ignore: [], version: 0, saved_by: "", saved_at: 0 };
  const { value, ...saved } = setting;
  return { ...value, ...saved };
}
