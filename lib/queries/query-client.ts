import { QueryClient } from "@tanstack/react-query";
import { ApiError } from "@/lib/queries/api-error";

/** Reads are repeated only where the console itself did not answer; the gate has already retried Fivetran. */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // A console on localhost answers while the machine is offline.
        networkMode: "always",
        refetchOnWindowFocus: false,
        retry: (count, error) => count < 2 && error instanceof ApiError && error.code === "unavailable",
      },
      mutations: { networkMode: "always" },
    },
  });
}
