import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import type { Acknowledgement } from "@/lib/model/alert/acknowledgement";
import type { AlertList, AlertStory } from "@/lib/model/alert/alert";
import type { AlertChannel, ChannelTest, NewAlertChannel } from "@/lib/model/alert/alert-channel";
import type { AlertDeliveryList } from "@/lib/model/alert/alert-delivery";
import type { AlertRule, StoredAlertRule } from "@/lib/model/alert/alert-rule";
import { get, post, send } from "@/lib/queries/fetcher";

/** The server tells of all of these by this name. */
export const ALERTS = "alerts";
/** Every key of what is shown of alerts. */
export const alertsKey = ["setting", ALERTS] as const;

/** The alerts that are open, and those that ended last. */
export const alertList = queryOptions({
  queryKey: [...alertsKey, "list"],
  queryFn: ({ signal }) => get<AlertList>("/api/alerts", signal),
  staleTime: 30_000,
});

/** What happened to one alert, and which messages told of it. */
export function alertStory(id: string) {
  return queryOptions({
    queryKey: [...alertsKey, "story", id],
    queryFn: ({ signal }) => get<AlertStory>(`/api/alerts/${encodeURIComponent(id)}`, signal),
    staleTime: 30_000,
  });
}

/** The rules, oldest first. */
export const alertRules = queryOptions({
  queryKey: [...alertsKey, "rules"],
  queryFn: ({ signal }) => get<StoredAlertRule[]>("/api/alert-rules", signal),
  staleTime: 30_000,
});

/** The channels, oldest first. */
export const alertChannels = queryOptions({
  queryKey: [...alertsKey, "channels"],
  queryFn: ({ signal }) => get<AlertChannel[]>("/api/alert-channels", signal),
  staleTime: 30_000,
});

/** Messages that told of alerts, newest first, page by page. */
export const alertDeliveries = infiniteQueryOptions({
  queryKey: [...alertsKey, "deliveries"],
  queryFn: ({ signal, pageParam }) =>
    get<AlertDeliveryList>(
      `/api/alert-deliveries${pageParam === null ? "" : `?before=${encodeURIComponent(pageParam)}`}`,
      signal,
    ),
  initialPageParam: null as string | null,
  getNextPageParam: ({ deliveries, more }) => (more ? (deliveries.at(-1)?.id ?? null) : null),
  staleTime: 30_000,
});

/** @throws ApiError, with `field` where it is about one */
export const saveAlertRule = (version: number, rule: AlertRule): Promise<void> =>
  send<void>("PUT", "/api/alert-rules", { version, rule });

export const deleteAlertRule = ({ id, version }: { id: string; version: number }): Promise<void> =>
  send<void>("DELETE", `/api/alert-rules/${encodeURIComponent(id)}`, { version });

/** `secret` null keeps the one that is there. @throws ApiError, with `field` where it is about one */
export const saveAlertChannel = (
  version: number,
  channel: NewAlertChannel,
  secret: string | null,
): Promise<void> => send<void>("PUT", "/api/alert-channels", { version, channel, secret });

export const deleteAlertChannel = ({ id, version }: { id: string; version: number }): Promise<void> =>
  send<void>("DELETE", `/api/alert-channels/${encodeURIComponent(id)}`, { version });

/** Sends a test by a channel; how it was answered. */
export const testAlertChannel = (id: string): Promise<ChannelTest> =>
  post<ChannelTest>(`/api/alert-channels/${encodeURIComponent(id)}/test`, {});

/** Sends a message that was given up once more. */
export const retryAlertDelivery = (id: string): Promise<void> =>
  post<void>(`/api/alert-deliveries/${encodeURIComponent(id)}/retry`, {});

/** Acknowledges an alert, or mutes it until a time; null ends the mute. */
export const changeAlert = (
  id: string,
  change: { acknowledged: true } | { muted_until: number | null },
): Promise<void> => send<void>("PATCH", `/api/alerts/${encodeURIComponent(id)}`, change);

/** Acknowledges several alerts at once; what became of each. */
export const acknowledgeAlerts = (ids: readonly string[]): Promise<Acknowledgement[]> =>
  send<Acknowledgement[]>("PATCH", "/api/alerts", { acknowledged: true, ids });
