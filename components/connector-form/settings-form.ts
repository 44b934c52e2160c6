import type { UseFormReturn } from "react-hook-form";
import { FormIssues } from "@/components/connector-form/form-issues";
import { PathSet } from "@/components/connector-form/path-set";
import { type AuthoriseBy, ShownFields } from "@/components/connector-form/shown-fields";
import { checkSettings } from "@/lib/model/connector/check-settings";
import type { ConnectorForm } from "@/lib/model/connector/connector-form";
import type { FieldIssue, SettingsValues } from "@/lib/model/connector/field";

export interface SettingsFormOptions {
  form: ConnectorForm;
  mode: "create" | "edit";
  /** Paths of secrets that stand in Fivetran: asked for only where they are to be replaced. */
  kept?: readonly string[] | undefined;
  /** Paths of secrets that had been typed before, and are kept nowhere. */
  lost?: readonly string[] | undefined;
  /** Of an edit: the values it began with. What is left as it was is not found fault with. */
  before?: SettingsValues | undefined;
  /** With a connect card nothing that signs in is asked for here. */
  authorise_by?: AuthoriseBy | undefined;
}

/** The settings of one connection while they are being typed: values, what is shown of them, what is wrong with them. */
export class SettingsForm {
  readonly form: ConnectorForm;
  readonly mode: "create" | "edit";
  readonly kept: ReadonlySet<string>;
  readonly lost: PathSet;
  readonly issues = new FormIssues();
  /** What else is found wrong, beside the settings themselves. */
  also: () => readonly FieldIssue[] = () => [];
  readonly shown: ShownFields;
  readonly #before: SettingsValues | undefined;
  #authorise_by: AuthoriseBy;

  constructor(
    readonly hook: UseFormReturn<SettingsValues>,
    options: SettingsFormOptions,
  ) {
    this.form = options.form;
    this.mode = options.mode;
    this.kept = new Set(options.kept);
    this.lost = new PathSet(options.lost);
    this.#before = options.before;
    this.#authorise_by = options.authorise_by ?? "fields";
    this.shown = new ShownFields(options.form, hook.getValues(), this.#authorise_by);
  }

  readonly values = (): SettingsValues => this.hook.getValues();

  valueOf(path: string): unknown {
    return this.hook.getValues(path as never);
  }

  /** Sets a value that no plain control holds. */
  set(path: string, value: unknown): void {
    this.hook.setValue(path as never, value as never, { shouldDirty: true });
  }

  /** Follows every edit until the answer is called. */
  follow(onEdit: (path: string | undefined) => void): () => void {
    return this.hook.subscribe({
      formState: { values: true },
      callback: ({ name }) => {
        if (name) {
          this.issues.edited(name);
          this.#found(name);
        }
        if (!name || this.shown.isSubject(name)) this.#read();
        onEdit(name);
      },
    });
  }

  /** Secrets at a path or below it that are there again, or whose place is gone with its entry. */
  #found(path: string): void {
    for (const lost of this.lost.all()) {
      if (lost !== path && !lost.startsWith(`${path}.`)) continue;
      const value = this.valueOf(lost);
      if (value === undefined || value) this.lost.drop(lost);
    }
  }

  /** Who asks for what signs in: these fields, or a connect card. */
  authoriseBy(how: AuthoriseBy): void {
    if (how === this.#authorise_by) return;
    this.#authorise_by = how;
    this.#read();
  }

  #read(): void {
    this.shown.read(this.values(), this.#authorise_by);
  }

  /** What is wrong now, shown or not. */
  findings(): FieldIssue[] {
    const options = {
      mode: this.mode,
      kept: this.kept,
      before: this.#before,
      authorise_by: this.#authorise_by,
    };
    return [...checkSettings(this.form, this.values(), options), ...this.also()];
  }

  /** Takes away what is shown and holds no more. */
  recheck(): void {
    const findings = this.findings();
    this.issues.replace(findings, (at) => !findings.some((issue) => issue.path === at));
  }

  /**
   * Checks and shows what is wrong, on continuing.
   * @param about which fields; by default all
   * @returns what is wrong with them, Fivetran's own words included
   */
  check(about: (path: string) => boolean = () => true): readonly FieldIssue[] {
    this.issues.replace(this.findings(), about);
    return this.issues.all().filter((issue) => about(issue.path));
  }

  /** Checks a field that was left. An empty one is not called missing before somebody wants to go on. */
  left(path: string): void {
    const value = this.valueOf(path);
    const empty = value === "" || value === null || value === undefined;
    if (empty && this.issues.of(path) === undefined) return;
    const findings = this.findings();
    this.issues.replace(findings, (at) => at === path || !findings.some((issue) => issue.path === at));
  }
}
