/** Reads the events of an instance's stream as they come, until `leave`. */
export class EventReader {
  readonly seen: { type: string; data: Record<string, unknown>; at: number }[] = [];
  readonly #leave = new AbortController();
  readonly #ended: Promise<void>;

  constructor(url: string) {
    this.#ended = this.#read(url).catch(() => {});
  }

  async leave(): Promise<void> {
    this.#leave.abort();
    await this.#ended;
  }

  async #read(url: string): Promise<void> {
    const { body } = await fetch(`${url}/api/events`, { signal: this.#leave.signal });
    if (!body) return;
    let rest = "";
    const text = new TextDecoder();
    for await (const bytes of body) {
      const parts = `${rest}${text.decode(bytes, { stream: true })}`.split("\n\n");
      rest = parts.pop() ?? "";
      for (const part of parts) {
        const [, type = "", data = "{}"] = /^event: (\S+)\ndata: (.*)$/.exec(part) ?? [];
        if (type) this.seen.push({ type, data: JSON.parse(data), at: performance.now() });
      }
    }
  }
}
