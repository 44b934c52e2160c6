export interface LoggedRequest {
  method: string;
  /** With its query, as it came; never headers or bodies. */
  path: string;
  status: number;
  operation: string | null;
  /** Kind of the fault that hit it. */
  fault: string | null;
  /** Real time, RFC 3339. */
  at: string;
}

const MOST = 2000;

/** The last requests of clients, oldest first. */
export class RequestLog {
  #requests: LoggedRequest[] = [];

  add(request: LoggedRequest): void {
    this.#requests.push(request);
    if (this.#requests.length > MOST) this.#requests.splice(0, this.#requests.length - MOST);
  }

  list(): readonly LoggedRequest[] {
    return this.#requests;
  }

  clear(): void {
    this.#requests = [];
  }
}
