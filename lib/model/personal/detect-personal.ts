import { nameWords } from "@/lib/model/personal/name-words";
import {
  ABOUT,
  PEOPLE,
  type PersonalCategory,
  type PersonalRule,
  RULES,
} from "@/lib/model/personal/personal-rules";

/** Why a column's name sounds like data about a person. */
export interface PersonalFinding {
  category: PersonalCategory;
  /** As a row says it, e.g. "e-mail". */
  label: string;
  /** The words of the name that say so, e.g. "first name". */
  reason: string;
  /** 0.9 where the name says it by itself, 0.6 where only with its table. */
  confidence: number;
}

/** What a name says by itself, and what it would say in a table about people. */
export interface NameReading {
  sure: PersonalFinding | null;
  likely: PersonalFinding | null;
}

const NOTHING: NameReading = { sure: null, likely: null };
/** Of ABOUT, what belongs to a thing itself in these. */
const OWN: Partial<Record<PersonalCategory, ReadonlySet<string>>> = {
  national_id: new Set(["id", "tax"]),
  address: new Set(["state"]),
  name: new Set(["agent"]),
  ip: new Set(["client", "server"]),
  health: new Set(["type", "group", "status", "id"]),
  bank_account: new Set(["mask"]),
  card: new Set(["mask"]),
  email: new Set(["id"]),
};

/** Reads a column's name, whatever its table. */
export function readName(column: string): NameReading {
  const words = nameWords(column);
  if (words.length === 0 || words.length > 12) return NOTHING;
  const spaced = ` ${words.join(" ")} `;
  let likely: PersonalFinding | null = null;
  for (const rule of RULES) {
    const sure = findingOf(rule, rule.sure, spaced, words, 0.9);
    if (sure) return { sure, likely: null };
    // A weak word counts only where it is all of the name.
    const weak = rule.likely && rule.likely.exec(spaced)?.[0] === spaced;
    if (weak && rule.likely) likely ??= findingOf(rule, rule.likely, spaced, words, 0.6);
  }
  return { sure: null, likely };
}

/** Whether a table's name says that it is about people. */
export function isAboutPeople(table: string): boolean {
  return nameWords(table).some((word) => PEOPLE.has(word));
}

/** What a column looks like by its name and its table's; null for nothing personal. Nothing but names is looked at. */
export function detectPersonal(column: string, table: string): PersonalFinding | null {
  const { sure, likely } = readName(column);
  return sure ?? (likely && isAboutPeople(table) ? likely : null);
}

function findingOf(
  { category, label }: PersonalRule,
  pattern: RegExp,
  spaced: string,
  words: readonly string[],
  confidence: number,
): PersonalFinding | null {
  const match = pattern.exec(spaced);
  if (!match) return null;
  const reason = match[0].trim();
  const said = new Set(reason.split(" "));
  const own = OWN[category];
  const about = words.some((word) => ABOUT.has(word) && !said.has(word) && !own?.has(word));
  // An id beside a thing points to it: address_id, contact_name_id.
  const pointer = words.at(-1) === "id" && !said.has("id");
  return about || pointer ? null : { category, label, reason, confidence };
}
