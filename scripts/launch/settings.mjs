import { accessSync, constants, mkdirSync } from "node:fs";
import { createServer } from "node:net";
import { runTypeScript } from "./child.mjs";
import { Refusal } from "./say.mjs";

/** `{ host, port, data_dir, upstream }` as lib/env.ts reads them; a Refusal names what is wrong. */
export async function readSettings() {
  const { code, output } = await runTypeScript("scripts/launch/check-env.ts", []);
  if (code !== 0) throw new Refusal(output.trim());
  return JSON.parse(output.trim().split("\n").at(-1));
}

export function checkFolder(folder) {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new Refusal(
      `The data folder ${folder} cannot be written (${error.code}); set DATA_DIR to one that can.`,
    );
  }
}

/** The sentence for a failed listen. */
export function listenRefusal(error, host, port) {
  if (error.code === "EADDRINUSE") {
    return new Refusal(`Port ${port} on ${host} is taken by another program; set PORT to a free one.`);
  }
  if (error.code === "EACCES")
    return new Refusal(`This user may not listen on port ${port}; set PORT to one above 1023.`);
  return new Refusal(
    `Cannot listen on ${host}, port ${port} (${error.code}); set HOST to an address of this machine.`,
  );
}

/** Tries the port before a long build is spent on it, and chooses a free one for port 0. */
export function checkPort(host, port) {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", (error) => reject(listenRefusal(error, host, port)));
    probe.listen({ host, port }, () => {
      const chosen = probe.address().port;
      probe.close(() => resolve(chosen));
    });
  });
}
