import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT, runModule } from "../../launch/child.mjs";
import { Refusal } from "../../launch/say.mjs";
import { startServer } from "../../launch/world.mjs";

const NEXT = "next/dist/bin/next";
const ROUTE = `export async function POST(request) {
  await request.text();
  return Response.json({ received: true });
}
`;

/** Starts an application of Next.js with one route, which reads a body and does nothing with it. */
export async function startEmptyRoute() {
  const folder = await built();
  const args = [join(ROOT, "node_modules", NEXT), "start", "--port", "0", "--hostname", "127.0.0.1"];
  const server = await startServer(args, {
    cwd: folder,
    ready: /(http:\/\/127\.0\.0\.1:\d+)[\s\S]*Ready in/,
  });
  return { ...server, url: `${server.match[1]}/empty` };
}

/** Its folder, inside the project, where Next.js is found; built once for each version of that. */
async function built() {
  const { version } = JSON.parse(readFileSync(join(ROOT, "node_modules/next/package.json"), "utf8"));
  const folder = join(ROOT, `node_modules/.cache/bench-empty-route-${version}`);
  if (existsSync(join(folder, "built"))) return folder;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, "app/empty"), { recursive: true });
  writeFileSync(join(folder, "package.json"), `{"name":"empty-route","private":true,"type":"module"}\n`);
  writeFileSync(join(folder, "next.config.mjs"), "export default {};\n");
  writeFileSync(join(folder, "app/empty/route.js"), ROUTE);
  // The other bundler takes the project's own proxy.ts along.
  const { code, output } = await runModule(NEXT, ["build", "--webpack"], { cwd: folder });
  if (code !== 0) throw new Refusal(`The empty route could not be built:\n${output.trim()}`);
  writeFileSync(join(folder, "built"), version);
  return folder;
}
