import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { startHeadgate } from "../launch/world.mjs";
import { firstLoadKb } from "./first-load.mjs";
import { scratchCopy } from "./scratch.mjs";

const BLANK_LAYOUT = `import { headers } from "next/headers";
export default async function Layout({ children }) {
  await headers();
  return <html lang="en"><body>{children}</body></html>;
}
`;
const BLANK_PAGE = "export default function Page() { return <p>Blank</p>; }\n";

/**
 * Adds a page with nothing on it, in a copy of the sources. A root layout of its own keeps ours off it,
 * so our pages move one (unseen) folder down.
 */
function addBlankPage(folder) {
  const app = join(folder, "app");
  const ours = join(app, "(ours)");
  mkdirSync(ours);
  for (const name of readdirSync(app)) {
    if (name === "(console)" || /^(layout|error|not-found|loading|template|page)\.tsx$/.test(name)) {
      renameSync(join(app, name), join(ours, name));
    }
  }
  for (const path of readdirSync(ours, { recursive: true }).filter((name) => name.endsWith(".tsx"))) {
    const file = join(ours, path);
    writeFileSync(file, readFileSync(file, "utf8").replaceAll("@/app/(console)/", "@/app/(ours)/(console)/"));
  }
  mkdirSync(join(app, "(nothing)/blank"), { recursive: true });
  writeFileSync(join(app, "(nothing)/layout.jsx"), BLANK_LAYOUT);
  writeFileSync(join(app, "(nothing)/blank/page.jsx"), BLANK_PAGE);
}

async function anyConnection(url) {
  const until = Date.now() + 30_000;
  while (Date.now() < until) {
    const snapshot = await (await fetch(`${url}/api/connections`)).json();
    if (snapshot.connections?.length > 0) return snapshot.connections[0].id;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error("The sandbox's connections never arrived.");
}

/** A draft of a new connection, whose wizard is the page with most on it. */
async function anyDraft(url) {
  const answer = await fetch(`${url}/api/setup-drafts`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ service: "postgres" }),
  });
  return (await answer.json()).id;
}

const over = { unit: "KB", goal: 120 };
const overInLarge = { unit: "KB", goal: 165 };

export const bench = {
  figures: {
    "blank page": { unit: "KB" },
    "/": over,
    "/connections": over,
    "/connections/ID": over,
    "/connections/new": over,
    "/connections/new/DRAFT": overInLarge,
    "/connections/ID/schema": overInLarge,
  },
  async prepare() {
    const copy = scratchCopy();
    try {
      addBlankPage(copy.folder);
      const server = await startHeadgate({}, { cwd: copy.folder });
      const id = await anyConnection(server.url);
      return { copy, server, id, draft: await anyDraft(server.url) };
    } catch (error) {
      copy.remove();
      throw error;
    }
  },
  async round({ server, id, draft }) {
    const blank = await firstLoadKb(server.url, "/blank");
    const page = async (path) => ({ value: (await firstLoadKb(server.url, path)) - blank, peer: blank });
    const own = `/connections/${encodeURIComponent(id)}`;
    return {
      "blank page": { value: blank },
      "/": await page("/"),
      "/connections": await page("/connections"),
      "/connections/ID": await page(own),
      "/connections/new": await page("/connections/new"),
      "/connections/new/DRAFT": await page(`/connections/new/${draft}`),
      "/connections/ID/schema": await page(`${own}/schema`),
    };
  },
  async close({ copy, server }) {
    await server.stop();
    copy.remove();
  },
};
