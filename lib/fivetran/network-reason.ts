import "server-only";

const REASONS = new Map([
  ["ECONNREFUSED", "the connection was refused"],
  ["ECONNRESET", "the connection was reset"],
  ["ENOTFOUND", "its host name is not known"],
  ["EAI_AGAIN", "its host name could not be looked up"],
  ["EHOSTUNREACH", "there is no route to its host"],
  ["ENETUNREACH", "there is no network"],
  ["EPIPE", "the connection was closed"],
  ["UND_ERR_SOCKET", "the connection was closed"],
  ["UND_ERR_CONNECT_TIMEOUT", "connecting took too long"],
  ["UND_ERR_HEADERS_TIMEOUT", "it did not answer in time"],
  ["UND_ERR_BODY_TIMEOUT", "its answer stopped half way"],
  ["UND_ERR_RESPONSE_CONTENT_LENGTH_MISMATCH", "its answer was cut off"],
  ["UND_ERR_DESTROYED", "Headgate is stopping"],
  ["UND_ERR_CLOSED", "Headgate is stopping"],
]);

/** Why a connection failed, in words that follow "it failed:"; undefined for a code that nobody knows. */
export const networkReason = (code: string): string | undefined => REASONS.get(code);
