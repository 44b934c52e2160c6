import "server-only";

const LONGEST = 3_600_000;

/**
 * When a 429 lets us try again, in epoch milliseconds; null where the header is absent or makes no sense.
 * It may be whole seconds or an HTTP date, which is read against the answer's own Date so that our clock does
 * not matter. Never more than an hour, the length of Fivetran's quota window.
 */
export function retryAt(
  retryAfter: string | undefined,
  date: string | undefined,
  now: number,
): number | null {
  const text = retryAfter?.trim() ?? "";
  if (/^\d{1,12}(\.\d+)?$/.test(text)) return now + within(Number(text) * 1000);
  if (!/^[A-Za-z]{3,9},? /.test(text)) return null;
  const at = Date.parse(text);
  const sent = Date.parse(date ?? "");
  return Number.isNaN(at) ? null : now + within(at - (Number.isNaN(sent) ? now : sent));
}

const within = (ms: number): number => Math.min(LONGEST, Math.max(1000, ms));
