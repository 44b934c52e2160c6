import { expect, test } from "vitest";
import { oneAtATime } from "@/lib/fivetran/one-at-a-time";

/** A promise that the test itself resolves. */
function door(): { promise: Promise<void>; resolve: () => void } {
  let resolve = () => {};
  const promise = new Promise<void>((open) => {
    resolve = open;
  });
  return { promise, resolve };
}

test("writes to one connection run one after the other in the order they came, others beside them", async () => {
  const order: string[] = [];
  const gate = door();
  const first = oneAtATime("a", "ann", async () => {
    await gate.promise;
    order.push("first");
  });
  const second = oneAtATime("a", "bob", async () => order.push("second"));
  const third = oneAtATime("a", "cas", async () => order.push("third"));
  await oneAtATime("b", "dee", async () => order.push("other"));
  gate.resolve();
  await Promise.all([first, second, third]);
  expect(order).toEqual(["other", "first", "second", "third"]);
});

test("a write that failed does not hold the next", async () => {
  const failed = oneAtATime("a", "ann", () => Promise.reject(new Error("no")));
  const next = oneAtATime("a", "bob", async () => "done");
  await expect(failed).rejects.toThrow("no");
  expect(await next).toBe("done");
});

test("says who holds a connection instead of waiting for ever, and runs nothing then", async () => {
  const gate = door();
  let ran = false;
  const first = oneAtATime("a", "ann", () => gate.promise);
  const late = oneAtATime(
    "a",
    "bob",
    async () => {
      ran = true;
    },
    1,
  );
  await expect(late).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("ann") });
  gate.resolve();
  await first;
  expect(ran).toBe(false);
});
