import "server-only";
import type { Connection } from "@/lib/model/connection";

/** An answer that shows one connection. Both times are ours, in epoch milliseconds. */
export interface Look {
  connection: Connection;
  /** When the request began: answers are ordered by it, so an older one never replaces a newer one. */
  started_at: number;
  read_at: number;
  /** Of the details, which carry `config`. */
  detail: boolean;
}

/** An answer that says a connection is not there. */
export interface Absence {
  id: string;
  started_at: number;
  read_at: number;
}
