import type { ConnectorForm } from "@/lib/model/connector/connector-form";
import type { SettingsValues } from "@/lib/model/connector/field";
import { managerPaths } from "@/lib/model/connector/secrets-manager";
import { neededPaths, shownPaths } from "@/lib/model/connector/shown-paths";

export type AuthoriseBy = "fields" | "connect_card";

/** Which fields are asked for now. Only an edit of a value that some condition asks for works it out anew. */
export class ShownFields {
  #shown: ReadonlySet<string>;
  #needed: ReadonlySet<string>;
  readonly #subjects: ReadonlySet<string>;
  readonly #listeners = new Set<() => void>();

  constructor(
    private readonly form: ConnectorForm,
    values: SettingsValues,
    authorise_by: AuthoriseBy,
  ) {
    this.#shown = shownPaths(form, values);
    this.#needed = neededPaths(form, values, authorise_by);
    this.#subjects = new Set([
      ...form.conditions.flatMap(({ when }) => Object.keys(when)),
      ...managerPaths(form),
    ]);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  isShown(path: string): boolean {
    return this.#shown.has(path);
  }

  isNeeded(path: string): boolean {
    return this.#needed.has(path);
  }

  /** Whether an edit there may show or hide fields. */
  isSubject(path: string): boolean {
    return this.#subjects.has(path);
  }

  read(values: SettingsValues, authorise_by: AuthoriseBy): void {
    this.#shown = shownPaths(this.form, values);
    this.#needed = neededPaths(this.form, values, authorise_by);
    for (const listener of this.#listeners) listener();
  }
}
