import type { FieldIssue } from "@/lib/model/connector/field";

/**
 * What is wrong with the values, as far as it is shown. Each field follows its own message only, so that one that
 * appears draws one field anew.
 */
export class FormIssues {
  #shown: readonly FieldIssue[] = [];
  #byPath: ReadonlyMap<string, string> = new Map();
  /** Paths whose message came from Fivetran: no check of ours takes it away, an edit does. */
  readonly #told = new Set<string>();
  readonly #listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly all = (): readonly FieldIssue[] => this.#shown;

  of(path: string): string | undefined {
    return this.#byPath.get(path);
  }

  /** How many are at a path or below it. */
  countUnder(path: string): number {
    return this.#shown.filter((issue) => issue.path === path || issue.path.startsWith(`${path}.`)).length;
  }

  /** Shows these for the paths that `about` picks, in the place of what stood there. */
  replace(issues: readonly FieldIssue[], about: (path: string) => boolean): void {
    const stay = this.#shown.filter((issue) => !about(issue.path) || this.#told.has(issue.path));
    const taken = new Set(stay.map((issue) => issue.path));
    this.#say([...stay, ...issues.filter((issue) => about(issue.path) && !taken.has(issue.path))]);
  }

  /** Shows what Fivetran said of a field. */
  tell(issue: FieldIssue): void {
    this.#told.add(issue.path);
    this.#say([...this.#shown.filter(({ path }) => path !== issue.path), issue]);
  }

  /** Takes away what Fivetran said of a field, once it is edited. */
  edited(path: string): void {
    if (!this.#told.delete(path)) return;
    this.#say(this.#shown.filter((issue) => issue.path !== path));
  }

  #say(issues: readonly FieldIssue[]): void {
    if (issues.length === 0 && this.#shown.length === 0) return;
    this.#shown = issues;
    this.#byPath = new Map(issues.map(({ path, message }) => [path, message]));
    for (const listener of this.#listeners) listener();
  }
}
