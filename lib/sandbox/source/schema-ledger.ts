import type { ExcludeMode, SchemaChangeHandling } from "@/lib/sandbox/source/schema-state";
import type { Lifetime, Source, SourceColumn } from "@/lib/sandbox/source/source";

const isGone = ({ turns }: Lifetime) => turns.length % 2 === 1;

/** For tests: the rules spelled out the long way; every flag is held, nothing is derived. */
export class SchemaLedger {
  policy: SchemaChangeHandling = "ALLOW_ALL";
  seen: Source | null = null;
  readonly schemas = new Map<string, boolean>();
  readonly tables = new Map<string, boolean>();
  readonly set = new Map<string, { enabled?: boolean | undefined; hashed?: boolean | undefined }>();
  readonly pinned = new Set<string>();
  readonly marked = new Set<string>();
  readonly dropped = new Set<string>();

  look(source: Source, mode: ExcludeMode) {
    this.seen = source;
    for (const s of source.schemas.values()) {
      if (!this.schemas.has(s.name)) this.schemas.set(s.name, this.policy === "ALLOW_ALL");
      for (const t of s.tables.values()) {
        const key = JSON.stringify([s.name, t.name]);
        if (!this.tables.has(key)) this.tables.set(key, this.policy === "ALLOW_ALL");
      }
    }
    if (mode === "PRESERVE") return;
    for (const key of this.schemas.keys()) this.schemas.set(key, mode === "INCLUDE");
    for (const key of this.tables.keys()) this.tables.set(key, mode === "INCLUDE");
    if (mode === "EXCLUDE") {
      for (const own of this.set.values()) if (own.enabled !== undefined) own.enabled = false;
    }
  }

  sync(source: Source) {
    this.look(source, "PRESERVE");
    for (const [path, c] of this.columns()) {
      if (!this.marked.has(path) || this.on(path, c)) continue;
      this.set.set(path, { ...this.set.get(path), enabled: false });
      this.dropped.add(path);
    }
    this.marked.clear();
  }

  on(path: string, c: SourceColumn): boolean {
    const follow = this.policy !== "BLOCK_ALL" || this.pinned.has(path);
    return c.lock?.enabled ?? this.set.get(path)?.enabled ?? follow;
  }

  rule(policy: SchemaChangeHandling) {
    if (policy === "BLOCK_ALL" && this.policy !== policy) {
      for (const [key, t] of this.known()) {
        const on = t.lock?.enabled ?? this.tables.get(key);
        if (!on || isGone(t)) continue;
        for (const c of t.columns().values()) this.pinned.add(JSON.stringify([key, c.name]));
      }
    }
    this.policy = policy;
  }

  *known() {
    for (const s of this.seen?.schemas.values() ?? []) {
      for (const t of s.tables.values()) yield [JSON.stringify([s.name, t.name]), t] as const;
    }
  }

  *columns() {
    for (const [key, t] of this.known()) {
      for (const c of t.columns().values()) yield [JSON.stringify([key, c.name]), c] as const;
    }
  }

  show(): Map<string, unknown> {
    const view = new Map<string, unknown>(this.schemas);
    const follow = this.policy !== "BLOCK_ALL";
    for (const [key, t] of this.known()) view.set(key, t.lock?.enabled ?? this.tables.get(key));
    for (const [path, c] of this.columns()) {
      const own = this.set.get(path);
      const enabled = this.on(path, c);
      if (this.dropped.has(path) && !enabled && (isGone(c) || !follow)) continue;
      if (own || this.pinned.has(path) || enabled !== follow || isGone(c)) {
        view.set(path, { enabled, hashed: own?.hashed ?? false, gone: isGone(c) });
      }
    }
    return view;
  }
}
