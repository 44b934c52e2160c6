/** How far the server's clock is ahead of this browser's, in milliseconds. Ages are counted on the server's. */
let ahead = 0;

/** Takes the server's time from an answer that just came in; small differences are only the way it took. */
export function setServerClock(server_now: number): void {
  const difference = server_now - Date.now();
  if (Math.abs(difference - ahead) > 2_000) ahead = difference;
}

/** Epoch milliseconds on the server's clock. */
export function serverNow(): number {
  return Date.now() + ahead;
}
