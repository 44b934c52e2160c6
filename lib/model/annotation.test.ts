import fc from "fast-check";
import { expect, test } from "vitest";
import { type Annotation, NO_ANNOTATION, readOwners, readTags } from "@/lib/model/annotation";
import { AnnotationBody } from "@/lib/model/annotation-body";
import { annotationDifference } from "@/lib/model/annotation-difference";
import { checkAnnotation } from "@/lib/model/check-annotation";
import { mergeAnnotations } from "@/lib/model/merge-annotations";

const RUNS = { seed: 20261128, numRuns: process.env.HEADGATE_SOAK === "1" ? 5_000 : 200 };
const set = fc.uniqueArray(fc.constantFrom("a", "b", "c", "d"));
const text = fc.constantFrom("", "one", "two", "three");
const annotation: fc.Arbitrary<Annotation> = fc.record({
  tags: set,
  owners: set,
  notes: text,
  runbook: text,
});
const sorted = (one: Annotation) => ({
  ...one,
  tags: one.tags.toSorted(),
  owners: one.owners.toSorted(),
});

test("tags have one spelling and stand once, owners keep theirs", () => {
  expect(readTags(" Finance,finance , Tier  1,,ﬁnance")).toEqual(["finance", "tier 1"]);
  expect(readOwners("Ada Byron, ada byron, ops@example.com,")).toEqual(["Ada Byron", "ops@example.com"]);
});

test.each([
  ["tags", { tags: Array.from({ length: 21 }, (_, i) => `t${i}`) }, "at most 20 tags"],
  ["tags", { tags: ["x".repeat(41)] }, "at most 40 characters"],
  ["owners", { owners: ["a\u0007b"] }, "control characters"],
  ["owners", { owners: Array.from({ length: 11 }, (_, i) => `o${i}`) }, "at most 10 owners"],
  ["notes", { notes: "x".repeat(4_001) }, "at most 4,000 characters"],
  ["runbook", { runbook: "javascript:alert(1)" }, "https://"],
  ["runbook", { runbook: "wiki/page" }, "https://"],
  ["runbook", { runbook: "https://me:secret@example.com/" }, "password"],
] as const)("says what is wrong with %s: %j", (field, part, words) => {
  const wrong = { ...NO_ANNOTATION, ...part } as Annotation;
  expect(checkAnnotation(wrong).get(field)).toContain(words);
  expect(AnnotationBody.safeParse({ version: 0, ...wrong }).error?.issues[0]?.path).toEqual([field]);
});

test("what can be saved is read as it will be kept", () => {
  const body = {
    version: 3,
    tags: ["Finance, critical"],
    owners: [" Ada "],
    notes: "a\r\nb\t ",
    runbook: " https://example.com/x ",
  };
  expect(AnnotationBody.parse(body)).toEqual({
    version: 3,
    tags: ["finance", "critical"],
    owners: ["Ada"],
    notes: "a\nb",
    runbook: "https://example.com/x",
  });
});

test("put together, nothing that one of both added or took away comes back or is lost", () => {
  fc.assert(
    fc.property(annotation, annotation, annotation, (base, mine, theirs) => {
      const { merged, clashes } = mergeAnnotations(base, mine, theirs);
      for (const field of ["tags", "owners"] as const)
        for (const one of ["a", "b", "c", "d"]) {
          const [before, here, there] = [base, mine, theirs].map((it) => it[field].includes(one));
          expect(merged[field].includes(one)).toBe(here === before ? there : here);
        }
      for (const field of ["notes", "runbook"] as const) {
        expect(merged[field]).toBe(mine[field] === base[field] ? theirs[field] : mine[field]);
        const all = new Set([base[field], mine[field], theirs[field]]);
        expect(clashes.includes(field)).toBe(all.size === 3);
      }
    }),
    RUNS,
  );
});

test("who changed nothing has theirs, and theirs unchanged leaves mine", () => {
  fc.assert(
    fc.property(annotation, annotation, (base, other) => {
      expect(sorted(mergeAnnotations(base, base, other).merged)).toEqual(sorted(other));
      expect(sorted(mergeAnnotations(base, other, base).merged)).toEqual(sorted(other));
    }),
    RUNS,
  );
});

test("the difference names the fields that changed and no other", () => {
  const to = { ...NO_ANNOTATION, tags: ["finance"], notes: "Ask Ada" };
  expect(annotationDifference(NO_ANNOTATION, to)).toEqual([
    { name: "tags", from: "none", to: "finance" },
    { name: "notes", from: "none", to: "Ask Ada" },
  ]);
  expect(annotationDifference(to, to)).toEqual([]);
});
