import { expect, test } from "vitest";
import { hostAllowed } from "@/lib/auth/host";

const allowed = ["localhost", "127.0.0.1", "[::1]", "console.example.org:8443"];

test.each([
  ["localhost", true],
  ["LOCALHOST:3000", true],
  ["127.0.0.1:65535", true],
  ["[::1]", true],
  ["[::1]:3000", true],
  ["console.example.org:8443", true],
  ["console.example.org", false],
  ["console.example.org:443", false],
  ["localhost.", false],
  ["localhost.evil.example", false],
  ["localhost@evil.example", false],
  ["evil.example:3000", false],
  ["localhost:3000:1", false],
  ["localhost:x", false],
  ["", false],
  [null, false],
])("host %j is allowed: %s", (host, expected) => {
  expect(hostAllowed(host, allowed)).toBe(expected);
});
