import { optionLabel } from "@/lib/model/connector/words";
import type { CardField } from "@/lib/sandbox/card/card-fields";
import { type Html, html } from "@/lib/sandbox/card/html";

/** The labelled input of one field. `issue` is what was wrong with what was sent; empty for nothing. */
export function cardInput(field: CardField, value: string, issue: string): Html {
  const id = `field-${field.path}`;
  const kept = field.kept ? "A value is stored; leave this empty to keep it." : "";
  const help = [hintOf(field), field.help, kept].filter(Boolean).join(" ");
  const told = [help && `${id}-help`, issue && `${id}-issue`].filter(Boolean).join(" ");
  const common = html`id="${id}" name="${field.path}" autocomplete="off"${
    told && html` aria-describedby="${told}"`
  }${issue && html` aria-invalid="true"`}`;
  return html`<div class="field">
<label for="${id}">${field.title}</label>
${control(field, value, common)}
${help && html`<p class="help" id="${id}-help">${help}</p>`}
${issue && html`<p class="error" id="${id}-issue">${issue}</p>`}
</div>
`;
}

function control({ kind, options }: CardField, value: string, common: Html): Html {
  switch (kind) {
    case "secret":
      return html`<input type="password" ${common}>`;
    case "number":
      return html`<input type="text" inputmode="numeric" value="${value}" ${common}>`;
    case "boolean":
      return select(["true", "false"], (option) => (option === "true" ? "Yes" : "No"), value, common);
    case "choice":
      return select(options, optionLabel, value, common);
    case "text":
      return html`<input type="text" value="${value}" ${common}>`;
    default:
      // The first line break inside a textarea is dropped by browsers.
      return html`<textarea spellcheck="false" ${common}>
${value}</textarea>`;
  }
}

function select(
  options: readonly string[],
  name: (option: string) => string,
  value: string,
  common: Html,
): Html {
  const all = value === "" || options.includes(value) ? options : [...options, value];
  return html`<select ${common}><option value="">Not set</option>${all.map(
    (option) =>
      html`<option value="${option}"${option === value && html` selected`}>${name(option)}</option>`,
  )}</select>`;
}

function hintOf({ kind }: CardField): string {
  if (kind === "lines") return "One on each line.";
  return kind === "json" ? "As JSON." : "";
}
