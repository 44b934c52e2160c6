import { Refusal } from "./say.mjs";

const LEAST = [20, 19];

/** Last day of support of each release line, as the Node.js release schedule has it. */
const END_OF_LIFE = {
  20: "2026-04-30",
  21: "2024-06-01",
  22: "2027-04-30",
  23: "2025-06-01",
  24: "2028-04-30",
  25: "2026-06-01",
};

/**
 * Throws a Refusal for a Node.js that cannot run Headgate; answers with a warning for one
 * that its makers no longer mend, else null.
 */
export function checkNode(version = process.versions.node, today = new Date().toISOString().slice(0, 10)) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  if (major < LEAST[0] || (major === LEAST[0] && minor < LEAST[1])) {
    throw new Refusal(`Headgate needs Node.js ${LEAST.join(".")} or newer; this is ${version}.`);
  }
  const end = END_OF_LIFE[major];
  if (!end || today <= end) return null;
  return `Warning: Node.js ${major} has had no security fixes since ${end}; Node.js 24 is the one to move to.`;
}
