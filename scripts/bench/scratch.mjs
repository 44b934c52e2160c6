import { cpSync, linkSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ROOT } from "../launch/child.mjs";

/** What never belongs to a copy of the sources. */
const SKIPPED = new Set([".git", ".next", "node_modules", "data", "test-results", "playwright-report"]);

/** Gives the folder's files a second name instead of a second copy, where both lie on one disk. */
function linkTree(from, to) {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const source = join(from, entry.name);
    const target = join(to, entry.name);
    if (entry.isDirectory()) linkTree(source, target);
    else if (entry.isFile()) linkSync(source, target);
    else cpSync(source, target, { verbatimSymlinks: true });
  }
}

/** A copy of the sources in a folder of its own, with node_modules unless told otherwise; `remove` takes it away. */
export function scratchCopy({ modules = true } = {}) {
  const folder = mkdtempSync(join(tmpdir(), "headgate-bench-"));
  for (const name of readdirSync(ROOT)) {
    if (!SKIPPED.has(name)) cpSync(join(ROOT, name), join(folder, name), { recursive: true });
  }
  if (modules) {
    const target = join(folder, "node_modules");
    try {
      linkTree(join(ROOT, "node_modules"), target);
    } catch {
      rmSync(target, { recursive: true, force: true });
      cpSync(join(ROOT, "node_modules"), target, { recursive: true, verbatimSymlinks: true });
    }
  }
  return {
    folder,
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 }),
  };
}
