import { nameWords } from "@/lib/model/personal/name-words";
import { isKnownWord } from "@/lib/model/personal/term-dictionary";
import {
  ADDRESSES,
  BANKING,
  CARDS,
  MESSAGES,
  PATIENTS,
  PEOPLE,
  THINGS,
} from "@/lib/model/personal/term-group";
import {
  ADDRESS_WORDS,
  BANK_WORDS,
  CARD_WORDS,
  MESSAGE_WORDS,
  PATIENT_WORDS,
  PEOPLE_WORDS,
  TABLE_NOISE,
  THING_WORDS,
} from "@/lib/model/personal/word-classes";

const SETS: readonly [bit: number, of: ReadonlySet<string>][] = [
  [MESSAGES, MESSAGE_WORDS],
  [BANKING, BANK_WORDS],
  [CARDS, CARD_WORDS],
  [PATIENTS, PATIENT_WORDS],
];

/** Whether a set has a word or what it is the plural of. */
export const hasWord = (of: ReadonlySet<string>, word: string): boolean =>
  of.has(word) ||
  (word.endsWith("s") &&
    (of.has(word.slice(0, -1)) ||
      (word.endsWith("ies") && of.has(`${word.slice(0, -3)}y`)) ||
      (word.endsWith("es") && of.has(word.slice(0, -2)))));

/** What a table is about, as bits of `term-group.ts`: its last word decides, in other languages the first. */
export function tableContext(table: string): number {
  const words = nameWords(table, isKnownWord).filter((word) => !TABLE_NOISE.has(word));
  let bits = 0;
  for (const [bit, of] of SETS) if (words.some((word) => hasWord(of, word))) bits |= bit;
  return bits | (headBits(words.at(-1)) || headBits(words[0]));
}

function headBits(word: string | undefined): number {
  if (word === undefined) return 0;
  if (hasWord(PEOPLE_WORDS, word)) return PEOPLE;
  if (word.startsWith("addr") || word.startsWith("adress") || isAddress(word)) return ADDRESSES;
  return hasWord(THING_WORDS, word) ? THINGS : 0;
}

const ADDRESS_TABLES = /^(address|adres|direccion|indirizz|enderec|locationmainaddress)/;
const isAddress = (word: string) => ADDRESS_TABLES.test(word) && hasWord(ADDRESS_WORDS, word);
