// A reader that goes away (`npm start | head -1`) must not take the server with it.
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error) => {
    if (error.code !== "EPIPE") throw error;
  });
}

export const say = (line) => process.stdout.write(`${line}\n`);

/** A failure the person can mend: its message is one sentence, shown without a stack. */
export class Refusal extends Error {}

/** Ends the process with one clear sentence; with a stack only for what we did not foresee. */
export function giveUp(error) {
  const text = error instanceof Refusal ? error.message : (error?.stack ?? String(error));
  process.stderr.write(`${text}\n`, () => process.exit(1));
  setTimeout(() => process.exit(1), 500);
}
