/** Paths that fields follow one by one; they only ever become fewer. */
export class PathSet {
  #paths: readonly string[];
  readonly #listeners = new Set<() => void>();

  constructor(paths: readonly string[] = []) {
    this.#paths = paths;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly all = (): readonly string[] => this.#paths;

  has(path: string): boolean {
    return this.#paths.includes(path);
  }

  drop(path: string): void {
    if (!this.has(path)) return;
    this.#paths = this.#paths.filter((one) => one !== path);
    for (const listener of this.#listeners) listener();
  }
}
