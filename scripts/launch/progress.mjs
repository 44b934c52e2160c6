import { say } from "./say.mjs";

/** Says that a long step began, every ten seconds that it goes on, and how long it took. */
export async function step(name, work) {
  const began = Date.now();
  const seconds = () => Math.round((Date.now() - began) / 1000);
  say(`${name} ...`);
  const timer = setInterval(() => say(`${name} ... ${seconds()} s`), 10_000);
  try {
    const result = await work();
    say(`${name}: done in ${seconds()} s`);
    return result;
  } finally {
    clearInterval(timer);
  }
}
