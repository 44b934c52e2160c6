import { gzipSync } from "node:zlib";

/**
 * Kilobytes (gzip -9) of the JavaScript that a page names in its HTML: each script element that modern browsers
 * run, and each script that a link preloads, once.
 */
export async function firstLoadKb(base, path) {
  const response = await fetch(new URL(path, base));
  if (!response.ok) throw new Error(`${path} answered ${response.status}.`);
  const html = await response.text();
  const sources = new Set();
  for (const [tag] of html.matchAll(/<(?:script|link)\b[^>]*>/g)) {
    if (/\bnoModule\b/i.test(tag)) continue;
    const source = tag.startsWith("<script")
      ? /\bsrc="([^"]+)"/.exec(tag)?.[1]
      : /\bas="script"/.test(tag) || /\brel="modulepreload"/.test(tag)
        ? /\bhref="([^"]+)"/.exec(tag)?.[1]
        : undefined;
    if (source) sources.add(source.replaceAll("&amp;", "&"));
  }
  let bytes = 0;
  for (const source of sources) {
    const script = await fetch(new URL(source, base));
    if (!script.ok) throw new Error(`${source} answered ${script.status}.`);
    bytes += gzipSync(Buffer.from(await script.arrayBuffer()), { level: 9 }).length;
  }
  return bytes / 1000;
}
