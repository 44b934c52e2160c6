import { describe, expect, it } from "vitest";
import { OVERLAYS, overlayOf } from "@/lib/sandbox/catalogue/overlay/overlay-of";
import { serviceOf } from "@/lib/sandbox/catalogue/service";

describe("the hand-made entries", () => {
  it("describe more than 80 types, each one that exists and each once", () => {
    expect(OVERLAYS.length).toBeGreaterThan(80);
    expect(OVERLAYS.filter((overlay) => !serviceOf(overlay.id)).map((overlay) => overlay.id)).toEqual([]);
    expect(new Set(OVERLAYS.map((overlay) => overlay.id)).size).toBe(OVERLAYS.length);
  });

  it("give each type a name of its own", () => {
    const names = OVERLAYS.map((overlay) => overlay.name.toLowerCase());
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it("date each status by day and never in the future of the document", () => {
    for (const { id, service_status_updated_at: date = "" } of OVERLAYS) {
      expect([id, new Date(`${date}T00:00:00Z`).toISOString().slice(0, 10)]).toEqual([id, date]);
      expect(date < "2026-06-29").toBe(true);
    }
  });

  it("point at pages below the sections that Fivetran's documentation has", () => {
    for (const { id, docs } of OVERLAYS) {
      const section =
        /^(?:(?:applications|databases|files|events|functions|logs)\/[a-z0-9-]+(?:\/[a-z0-9-]+)?|connector-sdk)$/;
      expect([id, docs]).toEqual([id, expect.stringMatching(section)]);
    }
  });
});

it("knows nothing of types that nobody described", () => {
  expect(overlayOf("constructor")).toBeUndefined();
  expect(overlayOf("zoho_books")).toBeUndefined();
});
