import { DrizzleQueryError, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { AppError } from "@/lib/errors";
import { errorStack, errorText } from "@/lib/log";
import { store } from "@/lib/store/db";
import { onEachStore } from "@/lib/store/test-store";

onEachStore("a failed query", () => {
  test("says the database's reason and the statement, and nothing of its values", async () => {
    const failed = await (await store()).db.execute(sql`select ${"a value"}::int as it`).then(
      () => null,
      (error: unknown) => error,
    );
    expect(failed).toBeInstanceOf(DrizzleQueryError);
    const text = errorText(failed);
    expect(text).toMatch(/invalid input syntax for type integer.*, in: select \$1::int as it$/);
    expect(text.match(/a value/g)).toHaveLength(1);
    expect(errorStack(failed)).toMatch(/^[^\n]+, in: select \$1::int as it\n +at /);
  });
});

test("a connection that is refused at every address says why", () => {
  const refused = new AggregateError([new Error("connect ECONNREFUSED ::1:5432")]);
  const failed = new DrizzleQueryError("select 1", [], refused);
  expect(errorText(failed)).toBe("Error: connect ECONNREFUSED ::1:5432, in: select 1");
});

test("other errors say what they are, with their stack where it is asked for", () => {
  expect(errorText(new TypeError("no"))).toBe("TypeError: no");
  expect(errorText(new AppError("invalid", "Not so."))).toBe("Not so.");
  expect(errorText("thrown as it is")).toBe("thrown as it is");
  expect(errorStack(new TypeError("no"))).toMatch(/^TypeError: no\n +at /);
});
