/** Words that are written together in names of columns, by what they end in. */
const GLUED =
  /^(first|last|middle|full|given|family|maiden|nick|user|screen|birth|home|work|mobile|cell|other|alt|main|postal|zip|post|e|ip|street|mail|mailing|billing|shipping|delivery|bank|account|card|credit|social|tax|date|house|door|contact|sur|fore|vor|nach|geburts|straßen|strassen|haus|telefon|handy|default)(name|names|mail|email|phone|address|adresse|addr|code|number|no|street|city|security|id|card|port|birth|datum|nummer|nr|kod|date|day|place|country)$/;

/**
 * The words of a column's name in lower case without accents: snake, camel and kebab case, digits and the common
 * compounds ("firstname", "ipaddress", "geburtsdatum") taken apart.
 */
export function nameWords(name: string): string[] {
  const plain = name.normalize("NFKD").replace(/\p{M}/gu, "").replaceAll("ß", "ss").replaceAll("ł", "l");
  const apart = plain
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, "$1 $2")
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, "$1 $2")
    .replace(/(\p{L})(\d)/gu, "$1 $2")
    .replace(/[^\p{L}]+/gu, " ")
    .toLowerCase()
    .trim();
  return apart === "" ? [] : apart.split(" ").flatMap(split);
}

function split(word: string): string[] {
  const glued = GLUED.exec(word);
  return glued ? [glued[1] ?? "", glued[2] ?? ""] : [word];
}
