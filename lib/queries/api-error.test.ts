import { expect, test } from "vitest";
import { ApiError, errorOf, messageOf, noAnswer } from "@/lib/queries/api-error";

const json = (body: unknown, status: number) => Response.json(body, { status });

test("an error of our own keeps its code, its words and its facts", async () => {
  const body = { code: "conflict", message: "A sync is running.", upstream_status: 409, request_id: "r-1" };
  const error = await errorOf(json(body, 409), "POST");
  expect(error).toBeInstanceOf(ApiError);
  expect([error.code, error.message]).toEqual(["conflict", "A sync is running."]);
  expect(error.facts).toEqual({ upstream_status: 409, request_id: "r-1" });
});

test("a page in the place of an answer leaves a write's outcome open, but not a read's", async () => {
  const page = () => new Response("<h1>Bad gateway</h1>", { status: 502 });
  expect((await errorOf(page(), "POST")).code).toBe("unknown_outcome");
  expect((await errorOf(page(), "GET")).code).toBe("internal");
  expect((await errorOf(page(), "GET")).message).toContain("502");
});

test("a refusal by something before us is no open outcome: nothing was passed on", async () => {
  expect((await errorOf(new Response("no", { status: 403 }), "DELETE")).code).toBe("internal");
});

test("JSON that is not our form of error is not taken for one", async () => {
  expect((await errorOf(json(["code", "message"], 500), "GET")).code).toBe("internal");
  expect((await errorOf(json(null, 500), "GET")).code).toBe("internal");
});

test("no answer at all: a read may be repeated, a write may have happened", () => {
  expect(noAnswer("GET").code).toBe("unavailable");
  expect(noAnswer("PATCH").code).toBe("unknown_outcome");
});

test("anything thrown has words", () => {
  expect(messageOf(new Error("Broken."))).toBe("Broken.");
  expect(messageOf("x")).toBe("Something failed without saying why.");
});
