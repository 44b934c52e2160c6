import type { CardField } from "@/lib/sandbox/card/card-fields";
import { validateConfig } from "@/lib/sandbox/catalogue/validate-config";
import type { Settings } from "@/lib/sandbox/state";

export interface CardForm {
  config: Settings;
  auth: Settings;
  /** What is wrong, by the path of the field. */
  issues: ReadonlyMap<string, string>;
  /** What was typed, by path; secrets are not among it. */
  typed: ReadonlyMap<string, string>;
}

/**
 * Reads the fields of a card as a browser sends them: what is empty is cleared where it had a value, but for secrets,
 * which stay as they are. What a form does not have is left alone.
 */
export function readCardForm(service: string, fields: readonly CardField[], form: URLSearchParams): CardForm {
  const parts = { config: new Map<string, unknown>(), auth: new Map<string, unknown>() };
  const issues = new Map<string, string>();
  const typed = new Map<string, string>();
  for (const field of fields) {
    const text = form.get(field.path)?.replaceAll("\r\n", "\n");
    if (text === undefined) continue;
    const secret = field.kind === "secret" || field.kind === "secret_lines";
    if (!secret && !field.kept) typed.set(field.path, text);
    const value = readValue(field, text, (issue) => issues.set(field.path, issue));
    const [part = "", ...names] = field.path.split(".");
    if (value !== undefined) put(part === "auth" ? parts.auth : parts.config, names, value);
  }
  const config = Object.fromEntries(parts.config);
  const auth = Object.fromEntries(parts.auth);
  for (const kind of ["config", "auth"] as const) {
    for (const { path, message } of validateConfig(service, kind === "auth" ? auth : config, {
      partial: true,
      kind,
    }) ?? []) {
      const at = fields.find((field) => `${kind}.${path}.`.startsWith(`${field.path}.`));
      issues.set(at?.path ?? "", message);
    }
  }
  return { config, auth, issues, typed };
}

/** Undefined leaves the setting alone, null clears it. */
function readValue(field: CardField, text: string, fault: (issue: string) => void): unknown {
  const { kind, kept } = field;
  if (text.trim() === "") return kept || field.value === "" ? undefined : null;
  switch (kind) {
    case "number":
      return Number.isNaN(Number(text)) ? text.trim() : Number(text);
    case "boolean":
      return text === "true" || text === "false" ? text === "true" : text;
    case "lines": {
      const lines = text
        .split("\n")
        .map((line) => line.trim())
        .filter(Boolean);
      return field.numbers ? lines.map((line) => (Number.isNaN(Number(line)) ? line : Number(line))) : lines;
    }
    case "json":
      try {
        return JSON.parse(text);
      } catch {
        fault("This is not valid JSON.");
        return undefined;
      }
    default:
      return kind === "text" || kind === "choice" ? text.trim() : text;
  }
}

function put(into: Map<string, unknown>, [name = "", ...inner]: readonly string[], value: unknown): void {
  if (inner.length === 0) {
    into.set(name, value);
    return;
  }
  const before = into.get(name);
  const below = new Map(Object.entries(typeof before === "object" && before !== null ? before : {}));
  put(below, inner, value);
  into.set(name, Object.fromEntries(below));
}
