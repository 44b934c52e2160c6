/** What is wrong with a text that should be JSON, by place and without a word of it; null where nothing is. */
export function jsonFault(text: string): string | null {
  if (text.trim() === "") return null;
  try {
    JSON.parse(text);
    return null;
  } catch (error) {
    const at = error instanceof Error ? /position (\d+)/.exec(error.message)?.[1] : undefined;
    if (at === undefined || Number(at) >= text.trimEnd().length)
      return "Not JSON: it ends too early, or is not closed.";
    const before = text.slice(0, Number(at)).split("\n");
    return `Not JSON: see line ${before.length}, character ${(before.at(-1) ?? "").length + 1}.`;
  }
}
