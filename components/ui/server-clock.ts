/** How far the server's clock is ahead of this browser's, in milliseconds. Ages are counted on the server's. */
let ahead = 0;

/**
 * Takes the server's time from an answer.
 * @param server_now what the server's clock said
 * @param came_at when the answer came in, on this browser's clock; differences of a second or two are only the way it took
 */
export function setServerClock(server_now: number, came_at: number): void {
  const difference = server_now - came_at;
  if (Math.abs(difference - ahead) > 2_000) ahead = difference;
}

/** Epoch milliseconds on the server's clock. */
export function serverNow(): number {
  return Date.now() + ahead;
}
