import "server-only";

/** What came of sending one message once. */
export type SendOutcome =
  | { sent: true; answer: string }
  | {
      sent: false;
      /** What the receiver said, or why nobody did: short, and free of secrets. */
      answer: string;
      /** Whether the message may have arrived all the same. */
      unsure: boolean;
      /** Whether trying again is of no use before somebody changes something. */
      final: boolean;
      /** Not before this, in epoch milliseconds. */
      retry_at?: number;
    };
