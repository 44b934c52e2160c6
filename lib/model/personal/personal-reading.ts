import { nameWords } from "@/lib/model/personal/name-words";
import { PERSONAL_CATEGORIES, type PersonalCategory } from "@/lib/model/personal/personal-category";
import { hasWord } from "@/lib/model/personal/table-context";
import { findTerms, isKnownWord, type TermHit } from "@/lib/model/personal/term-dictionary";
import { ADDRESSES, PEOPLE } from "@/lib/model/personal/term-group";
import { ADDRESS_WORDS, FACTS, FLAGS, PEOPLE_WORDS, PLAIN_WORDS } from "@/lib/model/personal/word-classes";

/** Why a column looks like data about a person, by nothing but names. */
export interface Detection {
  category: PersonalCategory;
  /** As a row says it, e.g. "e-mail". */
  label: string;
  /** What in the names says so, e.g. "contains first name". */
  reason: string;
  confidence: "high" | "medium";
}

/** What a column's name may stand for, and the tables in which it does. */
export interface Reading {
  detection: Detection;
  /** Bits of `term-group.ts`, one of which the table must have; 0 for any table. */
  within: number;
  /** Bits that it must not have. */
  outside: number;
}

/** Reads a column's name, whatever its table; the likeliest first. */
export function readName(column: string): Reading[] {
  const words = nameWords(column, isKnownWord);
  const readings: Reading[] = [];
  // What a name is comes last in it: of "billing address phone", the phone.
  for (const hit of findTerms(words).reverse()) {
    const reading = readHit(words, hit);
    if (reading) readings.push(reading);
  }
  return readings;
}

/** The first reading that holds in a table about `context`, the bits of `tableContext`. */
export function detectIn(readings: readonly Reading[], context: number): Detection | null {
  for (const { detection, within, outside } of readings)
    if ((within === 0 || (context & within) !== 0) && (context & outside) === 0) return detection;
  return null;
}

function readHit(words: readonly string[], { group, term, start, end }: TermHit): Reading | null {
  const { category, weak, within = 0, outside = 0 } = group;
  if (category === null) return null;
  const before = words.slice(0, start).filter((word) => !isNumber(word));
  const after = words.slice(end).filter((word) => !isNumber(word));
  if (before.some((word) => FLAGS.has(word)) || after.some((word) => isFact(word, within))) return null;
  if (category !== "name" && after.at(-1) === "name") return null;
  const beside =
    [...before].reverse().find((word) => !PLAIN_WORDS.has(word)) ??
    after.find((word) => !PLAIN_WORDS.has(word));
  const ofPeople = beside !== undefined && hasWord(PEOPLE_WORDS, beside);
  const told = ((within & PEOPLE) !== 0 && ofPeople) || ((within & ADDRESSES) !== 0 && tellsAddress(before));
  if (within !== 0 && !told && beside !== undefined) return null;
  const strange = [...before, ...after].some((word) => !isKnownWord(word));
  return {
    detection: {
      category,
      label: PERSONAL_CATEGORIES[category],
      reason: within !== 0 && !told ? `contains ${term}, in a table of its kind` : `contains ${term}`,
      confidence: weak || strange ? "medium" : "high",
    },
    within: told ? 0 : within,
    outside: told || ofPeople ? 0 : outside,
  };
}

/** A role of people beside a weak term says whose it is: "nom_client". */
const isFact = (word: string, within: number) =>
  FACTS.has(word) && !((within & PEOPLE) !== 0 && hasWord(PEOPLE_WORDS, word));
const isNumber = (word: string) => /^\d+$/.test(word);
const tellsAddress = (before: readonly string[]) => before.some((word) => hasWord(ADDRESS_WORDS, word));
