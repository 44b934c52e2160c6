import "server-only";
import { AppError } from "@/lib/errors";

export interface Page<T> {
  items: T[];
  next_cursor?: string | null | undefined;
}

/** Counts the calls of a look at the account and names the lists that the key may not see. */
export class PageReader {
  calls = 0;
  readonly denied: string[] = [];

  /** All pages of a list; null where it answers 403, which is noted under `name`. Throws as `ask` does otherwise. */
  async read<T>(name: string, ask: (cursor: string | undefined) => Promise<Page<T>>): Promise<T[] | null> {
    const items: T[] = [];
    let cursor: string | undefined;
    try {
      do {
        this.calls += 1;
        const page = await ask(cursor);
        for (const item of page.items) items.push(item);
        cursor = page.next_cursor ?? undefined;
      } while (cursor !== undefined);
      return items;
    } catch (error) {
      if (!(error instanceof AppError && error.code === "forbidden")) throw error;
      this.denied.push(name);
      return null;
    }
  }
}
