import type { Labels } from "@/lib/model/schema/schema-tree";

/** Places of labels by name and name in the destination; kept for the lists that grew last. */
const indexes = new WeakMap<Labels, Map<string, Map<string, number>>>();

/** Lists of labels that grow from those of a tree, which stay as they are. */
export class GrownLabels {
  #labels: Labels;
  readonly #names: string[];
  readonly #destinations: string[];
  readonly #index: Map<string, Map<string, number>>;

  constructor(labels: Labels) {
    this.#labels = labels;
    this.#names = [...labels.names];
    this.#destinations = [...labels.destinations];
    this.#index = indexes.get(labels) ?? indexOf(labels);
    indexes.delete(labels);
  }

  place(name: string, destination: string): number {
    const own = within(this.#index, name);
    let place = own.get(destination);
    if (place === undefined) {
      place = this.#names.push(name) - 1;
      this.#destinations.push(destination);
      own.set(destination, place);
    }
    return place;
  }

  /** The lists now; the same object where nothing was added. */
  labels(): Labels {
    if (this.#names.length > this.#labels.names.length) {
      this.#labels = { names: this.#names, destinations: this.#destinations };
    }
    indexes.set(this.#labels, this.#index);
    return this.#labels;
  }
}

function indexOf({ names, destinations }: Labels): Map<string, Map<string, number>> {
  const index = new Map<string, Map<string, number>>();
  for (let place = 0; place < names.length; place += 1) {
    const own = within(index, names[place] ?? "");
    const destination = destinations[place] ?? "";
    if (!own.has(destination)) own.set(destination, place);
  }
  return index;
}

function within(index: Map<string, Map<string, number>>, name: string): Map<string, number> {
  let own = index.get(name);
  if (!own) {
    own = new Map();
    index.set(name, own);
  }
  return own;
}
