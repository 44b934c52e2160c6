import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import type { WebhookTest } from "@/lib/model/webhook";
import type { WebhookList, WebhookTraffic } from "@/lib/model/webhook-console";
import { get, post, send } from "@/lib/queries/fetcher";

const PATH = "/api/webhooks";

/** Every key of what is shown of webhooks. */
export const webhooksKey = ["webhooks"] as const;

/** The account's webhooks, asked of Fivetran at most twice a minute. */
export const webhookList = queryOptions({
  queryKey: [...webhooksKey, "list"],
  queryFn: ({ signal }) => get<WebhookList>(PATH, signal),
  staleTime: 30_000,
});

/** What was delivered to this console, newest first, page by page. */
export const webhookTraffic = infiniteQueryOptions({
  queryKey: [...webhooksKey, "traffic"],
  queryFn: ({ signal, pageParam }) =>
    get<WebhookTraffic>(`${PATH}/traffic${pageParam === null ? "" : `?before=${pageParam}`}`, signal),
  initialPageParam: null as number | null,
  getNextPageParam: ({ deliveries, more }) => (more ? (deliveries.at(-1)?.id ?? null) : null),
  staleTime: 30_000,
});

export type NewWebhook =
  | { to: "here"; group_id: string | null; events: string[] }
  | {
      to: "elsewhere";
      group_id: string | null;
      events: string[];
      url: string;
      active: boolean;
      secret?: string | undefined;
    };

/** @throws ApiError, with `field` where it is about one */
export const createWebhook = (hook: NewWebhook): Promise<void> => post<void>(PATH, hook);

export function changeWebhook(id: string, change: { active?: boolean; events?: string[] }): Promise<void> {
  return send<void>("PATCH", at(id), change);
}

export const deleteWebhook = (id: string): Promise<void> => send<void>("DELETE", at(id));

/** Has Fivetran send a test; how its receiver answered. */
export function testWebhook(id: string, event: string): Promise<WebhookTest> {
  return post<WebhookTest>(`${at(id)}/test`, { event });
}

/** Gives a webhook of this console another secret. */
export const renewWebhookSecret = (id: string): Promise<void> => post<void>(`${at(id)}/secret`, {});

const at = (id: string): string => `${PATH}/${encodeURIComponent(id)}`;
