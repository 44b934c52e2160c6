import type { SetupDraft } from "@/lib/model/setup-draft";
import { ApiError, messageOf } from "@/lib/queries/api-error";

export type SetupContent = Pick<SetupDraft, "step" | "values" | "secrets">;

/** Whether the server has the draft as it stands here. */
export type SetupSaving =
  | { state: "saved"; at: number }
  | { state: "saving" }
  | { state: "failed"; reason: string }
  /** Another tab saved it since; nothing of this tab is saved before the person decides. */
  | { state: "behind"; at: number }
  /** It was finished or deleted: there is nothing to save it to. */
  | { state: "gone" };

/** What the saver asks of the world. */
export interface SetupStore {
  read: () => Promise<Pick<SetupDraft, "version" | "saved_at">>;
  /** @throws ApiError `conflict` where another tab saved meanwhile */
  save: (draft: SetupContent & { version: number }) => Promise<Pick<SetupDraft, "version" | "saved_at">>;
}

const CALM_MS = 600;
const RETRY_MS = [4_000, 10_000, 30_000];

/** Keeps a draft of a new connection on the server, a moment after each edit. It never writes over another tab. */
export class SetupSaver {
  #saving: SetupSaving;
  #version: number;
  #saved: string;
  #savedAt: number;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #sending: Promise<void> | null = null;
  #failures = 0;
  readonly #listeners = new Set<() => void>();

  constructor(
    draft: SetupDraft,
    /** What is to be kept now; without secrets. */
    private readonly content: () => SetupContent,
    private readonly store: SetupStore,
    private readonly calm = CALM_MS,
  ) {
    this.#version = draft.version;
    this.#savedAt = draft.saved_at;
    this.#saved = JSON.stringify({ step: draft.step, values: draft.values, secrets: draft.secrets });
    this.#saving = { state: "saved", at: draft.saved_at };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly getSaving = (): SetupSaving => this.#saving;

  /** After an edit. */
  touch(): void {
    if (this.#held()) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), this.calm);
  }

  /** Saves what is unsaved at once; resolves when the server has it or it is known why not. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    if (this.#sending) {
      await this.#sending;
      return this.flush();
    }
    if (this.#held()) return;
    const content = this.content();
    const text = JSON.stringify(content);
    if (text === this.#saved) {
      this.#failures = 0;
      if (this.#saving.state !== "saved") this.#say({ state: "saved", at: this.#savedAt });
      return;
    }
    this.#sending = this.#send(content, text);
    await this.#sending;
  }

  /** What the server has now. A version that is not ours was saved by another tab. */
  take(stored: Pick<SetupDraft, "version" | "saved_at">): void {
    if (this.#sending || this.#saving.state === "gone" || stored.version <= this.#version) return;
    clearTimeout(this.#timer);
    this.#version = stored.version;
    this.#say({ state: "behind", at: stored.saved_at });
  }

  /** Saves this tab's draft over the other's. */
  overwrite(): Promise<void> {
    if (this.#saving.state === "behind") this.#say({ state: "saving" });
    this.#saved = "";
    return this.flush();
  }

  #held(): boolean {
    return this.#saving.state === "behind" || this.#saving.state === "gone";
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  async #send(content: SetupContent, text: string): Promise<void> {
    this.#say({ state: "saving" });
    try {
      const saved = await this.store.save({ ...content, version: this.#version });
      this.#version = saved.version;
      this.#saved = text;
      this.#savedAt = saved.saved_at;
      this.#failures = 0;
      this.#say({ state: "saved", at: saved.saved_at });
    } catch (error) {
      await this.#failed(error);
    } finally {
      this.#sending = null;
    }
  }

  async #failed(error: unknown): Promise<void> {
    let reason = error;
    if (error instanceof ApiError && error.code === "conflict") {
      try {
        const stored = await this.store.read();
        this.#version = stored.version;
        this.#say({ state: "behind", at: stored.saved_at });
        return;
      } catch (unread) {
        reason = unread;
      }
    }
    if (reason instanceof ApiError && reason.code === "not_found") return this.#say({ state: "gone" });
    this.#say({ state: "failed", reason: messageOf(reason) });
    const wait = RETRY_MS[Math.min(this.#failures, RETRY_MS.length - 1)];
    this.#failures += 1;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), wait);
  }

  #say(saving: SetupSaving): void {
    this.#saving = saving;
    for (const listener of this.#listeners) listener();
  }
}
