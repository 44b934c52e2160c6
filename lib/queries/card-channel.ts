import type { ReturnedToken } from "@/lib/model/issued-card";

const NAME = "headgate-card-return";
/** A tab that is asleep answers late. */
const PATIENCE_MS = 2_000;

interface Return {
  kind: "return";
  connection_id: string;
  /** Whatever the card's page added to the address: one of them may be the token. */
  values: string[];
}

interface Reply {
  kind: "reply";
  connection_id: string;
  token: ReturnedToken;
}

type Message = Return | Reply;

/** `nobody`: no tab of this browser waits for the card. */
export type ReturnOutcome = ReturnedToken | "nobody";

/**
 * Waits for the card's page to lead back to us in another tab and compares what comes with the token that was issued.
 * Another token is told only where no other tab that made a card of this connection knows it.
 * @returns how to stop waiting
 */
export function awaitReturn(
  connectionId: string,
  token: string,
  onReturn: (token: ReturnedToken) => void,
): () => void {
  const channel = new BroadcastChannel(NAME);
  let doubt: ReturnType<typeof setTimeout> | undefined;
  channel.onmessage = ({ data }: MessageEvent<Message>) => {
    if (data.connection_id !== connectionId) return;
    if (data.kind === "reply") {
      if (data.token === "same") clearTimeout(doubt);
      return;
    }
    const came = data.values.includes(token) ? "same" : data.values.length > 0 ? "other" : "none";
    channel.postMessage({ kind: "reply", connection_id: connectionId, token: came } satisfies Reply);
    if (came === "other") doubt = setTimeout(() => onReturn(came), PATIENCE_MS);
    else onReturn(came);
  };
  return () => {
    clearTimeout(doubt);
    channel.close();
  };
}

/** Tells the tabs of this browser that a card's page led back; what they say of its token. */
export function tellReturn(connection_id: string, values: string[]): Promise<ReturnOutcome> {
  return new Promise((resolve) => {
    const channel = new BroadcastChannel(NAME);
    let heard: ReturnOutcome = "nobody";
    const end = () => {
      clearTimeout(timer);
      channel.close();
      resolve(heard);
    };
    const timer = setTimeout(end, PATIENCE_MS);
    channel.onmessage = ({ data }: MessageEvent<Message>) => {
      if (data.kind !== "reply" || data.connection_id !== connection_id) return;
      heard = data.token;
      if (heard === "same") end();
    };
    channel.postMessage({ kind: "return", connection_id, values } satisfies Return);
  });
}
