import { ApiError, messageOf } from "@/lib/queries/api-error";

/** Whether the server has the draft as it stands here. */
export type DraftSaving =
  | { state: "saved"; at: number | null }
  | { state: "saving" }
  | { state: "failed"; reason: string }
  /** Another tab saved it since; nothing of this tab is saved before the person decides. */
  | { state: "behind"; at: number }
  /** It was finished or deleted: there is nothing to save it to. */
  | { state: "gone" };

/** A draft on the server: its version grows with each save. */
interface Stored {
  version: number;
  /** 0 where it was never saved. */
  saved_at: number;
}

/** The draft of a page and where it is kept. */
export interface DraftSource<Content, Kept extends Stored> {
  /** What is to be kept now; nothing changes it afterwards. */
  content: () => Content;
  contentOf: (kept: Kept) => Content;
  same: (mine: Content, other: Content) => boolean;
  /** Whether something is edited since, for the word at the page's head; may say yes where it costs much to know. */
  isEdited: (common: Content) => boolean;
  /** @throws ApiError `not_found` where it is gone */
  read: () => Promise<Kept>;
  /** @throws ApiError `conflict` where another tab saved meanwhile, `not_found` where it is gone */
  save: (content: Content, version: number) => Promise<Kept>;
  /**
   * Brings what another tab saved into the page.
   * @param common what both sides last had in common
   * @returns what they have in common now; null where the person has to decide
   */
  meet: (theirs: Content, common: Content) => Content | null;
}

const CALM_MS = 600;
/** Who goes on and on is saved after so many moments of calm that did not come. */
const LONGEST = 5;
const SILENT = "The console gave no usable answer.";
const RETRY_MS = [4_000, 10_000, 30_000];

/**
 * Keeps the draft of a page on the server, a moment after each edit and at once when the page is left. It never writes
 * over what another tab saved: that is brought in, or the person is asked.
 */
export class DraftSaver<Content, Kept extends Stored> {
  #saving: DraftSaving;
  #savedAt: number | null;
  #version: number;
  /** What both sides last had in common. */
  #common: Content;
  #edits = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** When the first edit that is not saved was made. */
  #since: number | null = null;
  #sending: Promise<void> | null = null;
  #failures = 0;
  readonly #listeners = new Set<() => void>();

  constructor(
    kept: Kept,
    private readonly source: DraftSource<Content, Kept>,
    private readonly calm = CALM_MS,
  ) {
    this.#version = kept.version;
    this.#savedAt = kept.saved_at || null;
    this.#common = source.contentOf(kept);
    this.#saving = { state: "saved", at: this.#savedAt };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly getSaving = (): DraftSaving => this.#saving;

  /** Whether something would be lost with the page now. */
  isUnsaved(): boolean {
    if (this.#saving.state !== "saved") return true;
    return this.#timer !== undefined && !this.source.same(this.source.content(), this.#common);
  }

  /** After an edit. */
  touch(): void {
    this.#edits += 1;
    if (this.#isHeld()) return;
    if (this.#saving.state === "saved" && this.source.isEdited(this.#common)) this.#say({ state: "saving" });
    const now = Date.now();
    this.#since ??= now;
    this.#wait(Math.max(0, Math.min(this.calm, this.#since + LONGEST * this.calm - now)));
  }

  /** Saves what is unsaved at once; resolves when the server has it or it is known why not. */
  async flush(): Promise<void> {
    this.#rest();
    if (this.#sending) {
      await this.#sending;
      return this.flush();
    }
    if (this.#isHeld()) return;
    const content = this.source.content();
    if (this.source.same(content, this.#common)) return this.#settled();
    this.#sending = this.#send(content);
    await this.#sending;
  }

  /** What the server has now. An older answer that comes late tells nothing. */
  take(kept: Kept): void {
    if (this.#sending || this.#saving.state === "gone" || kept.version <= this.#version) return;
    this.#bringIn(kept);
  }

  /** Saves this tab's draft over the other's, where the person decides so. */
  overwrite(): Promise<void> {
    if (this.#saving.state === "behind") this.#say({ state: "saving" });
    return this.flush();
  }

  #isHeld(): boolean {
    return this.#saving.state === "behind" || this.#saving.state === "gone";
  }

  async #send(content: Content): Promise<void> {
    const edits = this.#edits;
    this.#say({ state: "saving" });
    try {
      const saved = await this.source.save(content, this.#version);
      this.#version = saved.version;
      this.#common = content;
      this.#savedAt = saved.saved_at;
      if (edits === this.#edits) this.#settled();
      else this.#wait(this.calm);
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
        this.#bringIn(await this.source.read());
        return;
      } catch (unread) {
        reason = unread;
      }
    }
    if (reason instanceof ApiError && reason.code === "not_found") {
      this.#rest();
      return this.#say({ state: "gone" });
    }
    // A draft may be saved twice: unlike what goes to Fivetran, nobody has to look whether it was.
    const silent = reason instanceof ApiError && reason.code === "unknown_outcome";
    this.#say({ state: "failed", reason: silent ? SILENT : messageOf(reason) });
    this.#wait(RETRY_MS[Math.min(this.#failures, RETRY_MS.length - 1)] ?? CALM_MS);
    this.#failures += 1;
  }

  #bringIn(theirs: Kept): void {
    const { source } = this;
    const before = this.#common;
    this.#version = theirs.version;
    this.#savedAt = theirs.saved_at || null;
    const content = source.contentOf(theirs);
    this.#common = content;
    // The same where the answer to a save of ours was lost.
    const met = source.same(source.content(), content) ? content : source.meet(content, before);
    this.#rest();
    this.#common = met ?? content;
    if (met === null) this.#say({ state: "behind", at: theirs.saved_at });
    else if (source.same(source.content(), met)) this.#settled();
    else this.touch();
  }

  #settled(): void {
    this.#failures = 0;
    this.#rest();
    if (this.#saving.state !== "saved" || this.#saving.at !== this.#savedAt)
      this.#say({ state: "saved", at: this.#savedAt });
  }

  #wait(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), ms);
  }

  #rest(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#since = null;
  }

  #say(saving: DraftSaving): void {
    this.#saving = saving;
    for (const listener of this.#listeners) listener();
  }
}
