import { expect, it } from "vitest";
import { isApiConfigurable, safeLink, statusName } from "@/lib/model/catalogue/type-words";

it("follows no link but https", () => {
  expect(safeLink("https://fivetran.com/docs")).toBe("https://fivetran.com/docs");
  expect(safeLink("javascript:alert(1)")).toBeNull();
  expect(safeLink("http://fivetran.com")).toBeNull();
  expect(safeLink("")).toBeNull();
});

it("says nothing of what is generally available, and an unknown status as it stands", () => {
  expect(statusName("general_availability")).toBeNull();
  expect(statusName("private_preview")).toBe("Private preview");
  expect(statusName("retired_2027")).toBe("retired_2027");
});

it("calls a type configurable only where Fivetran lists it", () => {
  expect(isApiConfigurable({ features: ["RE_SYNC", "API_CONFIGURABLE"] })).toBe(true);
  expect(isApiConfigurable({ features: ["RE_SYNC"] })).toBe(false);
});
