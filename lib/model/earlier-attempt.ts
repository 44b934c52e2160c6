/**
 * A request for a new connection whose answer was lost and which another one has taken the place of since: what it
 * asked for may still appear, beside what was made instead.
 */
export interface EarlierAttempt {
  id: number;
  /** The draft it was sent from; that may be gone. */
  draft_id: string;
  at: number;
  group_id: string;
  service: string;
  /** The connection's name that it asked for. */
  schema: string;
  /** The connection that was made in its place; null while there is none. */
  instead: string | null;
  /** What has appeared under that name since; null for nothing. */
  connection_id: string | null;
  /** Whether it is young enough to appear yet. */
  open: boolean;
}
