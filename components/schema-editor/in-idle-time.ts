/** A slice is never longer, in milliseconds, so that a press or a letter that comes amid one waits for less than a frame. */
const SLICE_MS = 8;
/** The work goes on by then, however busy the page is. */
const LATEST_MS = 500;
const PAUSE_MS = 20;

/**
 * Has work done in slices while the page has nothing else to do, until `run`, which is told for how many milliseconds it
 * may work, says that all is done. What is answered stops it.
 */
export function inIdleTime(run: (ms: number) => boolean): () => void {
  // Not in every browser.
  if (typeof requestIdleCallback === "undefined") {
    let timer: ReturnType<typeof setTimeout>;
    const go = () => {
      if (!run(SLICE_MS)) timer = setTimeout(go, PAUSE_MS);
    };
    timer = setTimeout(go);
    return () => clearTimeout(timer);
  }
  let handle = 0;
  const go = (deadline: IdleDeadline) => {
    const done = run(Math.max(1, Math.min(SLICE_MS, deadline.timeRemaining())));
    if (!done) handle = requestIdleCallback(go, { timeout: LATEST_MS });
  };
  handle = requestIdleCallback(go, { timeout: LATEST_MS });
  return () => cancelIdleCallback(handle);
}
