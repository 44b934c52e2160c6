import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./child.mjs";

const FOLDERS = ["app", "components", "lib", "public"];
const FILES = /^(package-lock\.json|tsconfig\.json|proxy\.ts|instrumentation.*\.ts|.*\.config\.m?js)$/;
const TEST = /\.test\.tsx?$/;

function* filesUnder(root, folder) {
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) yield* filesUnder(root, path);
    else if (entry.isFile() && !TEST.test(entry.name)) yield path;
  }
}

/** SHA-256 over the names and bytes of everything a build is made from; tests are not. */
export function sourceHash(root = ROOT) {
  const files = [
    ...FOLDERS.filter((folder) => existsSync(join(root, folder))).flatMap((folder) => [
      ...filesUnder(root, folder),
    ]),
    ...readdirSync(root).filter((name) => FILES.test(name)),
    ...["scripts/make-template.ts"].filter((path) => existsSync(join(root, path))),
  ].sort();
  const hash = createHash("sha256");
  for (const path of files) {
    const bytes = readFileSync(join(root, path));
    hash.update(`${path}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest("hex");
}

const marker = (root) => join(root, ".next/source-hash");

/** Whether the build in .next was made from sources of this hash, and was finished. */
export function isBuilt(hash, root = ROOT) {
  if (!existsSync(join(root, ".next/BUILD_ID")) || !existsSync(marker(root))) return false;
  return readFileSync(marker(root), "utf8").trim() === hash;
}

export const markBuilt = (hash, root = ROOT) => writeFileSync(marker(root), `${hash}\n`);
