import { expect, test } from "vitest";
import { AppError } from "@/lib/errors";
import { storeFailure } from "@/lib/store/store-failure";

const withCode = (code: string) => Object.assign(new Error("x"), { code });
/** As the driver's errors come: within those of who asked. */
const asked = (cause: Error) => new Error("Failed query", { cause });

test.each([
  [withCode("53100"), "is full"],
  [withCode("25006"), "takes no writes at present"],
  [withCode("57P01"), "cannot be reached"],
  [withCode("08006"), "cannot be reached"],
  [new AggregateError([withCode("ECONNREFUSED")]), "cannot be reached"],
  [new Error("Connection terminated unexpectedly"), "cannot be reached"],
])("%s says of the database that it %s", (cause, says) => {
  const failure = storeFailure(asked(cause));
  expect(failure).toMatchObject({ code: "unavailable" });
  expect(failure?.message).toContain(`Headgate’s database ${says}.`);
});

test("a query that is wrong, or what is no error at all, says nothing of the database", () => {
  const fivetran = new AppError("upstream", "Fivetran could not be reached", {
    cause: withCode("ECONNREFUSED"),
  });
  for (const other of [fivetran, asked(withCode("23505")), withCode("42601"), new Error("x"), "x", null])
    expect(storeFailure(other)).toBeNull();
});
