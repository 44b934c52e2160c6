import type { ServerEvent } from "@/lib/model/snapshot";
import { openEventSource, type StreamHandlers } from "@/lib/queries/event-source";

const NAME = "headgate.events";
const BEAT = 10_000;
const SILENCE = 25_000;

type Message = { kind: "event"; event: ServerEvent } | { kind: "link"; up: boolean } | { kind: "ask" };

/**
 * One stream per browser: the tab that holds a lock reads it and passes everything on to the others; when it
 * closes, the lock and the stream go to the next. A tab in sight that hears nothing for a while (the holder is
 * frozen in the background) takes them over. Pages on plain http other than localhost have no locks and read
 * a stream each.
 */
export function joinStream(handlers: StreamHandlers): () => void {
  if (!navigator.locks || typeof BroadcastChannel === "undefined") return openEventSource(handlers);

  const channel = new BroadcastChannel(NAME);
  const say = (message: Message) => channel.postMessage(message);
  const left = new AbortController();
  let waiting = false;
  let leading = false;
  let heard_at = Date.now();
  let up = false;

  const lead = (): Promise<void> =>
    new Promise((release) => {
      if (left.signal.aborted) return release();
      leading = true;
      const close = openEventSource({
        onEvent(event) {
          handlers.onEvent(event);
          say({ kind: "event", event });
        },
        onLink(next) {
          up = next;
          handlers.onLink(next);
          say({ kind: "link", up });
        },
      });
      step_down = () => {
        leading = false;
        close();
        release();
      };
    });
  let step_down = () => {};

  const wait = () => {
    waiting = true;
    const turn = () => {
      waiting = false;
      return lead();
    };
    navigator.locks.request(NAME, { signal: left.signal }, turn).catch(lost);
  };
  const steal = () => navigator.locks.request(NAME, { steal: true }, lead).catch(lost);
  // Taken by a tab in sight, or this tab has left.
  const lost = () => {
    step_down();
    if (!waiting && !left.signal.aborted) wait();
  };

  channel.onmessage = ({ data }: MessageEvent<Message>) => {
    if (data.kind === "ask") {
      if (leading) say({ kind: "link", up });
      return;
    }
    if (leading) return;
    heard_at = Date.now();
    if (data.kind === "event") handlers.onEvent(data.event);
    else handlers.onLink(data.up);
  };

  const look = () => {
    if (leading) say({ kind: "link", up });
    else if (document.visibilityState === "visible" && Date.now() - heard_at > SILENCE) {
      heard_at = Date.now();
      steal();
    }
  };
  const timer = setInterval(look, BEAT);
  document.addEventListener("visibilitychange", look);

  wait();
  say({ kind: "ask" });

  return () => {
    left.abort();
    step_down();
    clearInterval(timer);
    document.removeEventListener("visibilitychange", look);
    channel.close();
  };
}
