import type { ServerEvent } from "@/lib/model/snapshot";

// A type that is missing here does not compile: the browser hears only what it asks for by name.
const TYPES = Object.keys({
  hello: true,
  connections: true,
  reload: true,
  account: true,
  detail: true,
  schema: true,
  job: true,
  setup_draft: true,
  webhooks: true,
  setting: true,
} satisfies Record<ServerEvent["type"], true>) as ServerEvent["type"][];
const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 30_000;

export interface StreamHandlers {
  onEvent: (event: ServerEvent) => void;
  /** Whether the stream is open; called on each change. */
  onLink: (up: boolean) => void;
}

/**
 * Opens `GET /api/events` and opens it again whenever it ends. The browser's own reconnect gives up for good
 * on an answer that is not a stream (a restart behind a proxy), so that case is taken over with growing waits.
 */
export function openEventSource({ onEvent, onLink }: StreamHandlers): () => void {
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wait = FIRST_WAIT;
  const open = () => {
    const opened = new EventSource("/api/events");
    source = opened;
    opened.onopen = () => {
      wait = FIRST_WAIT;
      onLink(true);
    };
    opened.onerror = () => {
      onLink(false);
      if (opened.readyState !== EventSource.CLOSED) return;
      timer = setTimeout(open, wait);
      wait = Math.min(wait * 2, LONGEST_WAIT);
    };
    for (const type of TYPES) {
      opened.addEventListener(type, (message) =>
        onEvent({ type, ...JSON.parse((message as MessageEvent<string>).data) }),
      );
    }
  };
  open();
  return () => {
    clearTimeout(timer);
    source?.close();
  };
}
