/** What Fivetran's `code` can say when it refuses (fivetran-api, section 1). */
export type RefusalCode =
  | "InvalidInput"
  | "AuthFailed"
  | "Forbidden"
  | "NotFound"
  | "NotFound_Connector"
  | "NotFound_Group"
  | "NotFound_Destination"
  | "NotFound_SchemaConfig"
  | "NotFound_Webhook"
  | "MethodNotAllowed"
  | "NotAcceptable"
  | "UnsupportedMediaType"
  | "Conflict"
  | "IllegalState"
  | "TooManyRequests"
  | "InternalError";

/** A failed call: becomes `{ code, message }` with this HTTP status. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: RefusalCode,
    message: string,
    readonly headers: Record<string, string> = {},
  ) {
    super(message);
    this.name = "Refusal";
  }
}

export const invalid = (message: string) => new Refusal(400, "InvalidInput", message);
export const conflict = (message: string) => new Refusal(409, "Conflict", message);
export const notFound = (message: string) => new Refusal(404, "NotFound", message);
export const noConnection = (id: string) =>
  new Refusal(404, "NotFound_Connector", `Cannot find connection with id '${id}'`);
export const noGroup = (id: string) =>
  new Refusal(404, "NotFound_Group", `Cannot find group with id '${id}'`);
export const noDestination = (id: string) =>
  new Refusal(404, "NotFound_Destination", `Cannot find destination with id '${id}'`);

export const noWebhook = (id: string) =>
  new Refusal(404, "NotFound_Webhook", `Cannot find webhook with id '${id}'`);

/** JSON of an answer too large to be held as one string, in pieces. */
export interface Chunks {
  chunks: AsyncIterable<string>;
}

/** What a handler answers: the envelope without its `code`. */
export interface Reply<D> {
  /** Empty where Fivetran sends none; always there, since some clients insist on the key. */
  message: string;
  data?: D | Chunks;
}

export function isChunks(data: unknown): data is Chunks {
  return typeof data === "object" && data !== null && "chunks" in data && Object.keys(data).length === 1;
}
