/** Words at the edge of the page about what was just done, with a way back where there is one. */
export interface Notice {
  /** What happened: "Paused". */
  title: string;
  /** The upstream name it happened to, shown in mono. */
  name?: string;
  detail?: string;
  tone?: "done" | "failed" | "unknown";
  /** A way back or on. */
  action?: { label: string; run: () => void };
}

type Listener = (notice: Notice) => void;

let listener: Listener | undefined;
const waiting: Notice[] = [];

/** Shows a notice; those given before the page listens are kept for it. */
export function notify(notice: Notice): void {
  if (listener) listener(notice);
  else waiting.push(notice);
}

/** The one place that draws notices. */
export function onNotice(next: Listener): () => void {
  listener = next;
  for (const notice of waiting.splice(0)) next(notice);
  return () => {
    if (listener === next) listener = undefined;
  };
}
