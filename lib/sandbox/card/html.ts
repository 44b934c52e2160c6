/** Text that is HTML already. */
export class Html {
  constructor(readonly text: string) {}
}

export type HtmlPart = Html | string | number | null | false | undefined | readonly HtmlPart[];

/** HTML with everything put into it escaped, but for what is HTML itself; null, false and undefined leave nothing. */
export function html(pieces: TemplateStringsArray, ...parts: HtmlPart[]): Html {
  return new Html(pieces.map((piece, at) => (at === 0 ? piece : rendered(parts[at - 1]) + piece)).join(""));
}

const MARKS: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

function rendered(part: HtmlPart): string {
  if (part === null || part === undefined || part === false) return "";
  if (part instanceof Html) return part.text;
  if (Array.isArray(part)) return part.map(rendered).join("");
  return String(part).replace(/[&<>"']/g, (mark) => MARKS[mark] ?? mark);
}
