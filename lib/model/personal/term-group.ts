import type { PersonalCategory } from "@/lib/model/personal/personal-category";

/** What a table is about by its name: bits. */
export const PEOPLE = 1;
export const ADDRESSES = 2;
export const MESSAGES = 4;
export const BANKING = 8;
export const CARDS = 16;
export const PATIENTS = 32;
/** Neither people nor anything of theirs: products, files, tags. */
export const THINGS = 64;

/** Words that mean the same kind of data and are judged alike. */
export interface TermGroup {
  /** Null for words that look like another term and are nothing personal, such as "mac address". */
  category: PersonalCategory | null;
  /** Parted by "|"; written together or apart in a name is the same. */
  terms: string;
  /** `weak` where the word alone leaves doubt: medium confidence at most. */
  weak?: boolean;
  /**
   * Bits of the tables in which the terms count, or where a word beside them says the same ("customer name",
   * "billing city"). Other words beside them make them something else ("plan name").
   */
  within?: number;
  /** Bits of the tables in which they do not count. */
  outside?: number;
}
