import { mkdtempSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { run } from "@/scripts/launch/child.mjs";
import { testEnv } from "@/scripts/launch/test-env.mjs";

/** What a person sees who starts Headgate with these variables. */
async function refusal(env: Record<string, string>, args: string[] = []): Promise<string> {
  const { code, output } = await run(process.execPath, ["scripts/start.mjs", ...args], {
    env: { ...testEnv(), DATA_DIR: mkdtempSync(join(tmpdir(), "headgate-start-")), ...env },
  });
  expect(code).toBe(1);
  const lines = output
    .trim()
    .split("\n")
    .filter((line: string) => !line.startsWith("Warning: Node.js"));
  expect(lines, "one sentence, no stack").toHaveLength(1);
  return lines[0] ?? "";
}

it("names a bad value", async () => {
  expect(await refusal({ PORT: "three" })).toBe("PORT must be a whole number.");
});

it("names a taken port", async () => {
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, "127.0.0.1", resolve));
  const address = taken.address();
  const port = typeof address === "object" ? address?.port : 0;
  expect(await refusal({ PORT: String(port) })).toBe(
    `Port ${port} on 127.0.0.1 is taken by another program; set PORT to a free one.`,
  );
  taken.close();
});

it("names a data folder that cannot be written", async () => {
  const file = join(mkdtempSync(join(tmpdir(), "headgate-start-")), "file");
  writeFileSync(file, "");
  expect(await refusal({ DATA_DIR: join(file, "data") })).toContain("cannot be written");
});

it("refuses a Fivetran key where other machines could reach it", async () => {
  const sentence = await refusal({ HOST: "0.0.0.0", FIVETRAN_API_KEY: "k", FIVETRAN_API_SECRET: "s" });
  expect(sentence).toContain("HOST must be a loopback address");
});

it("refuses an option it does not have", async () => {
  expect(await refusal({}, ["--reset-sandbx"])).toContain("--reset-sandbx");
});
