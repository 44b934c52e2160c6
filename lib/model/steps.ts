/**
 * Long work that can be put down between two of its steps, each of which is short. Written once, it is done at one go
 * where nobody waits, and otherwise in turns.
 */
export type Steps<T> = Generator<void, T, void>;

/** Does all of it now. */
export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Does steps for about so many milliseconds; what they came to, or null where more are left. */
export function stepsFor<T>(steps: Steps<T>, ms: number): { value: T } | null {
  const until = performance.now() + ms;
  do {
    const step = steps.next();
    if (step.done) return { value: step.value };
  } while (performance.now() < until);
  return null;
}

const TURN_MS = 5;

/**
 * Does the work in turns of some milliseconds and lets everything else that waits go between them.
 * @throws as the work
 */
export async function inTurns<T>(steps: Steps<T>): Promise<T> {
  for (;;) {
    const done = stepsFor(steps, TURN_MS);
    if (done) return done.value;
    await turn();
  }
}

/**
 * What a source gives, piece by piece, letting everything else that waits go after some milliseconds of work on it: of
 * what is at hand already a loop would work through all at one go.
 * @throws as the source
 */
export async function* piecesInTurns<T>(source: AsyncIterable<T>): AsyncGenerator<T, void, void> {
  let spent = 0;
  for await (const piece of source) {
    const began = performance.now();
    yield piece;
    spent += performance.now() - began;
    if (spent < TURN_MS) continue;
    await turn();
    spent = 0;
  }
}

const turn = () => new Promise<void>((next) => setTimeout(next));
