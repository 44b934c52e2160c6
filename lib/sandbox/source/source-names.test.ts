import fc from "fast-check";
import { expect, test } from "vitest";
import { nameInDestination } from "@/lib/sandbox/source/source-names";

test("names land in lower case with words joined by underscores and without accents", () => {
  const landed = {
    orders: "orders",
    OrderItems: "order_items",
    "Kunden Übersicht": "kunden_ubersicht",
    "reports/2019": "reports_2019",
    "2019 totals": "_2019_totals",
    顧客: "顧客",
    "..": "_",
    _fivetran_synced: "_fivetran_synced",
  };
  for (const [name, expected] of Object.entries(landed)) expect(nameInDestination(name)).toBe(expected);
});

test("every name lands as something a warehouse can take, and landing twice changes nothing", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (name) => {
      const landed = nameInDestination(name);
      expect(landed).toMatch(/^[^\s./"'<>]+$/u);
      expect(nameInDestination(landed)).toBe(landed);
    }),
  );
});
