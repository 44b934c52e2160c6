import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { runModule } from "@/scripts/launch/child.mjs";

/** From, to, and whether the house allows it. */
const ARROWS: [string, string, boolean][] = [
  ["app/(console)/page.tsx", "@/components/overview/overview", true],
  ["app/(console)/page.tsx", "@/lib/sync/snapshot", true],
  ["app/(console)/page.tsx", "@/lib/fivetran/client", false],
  ["app/(console)/page.tsx", "@/lib/store/db", false],
  ["app/(console)/page.tsx", "@/lib/sandbox/server", false],
  ["app/api/account/route.ts", "@/lib/sync/snapshot", true],
  ["app/api/account/route.ts", "@/lib/contract/table", true],
  ["app/api/account/route.ts", "@/lib/sandbox/server", false],
  ["app/api/account/route.ts", "@/components/ui/button", false],
  ["app/healthz/route.ts", "@/lib/queries/account", false],
  ["components/overview/overview.tsx", "@/components/ui/button", true],
  ["components/overview/overview.tsx", "@/components/sync-status/status-pill", true],
  ["components/overview/overview.tsx", "@/lib/queries/account", true],
  ["components/overview/overview.tsx", "@/components/connections/row-menu", false],
  ["components/overview/overview.tsx", "@/lib/contract/table", false],
  ["components/overview/overview.tsx", "@/lib/sync/snapshot", false],
  ["components/connection/head.tsx", "@/components/settings/first-look", false],
  ["components/connection/head.tsx", "@/components/setup-tests/setup-tests-panel", true],
  ["components/wizard-run/tests-step.tsx", "@/components/connect-card/connect-card-panel", true],
  ["components/wizard-run/tests-step.tsx", "@/components/wizard/wizard", false],
  ["components/wizard-run/schema-step.tsx", "@/components/schema-editor/schema-page", false],
  ["components/connection-setup/desk.tsx", "@/components/connector-form/settings-group", true],
  ["components/connection-setup/desk.tsx", "@/components/connection/connection-tabs", false],
  ["components/setup-tests/row.tsx", "@/components/jobs/job-view", false],
  ["components/connect-card/panel.tsx", "@/components/connection/connection-tabs", false],
  ["components/fleet/fleet-timeline.tsx", "@/components/time-range/range-menu", true],
  ["components/fleet/fleet-timeline.tsx", "@/components/connection-history/history-page", false],
  ["components/connection-charts/duration-panel.tsx", "@/components/time-range/range-menu", true],
  ["components/connection-charts/duration-panel.tsx", "@/components/connection/connection-tabs", false],
  ["components/time-range/range-menu.tsx", "@/lib/queries/account", false],
  ["components/ui/button.tsx", "@/components/ui/cx", true],
  ["components/ui/button.tsx", "@/lib/model/health", false],
  ["components/ui/button.tsx", "@/components/sync-status/status-pill", false],
  ["components/sync-status/status-pill.tsx", "@/lib/model/health", true],
  ["components/sync-status/status-pill.tsx", "@/lib/queries/account", false],
  ["lib/queries/account.ts", "@/lib/model/health", true],
  ["lib/queries/account.ts", "@/lib/sync/snapshot", false],
  ["lib/queries/account.ts", "@/components/ui/toast", false],
  ["lib/sync/poller.ts", "@/lib/fivetran/client", true],
  ["lib/sync/poller.ts", "@/lib/sandbox/server", false],
  ["lib/sync/poller.ts", "@/lib/jobs/queue", false],
  ["lib/jobs/queue.ts", "@/lib/sync/lease", true],
  ["lib/jobs/queue.ts", "@/lib/sandbox/server", false],
  ["app/api/jobs/route.ts", "@/lib/jobs/queue", true],
  ["lib/store/db.ts", "@/lib/queries/account", false],
  ["lib/fivetran/gate.ts", "@/lib/contract/table", true],
  ["lib/auth/guard.ts", "@/app/layout", false],
  ["lib/contract/table.ts", "@/lib/model/health", true],
  ["lib/contract/table.ts", "@/lib/fivetran/client", false],
  ["lib/model/health.ts", "@/lib/contract/table", false],
  ["lib/sandbox/server.ts", "@/lib/contract/table", true],
  ["lib/sandbox/server.ts", "@/lib/store/db", false],
  ["lib/sandbox/server.ts", "@/lib/env", false],
  ["lib/sync/poller.ts", "./lease", false],
  ["lib/sync/poller.ts", "../fivetran/client", false],
  ["lib/model/health.ts", "zod", false],
  ["lib/sync/poller.test.ts", "@/lib/sandbox/server", true],
  ["lib/sync/poller.test.ts", "./poller", false],
  ["e2e/start.spec.ts", "@/lib/store/db", false],
  ["e2e/start.spec.ts", "@/e2e/fixtures/test", true],
];

interface Report {
  diagnostics: { category: string; location: { path: string | { file: string } } }[];
}

let house: string;
let refused: Set<string>;

const nameOf = (index: number, path: string) =>
  path.replace(/([^/]+?)(\.(test|spec))?\.(tsx?)$/, `arrow-${index}$2.$4`);

beforeAll(async () => {
  house = mkdtempSync(join(tmpdir(), "headgate-arrows-"));
  copyFileSync("biome.json", join(house, "biome.json"));
  copyFileSync(".gitignore", join(house, ".gitignore"));
  for (const [index, [from, to]] of ARROWS.entries()) {
    const file = join(house, nameOf(index, from));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `import { thing } from "${to}";\n\nexport const other = thing;\n`);
  }
  const args = ["lint", "--only=style/noRestrictedImports", "--max-diagnostics=none", "--reporter=json", "."];
  const { output } = await runModule("@biomejs/biome/bin/biome", args, { cwd: house });
  const report = JSON.parse(output.slice(output.indexOf('{"'), output.lastIndexOf("}") + 1)) as Report;
  refused = new Set(
    report.diagnostics
      .filter(({ category }) => category === "lint/style/noRestrictedImports")
      .map(({ location: { path } }) => (typeof path === "string" ? path : path.file).replace(/^\.\//, "")),
  );
});

afterAll(() => rmSync(house, { recursive: true, force: true }));

it.each(
  ARROWS.map(([from, to, allowed], index) => ({
    from,
    to,
    index,
    verdict: allowed ? "may" : "may not",
    allowed,
  })),
)("$from $verdict import $to", ({ from, index, allowed }) => {
  expect(refused.has(nameOf(index, from))).toBe(!allowed);
});

it("names every folder of components", async () => {
  const { overrides } = (await import("@/biome.json")).default as { overrides: { includes: string[] }[] };
  const named = overrides.flatMap(({ includes }) => includes);
  const folders = readdirSync("components").map((folder) => `components/${folder}/**`);
  expect(folders.filter((folder) => !named.includes(folder))).toEqual([]);
});
