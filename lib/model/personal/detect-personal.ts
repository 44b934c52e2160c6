import {
  isRuleOf,
  listRules,
  NO_LISTS,
  type PersonalLists,
  rulesFor,
} from "@/lib/model/personal/personal-lists";
import { type Detection, detectIn, readName } from "@/lib/model/personal/personal-reading";
import { tableContext } from "@/lib/model/personal/table-context";

/** What a column looks like by its name and its table's, and by the lists; null for nothing personal. */
export function detectPersonal(
  column: string,
  table: string,
  lists: PersonalLists = NO_LISTS,
): Detection | null {
  const rule = rulesFor(listRules(lists), column).find((one) => isRuleOf(one, table));
  return rule ? rule.detection : detectIn(readName(column), tableContext(table));
}
