import { mergeDrafts } from "@/lib/model/schema/merge-drafts";
import { NO_CHANGES } from "@/lib/model/schema/no-changes";
import { sameChanges } from "@/lib/model/schema/same-changes";
import type { SchemaDraft } from "@/lib/model/schema/schema-answers";
import type { SchemaChanges } from "@/lib/model/schema/schema-changes";
import type { SchemaEditor } from "@/lib/model/schema/schema-editor";
import { ApiError, messageOf } from "@/lib/queries/api-error";

/** Whether the server has the draft as the editor has it. */
export type DraftSaving =
  | { state: "saved"; at: number | null }
  | { state: "saving" }
  | { state: "failed"; reason: string };

/** What the saver asks of the world. */
export interface DraftStore {
  read: () => Promise<SchemaDraft | null>;
  /** @throws ApiError `conflict` where another tab saved meanwhile */
  save: (draft: Omit<SchemaDraft, "saved_at">) => Promise<SchemaDraft>;
}

const CALM_MS = 600;
const COMPARED = 2_000;
const RETRY_MS = [4_000, 10_000, 30_000];

/**
 * Keeps the draft of an editor on the server, a moment after each edit. What another tab saves is brought in: over
 * this tab's draft where that has nothing unsaved, else field by field.
 */
export class DraftSaver {
  #saving: DraftSaving;
  #savedAt: number | null;
  /** The draft that both sides last had in common. */
  #common: { version: number; base_hash: string; changes: SchemaChanges };
  /** The editor's version that is known to be saved. */
  #clean: number;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #sending = false;
  #failures = 0;
  readonly #listeners = new Set<() => void>();

  constructor(
    private readonly editor: SchemaEditor,
    draft: SchemaDraft | null,
    private readonly store: DraftStore,
    /** Told when both tabs edited the same fields, with how many. */
    private readonly onOverlap: (overlaps: number) => void,
    private readonly calm = CALM_MS,
  ) {
    this.#common = draft ?? { version: 0, base_hash: editor.hash, changes: NO_CHANGES };
    this.#savedAt = draft?.saved_at ?? null;
    this.#saving = { state: "saved", at: this.#savedAt };
    this.#clean = editor.getVersion();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly getSaving = (): DraftSaving => this.#saving;

  /** Follows the editor until the answer is called; what is unsaved then is sent at once. */
  start(): () => void {
    const leave = this.editor.subscribe(() => this.#edited());
    if (this.editor.getVersion() !== this.#clean) this.#edited();
    return () => {
      leave();
      if (this.#saving.state !== "saved") void this.#save();
      clearTimeout(this.#timer);
    };
  }

  /** Saves now, after a failure. */
  retry(): void {
    clearTimeout(this.#timer);
    void this.#save();
  }

  /** What the server has now. An older answer that comes late, or none from before the first save, tells nothing. */
  take(stored: SchemaDraft | null): void {
    if (this.#sending || !stored || stored.version <= this.#common.version) return;
    this.#bringIn(stored);
  }

  #edited(): void {
    if (this.editor.getVersion() === this.#clean) return;
    clearTimeout(this.#timer);
    if (this.#saving.state === "saved" && this.#seemsUnsaved()) this.#say({ state: "saving" });
    this.#timer = setTimeout(() => void this.#save(), this.calm);
  }

  /** A large draft is not compared for a word that stands there for a moment. */
  #seemsUnsaved(): boolean {
    const { editor } = this;
    return editor.counts().total > COMPARED || !sameChanges(editor.kept(), this.#common.changes);
  }

  async #save(): Promise<void> {
    if (this.#sending) return;
    const { editor } = this;
    const version = editor.getVersion();
    const changes = editor.kept();
    const same = editor.hash === this.#common.base_hash && sameChanges(changes, this.#common.changes);
    if (
      same ||
      (this.#common.version === 0 && changes.schemas.length === 0 && !changes.schema_change_handling)
    ) {
      this.#clean = version;
      this.#say({ state: "saved", at: this.#savedAt });
      return;
    }
    this.#sending = true;
    this.#say({ state: "saving" });
    try {
      const saved = await this.store.save({ version: this.#common.version, base_hash: editor.hash, changes });
      this.#common = { version: saved.version, base_hash: editor.hash, changes };
      this.#failures = 0;
      this.#savedAt = saved.saved_at;
      this.#clean = version;
      this.#sending = false;
      if (editor.getVersion() === version) this.#say({ state: "saved", at: saved.saved_at });
      else this.#edited();
    } catch (error) {
      this.#sending = false;
      await this.#failed(error);
    }
  }

  async #failed(error: unknown): Promise<void> {
    if (error instanceof ApiError && error.code === "conflict") {
      try {
        const stored = await this.store.read();
        this.#bringIn(
          stored ?? { version: 0, base_hash: this.editor.hash, changes: NO_CHANGES, saved_at: 0 },
        );
        return;
      } catch {
        // Told below as the failure that it followed from.
      }
    }
    this.#say({ state: "failed", reason: messageOf(error) });
    const wait = RETRY_MS[Math.min(this.#failures, RETRY_MS.length - 1)];
    this.#failures += 1;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#save(), wait);
  }

  #bringIn(theirs: SchemaDraft): void {
    const mine = this.editor.kept();
    const before = this.#common;
    this.#common = theirs;
    if (sameChanges(mine, before.changes)) {
      if (!sameChanges(mine, theirs.changes)) this.editor.load(theirs.changes);
      this.#clean = this.editor.getVersion();
      clearTimeout(this.#timer);
      this.#savedAt = theirs.saved_at || null;
      this.#say({ state: "saved", at: this.#savedAt });
      return;
    }
    const merged = mergeDrafts(before.changes, mine, theirs.changes);
    if (merged.overlaps > 0) this.onOverlap(merged.overlaps);
    this.editor.load(merged.changes);
    this.#edited();
  }

  #say(saving: DraftSaving): void {
    this.#saving = saving;
    for (const listener of this.#listeners) listener();
  }
}
