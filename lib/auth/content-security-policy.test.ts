import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { contentSecurityPolicy, SONNER_STYLES } from "@/lib/auth/content-security-policy";

const sha256 = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

it("allows exactly the style sheet that the installed sonner adds", () => {
  const source = readFileSync("node_modules/sonner/dist/index.mjs", "utf8");
  const css = /__insertCSS\(("(?:[^"\\]|\\.)*")\)/.exec(source)?.[1];
  expect(SONNER_STYLES).toEqual([sha256(""), sha256(JSON.parse(css ?? '""'))]);
});

it("runs no script and applies no style without the nonce in production", () => {
  const policy = contentSecurityPolicy("abc", false);
  expect(policy).toContain("script-src 'self' 'nonce-abc' 'strict-dynamic';");
  expect(policy).not.toContain("unsafe-inline");
  expect(policy).not.toContain("unsafe-eval");
  expect(policy).toContain("frame-ancestors 'none'");
});
