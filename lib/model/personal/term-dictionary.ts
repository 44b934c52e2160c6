import { ADDRESS_TERMS } from "@/lib/model/personal/address-terms";
import { CONTACT_TERMS } from "@/lib/model/personal/contact-terms";
import { HEALTH_TERMS } from "@/lib/model/personal/health-terms";
import { IDENTITY_TERMS } from "@/lib/model/personal/identity-terms";
import { MONEY_TERMS } from "@/lib/model/personal/money-terms";
import { NATIONAL_ID_TERMS } from "@/lib/model/personal/national-id-terms";
import type { TermGroup } from "@/lib/model/personal/term-group";
import {
  ADDRESS_WORDS,
  FACTS,
  FLAGS,
  PEOPLE_WORDS,
  PLAIN_WORDS,
  THING_WORDS,
} from "@/lib/model/personal/word-classes";

/** The part of a name that is a term. */
export interface TermHit {
  group: TermGroup;
  /** As the dictionary writes it. */
  term: string;
  /** Places among the words of the name, the end not included. */
  start: number;
  end: number;
}

/** By the term written together. Earlier groups go first. */
const TERMS = new Map<string, { group: TermGroup; term: string }>();
for (const group of [
  ...CONTACT_TERMS,
  ...IDENTITY_TERMS,
  ...NATIONAL_ID_TERMS,
  ...ADDRESS_TERMS,
  ...MONEY_TERMS,
  ...HEALTH_TERMS,
])
  for (const term of group.terms.split("|")) {
    const key = term.replaceAll(" ", "");
    if (!TERMS.has(key)) TERMS.set(key, { group, term });
  }

/** Of all terms written together; a name's words that are none of them lead nowhere. */
const BEGINNINGS = new Set<string>();
for (const key of TERMS.keys())
  for (let length = 0; length <= key.length; length++) BEGINNINGS.add(key.slice(0, length));

const CLASSES = [PEOPLE_WORDS, ADDRESS_WORDS, FACTS, FLAGS, PLAIN_WORDS, THING_WORDS];

const KNOWN = new Set([...TERMS.keys(), ...CLASSES.flatMap((of) => [...of])]);
for (const word of [...KNOWN]) if (word.length > 3 && !word.endsWith("s")) KNOWN.add(`${word}s`);

/** Whether a word is one that the detectors know; a plural counts as its singular. */
export const isKnownWord = (word: string): boolean => KNOWN.has(word);

/** The terms among the words of a name, the longest first from the left. */
export function findTerms(words: readonly string[]): TermHit[] {
  const hits: TermHit[] = [];
  for (let start = 0; start < words.length; ) {
    const hit = longestAt(words, start);
    if (hit) hits.push(hit);
    start = hit ? hit.end : start + 1;
  }
  return hits;
}

function longestAt(words: readonly string[], start: number): TermHit | null {
  let hit: TermHit | null = null;
  let key = "";
  for (let end = start; end < words.length && BEGINNINGS.has(key); end++) {
    key += words[end] ?? "";
    const found =
      TERMS.get(key) ?? (key.length > 4 && key.endsWith("s") ? TERMS.get(key.slice(0, -1)) : undefined);
    if (found) hit = { ...found, start, end: end + 1 };
  }
  return hit;
}
