import { queryOptions } from "@tanstack/react-query";
import type { PersonalLists, StoredPersonalLists } from "@/lib/model/personal/personal-lists";
import { get, send } from "@/lib/queries/fetcher";

const PATH = "/api/personal-lists";

/** What people added to the detectors of personal data and took from them. */
export const personalLists = queryOptions({
  queryKey: ["personal-lists"],
  queryFn: ({ signal }) => get<StoredPersonalLists>(PATH, signal),
  staleTime: 60_000,
});

/** Saves over the version that was edited. @throws ApiError `conflict` where someone saved meanwhile */
export function savePersonalLists(
  version: number,
  { add, ignore }: PersonalLists,
): Promise<StoredPersonalLists> {
  return send<StoredPersonalLists>("PUT", PATH, { version, add, ignore });
}
