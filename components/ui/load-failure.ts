import type { Notice } from "@/lib/queries/notice";

/** Whether a part of the console's own code did not arrive; any other error is a fault of that code. */
export function isLoadError(error: unknown): error is Error {
  return error instanceof Error && error.name === "ChunkLoadError";
}

/**
 * What to say when `what` ("The menu") could not be loaded. A file that the console answers 404 for belongs to an
 * older build: the page was opened before an update, and only loading it anew helps.
 */
export async function loadFailure(what: string, error: Error): Promise<Notice> {
  const file = /\/_next\/static\/\S+/.exec(error.message)?.[0];
  const options: RequestInit = { method: "HEAD", cache: "no-store" };
  const answer = await fetch(file ?? "/healthz", options).catch(() => null);
  if (file && answer?.status === 404) {
    return {
      title: `${what} could not be loaded: Headgate was updated after this page was opened.`,
      detail: "Nothing on the page is lost. Reload it when you are done with what you typed.",
      tone: "failed",
      action: { label: "Reload", run: () => location.reload() },
    };
  }
  return {
    title: `${what} could not be loaded${answer?.ok ? "" : ": this console does not answer"}.`,
    detail: "Nothing on the page is lost. Try again.",
    tone: "failed",
  };
}
