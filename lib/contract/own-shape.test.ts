import { expect, test } from "vitest";
import { ownShape } from "@/lib/contract/own-shape";
import { keyed, loose, openEnum } from "@/lib/model/wire";
import { z } from "@/lib/zod";

test("reads which fields a schema lets out or takes as null", () => {
  const { fields } = ownShape(loose({ a: z.string(), b: z.string().nullish(), c: z.number().optional() }));
  expect([...fields].map(([name, { optional, nullable }]) => [name, optional, nullable])).toEqual([
    ["a", false, false],
    ["b", true, true],
    ["c", true, false],
  ]);
});

test("reads the known values of enums, literals and open enums", () => {
  expect(ownShape(z.enum(["a", "b"])).values).toEqual(["a", "b"]);
  expect(ownShape(z.literal([1, 5])).values).toEqual([1, 5]);
  expect(ownShape(openEnum(["x", "y"])).values).toEqual(["x", "y"]);
  expect(ownShape(z.string()).values).toBeNull();
});

test("sees through a refined map to the items it is keyed for", () => {
  const map = keyed(z.array(z.string())).refine(() => true);
  expect(ownShape(map)).toMatchObject({ kind: "map", item: { kind: "array", item: { kind: "string" } } });
});
