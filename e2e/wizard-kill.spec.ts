import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SEEN } from "@/e2e/fixtures/console";
import { SandboxControl } from "@/e2e/fixtures/sandbox-control";
import { expect, test } from "@/e2e/fixtures/test";
import { atStep, create, type } from "@/e2e/fixtures/wizard";
import type { SetupDraft } from "@/lib/model/setup-draft";
import { BRIEF } from "@/scripts/launch/child.mjs";
import { sandboxAt, startSandbox, startServer } from "@/scripts/launch/world.mjs";

test.describe.configure({ timeout: 300_000 });

type Server = Awaited<ReturnType<typeof startServer>>;

let folder: string;
let upstream: Awaited<ReturnType<typeof startSandbox>>;
let sandbox: SandboxControl;
let server: Server;
let url: string;

/** Headgate on a data folder that outlives it, before a sandbox that does so too. */
const start = async () => {
  server = await startServer([...BRIEF, "scripts/start.mjs"], {
    env: {
      PORT: "0",
      DATA_DIR: folder,
      LOG_LEVEL: "warn",
      HEADGATE_POLL_MS: "1000",
      ...sandboxAt(upstream.url),
    },
    ready: /ready at (http:\/\/\S+)/,
  });
  url = server.match[1] ?? "";
};

const kill = async () => {
  server.child.kill("SIGKILL");
  await server.ended;
};

test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "headgate-kill-"));
  upstream = await startSandbox();
  sandbox = new SandboxControl(upstream.control, upstream.url, { mischief: false });
  await start();
});

test.afterEach(async () => {
  server.child.kill("SIGKILL");
  upstream.child.kill("SIGKILL");
  await Promise.all([server.ended, upstream.ended]);
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 });
});

async function ask(method: string, path: string, body?: object) {
  const headers = { "content-type": "application/json", origin: url };
  const init = { method, headers, ...(body && { body: JSON.stringify(body) }) };
  const response = await fetch(`${url}/api/setup-drafts${path}`, init);
  return { status: response.status, draft: (await response.json()) as SetupDraft };
}

const SERVICE = "zendesk";
const requestOf = (schema: string, group_id: string) => ({
  group_id,
  service: SERVICE,
  config: { schema, domain: "acme.zendesk.com" },
});

/** A draft of its own for a connection of that name, at its review; a connect card asks for no secret. */
async function draftOf(schema: string, group_id: string): Promise<string> {
  const { id, values, secrets } = (await ask("POST", "", { service: SERVICE, group_id })).draft;
  Object.assign(values.settings.config, requestOf(schema, group_id).config);
  const next = { version: 1, step: "review", values: { ...values, authorise_by: "connect_card" }, secrets };
  expect((await ask("PUT", `/${id}`, next)).status).toBe(200);
  return id;
}

const creationOf = async (id: string) => (await ask("GET", `/${id}`)).draft.creation;
const named = async (schema: string) =>
  (await sandbox.connections()).filter((connection) => connection.schema === schema);

test("a server killed while two creations are out finds the one that was made, and the other when it appears late", async ({
  page,
}) => {
  const [{ group_id } = { group_id: "" }] = await sandbox.connections();
  const [before, after] = [await draftOf("killed_before", group_id), await draftOf("killed_after", group_id)];

  // The first is held before it is carried out, the second has been when its answer begins to drip.
  const on = { match: { operation: "create_connection" }, times: 1 };
  await sandbox.faults([{ ...on, fault: { kind: "delay", ms: 3_600_000 } }]);
  const send = (id: string, schema: string, more = {}) =>
    ask("POST", `/${id}/create`, { request: requestOf(schema, group_id), ...more });
  const unheard = [send(before, "killed_before").catch(() => "cut")];
  await expect.poll(async () => (await creationOf(before)).state).toBe("sending");
  await expect.poll(() => sandbox.faultsMet()).toBe(1);
  await sandbox.faults([{ ...on, fault: { kind: "slow_body", bytes_per_second: 1 } }]);
  unheard.push(send(after, "killed_after").catch(() => "cut"));
  await expect.poll(() => named("killed_after")).toHaveLength(1);
  expect((await creationOf(after)).state).toBe("sending");
  await kill();
  expect(await Promise.all(unheard)).toEqual(["cut", "cut"]);
  await start();

  const [made] = await named("killed_after");
  await expect
    .poll(() => creationOf(after), SEEN)
    .toMatchObject({ state: "created", connection_id: made?.id, message: expect.stringContaining("lost") });
  await expect
    .poll(() => creationOf(before), SEEN)
    .toMatchObject({ state: "unknown", looked_at: expect.any(Number) });
  expect((await send(before, "killed_before")).status).toBe(409);
  expect(await named("killed_before")).toEqual([]);

  await page.goto(`${url}/connections/new/${before}?step=review`);
  const unknown = page.getByRole("region", { name: "Not known whether it was created" });
  await expect(unknown).toContainText("was lost. It is not sent again by itself.", SEEN);
  await sandbox.faults([{ ...on, fault: { kind: "error", status: 400, message: "Field 'schema' is odd" } }]);
  await unknown.getByRole("button", { name: "Send again" }).click();
  await atStep(page, "Name the connection");
  await type(page, "Destination schema", "killed_again");
  await page
    .getByRole("navigation", { name: "Steps" })
    .getByRole("link", { name: /^Review/ })
    .click();
  await create(page, "Zendesk Support");

  // The first request is carried out after all.
  await sandbox.call("POST", "/connections", requestOf("killed_before", group_id));
  const note = page.getByText("An earlier attempt of this set-up appeared as killed_before.");
  await expect(note).toBeVisible(SEEN);
  await page.getByRole("button", { name: "Delete it" }).click();
  const question = page.getByRole("alertdialog", { name: "Delete killed_before?" });
  await question.getByRole("textbox").fill("killed_before");
  await question.getByRole("button", { name: "Delete connection" }).click();
  await expect(note).toHaveCount(0);
  const left = (await sandbox.connections()).map(({ schema }) => schema);
  expect(left.filter((schema) => schema.startsWith("killed")).sort()).toEqual([
    "killed_after",
    "killed_again",
  ]);
});
