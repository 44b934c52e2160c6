import { formatToken } from "@/lib/model/connection-query";

/** The list of what has the tag. */
export const tagHref = (tag: string): string =>
  `/connections?${new URLSearchParams({ q: formatToken("tag", [tag]) })}`;
