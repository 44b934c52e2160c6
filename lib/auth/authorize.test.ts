import { expect, test } from "vitest";
import { authorize } from "@/lib/auth/authorize";
import type { Risk, Role } from "@/lib/contract/endpoint";

const allowed = (actor: Role, role: Role, risk: Risk): boolean => {
  try {
    authorize({ id: "someone", role: actor }, { role, risk });
    return true;
  } catch {
    return false;
  }
};

test("a role covers its own operations and those below", () => {
  expect(allowed("viewer", "viewer", "read")).toBe(true);
  expect(allowed("viewer", "operator", "read")).toBe(false);
  expect(allowed("operator", "operator", "costly")).toBe(true);
  expect(allowed("operator", "admin", "reversible")).toBe(false);
  expect(allowed("admin", "admin", "destructive")).toBe(true);
});

test("a risky body asks for more than its operation's role", () => {
  expect(allowed("viewer", "viewer", "reversible")).toBe(false);
  expect(allowed("operator", "operator", "destructive")).toBe(false);
  expect(allowed("operator", "operator", "privacy")).toBe(false);
  expect(allowed("admin", "operator", "destructive")).toBe(true);
});
