import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { noticed, SEEN } from "@/e2e/fixtures/console";
import { textOfDatabase, textsInFiles } from "@/e2e/fixtures/data-folder";
import { expect, test } from "@/e2e/fixtures/test";
import { atStep, create, goOn, runSetupTests, tests, type } from "@/e2e/fixtures/wizard";
import { BRIEF } from "@/scripts/launch/child.mjs";
import { startHeadgate } from "@/scripts/launch/world.mjs";

interface Secret {
  label: string;
  step: "Configuration" | "Authorisation";
  /** What a field of its kind takes, with a canary in it. */
  around?: (canary: string) => string;
}

interface Kind {
  service: string;
  name: string;
  names: Record<string, string>;
  /** What else the steps ask for before a secret can be typed. */
  configure: (page: Page) => Promise<void>;
  signIn: (page: Page) => Promise<void>;
  secrets: Secret[];
}

const none = async () => {};

/** Between them: a text, a key of several lines, a JSON key, a list of objects, an object of `auth`, keys of `auth`. */
const KINDS: Kind[] = [
  {
    service: "gcs",
    name: "Google Cloud Storage",
    names: { "Destination schema": "canary_files", "Table group": "all" },
    configure: async (page) => {
      await type(page, "Bucket", "canary");
      await openFolds(page);
      await page.getByRole("switch", { name: "Files are encrypted" }).check();
    },
    signIn: async (page) => {
      await page.getByRole("combobox", { name: "Sign in with" }).selectOption("CUSTOM_SERVICE_ACCOUNT");
    },
    secrets: [
      { label: "PGP passphrase", step: "Configuration" },
      {
        label: "PGP secret key",
        step: "Configuration",
        around: (canary) =>
          `-----BEGIN PGP PRIVATE KEY BLOCK-----\n${canary}\n-----END PGP PRIVATE KEY BLOCK-----`,
      },
      {
        label: "Service account key",
        step: "Authorisation",
        around: (canary) => JSON.stringify({ client_email: "a@example.com", private_key: canary }),
      },
    ],
  },
  {
    service: "connector_sdk",
    name: "Connector SDK",
    names: { "Destination schema": "canary_code" },
    configure: async (page) => {
      await type(page, "Package", "tidy_package");
      await page.getByRole("button", { name: /^Add an entry to secrets/ }).click();
      await type(page, "Key", "TOKEN");
    },
    signIn: none,
    secrets: [{ label: "Value", step: "Configuration" }],
  },
  {
    service: "google_play",
    name: "Google Play",
    names: { "Destination schema": "canary_apps" },
    configure: async (page) => {
      await type(page, "Bucket", "canary");
    },
    signIn: async (page) => {
      await page.getByRole("radio", { name: /^Credentials here/ }).check();
      await openFolds(page);
    },
    secrets: [
      { label: "Client secret", step: "Authorisation" },
      { label: "Refresh token", step: "Authorisation" },
      { label: "Service account secret key", step: "Authorisation" },
    ],
  },
];

/** Opens what is folded away behind "more". */
async function openFolds(page: Page): Promise<void> {
  for (const fold of await page.locator("main details:not([open]) > summary").all()) await fold.click();
}

test.use({ worldOptions: { own: "wizard" } });
test.describe.configure({ timeout: 420_000 });

test("what is typed into secret fields goes to Fivetran and is found nowhere else", async ({
  page,
  sandbox,
  world,
}) => {
  const folder = mkdtempSync(join(tmpdir(), "headgate-canary-"));
  const canaries: string[] = [];
  const fill = async (kind: Kind, step: Secret["step"] | null, stage: string) => {
    for (const secret of kind.secrets) {
      if (step !== null && secret.step !== step) continue;
      const place = `${kind.service}${kind.secrets.indexOf(secret)}`.replaceAll("_", "");
      const canary = `hgCanary${place}${stage}Zq7`;
      canaries.push(canary);
      await type(page, secret.label, secret.around?.(canary) ?? canary);
    }
  };
  const headgate = await startHeadgate(
    {
      FIVETRAN_API_URL: world.proxy.url,
      FIVETRAN_API_KEY: world.credentials.key,
      FIVETRAN_API_SECRET: world.credentials.secret,
      LOG_LEVEL: "debug",
      HEADGATE_POLL_MS: "1000",
      DATA_DIR: folder,
    },
    { node: BRIEF },
  );
  const seen: string[] = [];
  const told: Promise<string>[] = [];
  const carried = new Set<string>();
  page.on("request", (request) => {
    seen.push(request.url(), JSON.stringify(request.headers()));
    const body = request.postData() ?? "";
    const path = new URL(request.url()).pathname.replace(/\/[\w-]*\d[\w-]*(?=\/|$)/, "/ID");
    if (body.includes("hgCanary")) carried.add(`${request.method()} ${path.replace(/[^/]+$/, "…")}`);
  });
  page.on("response", (response) => {
    // A stream of events has no end.
    const endless = response.headers()["content-type"]?.startsWith("text/event-stream");
    if (!endless && !response.url().includes("/_next/static/")) told.push(response.text().catch(() => ""));
  });
  page.on("dialog", (dialog) => void dialog.accept());
  const look = async () => void seen.push(page.url(), await page.content());
  try {
    const groupsOf = async (): Promise<{ id: string }[]> =>
      (await (await page.request.get(`${headgate.url}/api/connections`)).json()).groups ?? [];
    await expect.poll(async () => (await groupsOf()).length, SEEN).toBeGreaterThan(0);
    const group_id = (await groupsOf())[0]?.id;
    for (const kind of KINDS) {
      const begun = await page.request.post(`${headgate.url}/api/setup-drafts`, {
        headers: { origin: headgate.url },
        data: { service: kind.service, group_id },
      });
      const draft = (await begun.json()) as { id: string };
      await page.goto(`${headgate.url}/connections/new/${draft.id}`);
      await atStep(page, `Where ${kind.name} goes`);
      await goOn(page, "Name the connection");
      for (const [label, text] of Object.entries(kind.names)) await type(page, label, text);
      await goOn(page, `Configure ${kind.name}`);
      await kind.configure(page);
      await fill(kind, "Configuration", "Draft");
      await look();
      await goOn(page, `Sign in to ${kind.name}`);
      await kind.signIn(page);
      await fill(kind, "Authorisation", "Draft");
      await look();
      await goOn(page, "When it syncs");
      await goOn(page, "Review and create");
      await expect(page.getByText(/^Draft saved .* without secrets\.$/)).toBeVisible();
      await look();

      await page.reload();
      await atStep(page, "Review and create");
      await expect(page.getByText(/secrets? must be typed again/)).toBeVisible();
      for (const step of ["Configuration", "Authorisation"] as const) {
        if (!kind.secrets.some((secret) => secret.step === step)) continue;
        await page.getByRole("link", { name: step }).click();
        await atStep(page, `${step === "Configuration" ? "Configure" : "Sign in to"} ${kind.name}`);
        await openFolds(page);
        await fill(kind, step, "Sent");
      }
      await page.getByRole("link", { name: "Review" }).click();
      await create(page, kind.name);
      await look();
    }
    await runSetupTests(page);
    await expect(tests(page).getByRole("listitem").first()).toBeVisible(SEEN);
    await look();

    for (const kind of KINDS) {
      const name = Object.values(kind.names).join(".");
      await page.goto(`${headgate.url}/connections/${await sandbox.idOf(name)}/setup`);
      await expect(page.getByRole("form", { name: "Settings of the connection" })).toBeVisible(SEEN);
      await openFolds(page);
      const replace = page.getByRole("button", { name: /^Replace / });
      for (let left = await replace.count(); left > 0; left -= 1) await replace.first().click();
      await fill(kind, null, "Changed");
      await page.getByRole("button", { name: "Review and save" }).click();
      const question = page.getByRole("dialog");
      await expect(question.getByRole("button", { name: "Save", exact: true })).toBeVisible(SEEN);
      await look();
      await question.getByRole("button", { name: "Save", exact: true }).click();
      await noticed(page, `Settings saved ${name}`);
      await look();
    }
    seen.push(
      await page.evaluate(async () => {
        const databases = await indexedDB.databases();
        const kept = [{ ...localStorage }, { ...sessionStorage }, await caches.keys(), databases];
        return JSON.stringify([...kept, history.state, document.cookie]);
      }),
      JSON.stringify(await page.context().cookies()),
      ...(await Promise.all(told)),
    );
    await page.goto("about:blank");
  } finally {
    await headgate.stop();
  }
  try {
    expect([...carried].toSorted()).toEqual([
      "PATCH /api/fivetran/connections/…",
      "POST /api/setup-drafts/ID/…",
    ]);
    const sent = JSON.stringify(world.proxy.sent.map(({ body }) => body));
    const meant = canaries.filter((canary) => !canary.includes("Draft"));
    expect(meant.filter((canary) => !sent.includes(canary))).toEqual([]);
    const stored = await textOfDatabase(join(folder, "db"));
    // Drafts, connections and the audit log are all in it, told by what is no secret.
    for (const { names } of KINDS) expect(stored).toContain(Object.values(names)[0]);
    const text = [...seen, headgate.output(), stored].join("\n");
    expect(canaries.filter((canary) => text.includes(canary))).toEqual([]);
    expect(textsInFiles(folder, canaries)).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
