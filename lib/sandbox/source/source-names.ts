/** A source's name as Fivetran would land it: lower case, words joined by `_`, letters without their accents. */
export function nameInDestination(name: string): string {
  const plain = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, "$1_$2")
    .toLowerCase();
  const joined = plain.replace(/[^\p{L}\p{N}_]+/gu, "_");
  const landed = joined.replace(/_+$/u, "");
  if (landed === "") return "_";
  return /^\p{N}/u.test(landed) ? `_${landed}` : landed;
}
