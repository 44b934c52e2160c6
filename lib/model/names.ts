/**
 * Two letters that stand for a service or an account where others show a logo: the initials of the first two
 * words, or the first two letters of a single one.
 */
export function markOf(name: string): string {
  const words = name.match(/[\p{L}\p{N}]+/gu) ?? [];
  const [first = "", second = ""] = words;
  const letters = second ? [...first].slice(0, 1).concat([...second].slice(0, 1)) : [...first].slice(0, 2);
  const [head = "–", tail = ""] = letters;
  return head.toLocaleUpperCase("en") + tail.toLocaleLowerCase("en");
}

const grouped = new Intl.NumberFormat("en-US");

/** "1,284" */
export function figure(value: number): string {
  return grouped.format(value);
}

/** "1 connection", "1,284 connections"; the plural is the word with an s unless it is given. */
export function countOf(value: number, one: string, many = `${one}s`): string {
  return `${figure(value)} ${value === 1 ? one : many}`;
}

/** "90.6 %"; whole at 0 and 100, never rounded up to all or down to none. */
export function percentOf(part: number, whole: number): string {
  if (whole <= 0 || part <= 0) return "0 %";
  if (part >= whole) return "100 %";
  const tenths = Math.min(999, Math.max(1, Math.round((part / whole) * 1_000)));
  return `${(tenths / 10).toFixed(1)} %`;
}

/** "a", "a and b", "a, b and c" */
export function listOf(words: readonly string[]): string {
  if (words.length < 2) return words[0] ?? "";
  return `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

/** The host of an address, with or without a scheme before it. */
export function hostOf(url: string): string {
  return url.replace(/^[a-z]+:\/\//, "").replace(/[/?#].*$/s, "");
}

/** The text with its first letter large. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
