"use client";
import { useInfiniteQuery } from "@tanstack/react-query";
import { RotateCcw } from "lucide-react";
import { MessageState } from "@/components/sync-status/message-state";
import { Button } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import { Panel } from "@/components/ui/panel";
import { Time } from "@/components/ui/time";
import { CHANNEL_WORDS } from "@/lib/model/alert/alert-channel";
import type { AlertDelivery } from "@/lib/model/alert/alert-delivery";
import { alertDeliveries, retryAlertDelivery } from "@/lib/queries/alerts";
import { messageOf } from "@/lib/queries/api-error";
import { useAlertAct } from "@/lib/queries/use-alert-act";

/** The messages that told of alerts, and what came of each. */
export function AlertMessagesPanel() {
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(alertDeliveries);
  const messages = data?.pages.flatMap(({ deliveries }) => deliveries) ?? [];
  if (messages.length === 0 && !error) return null;
  return (
    <Panel title="Messages" sub="newest first, kept 30 days">
      {error ? (
        <div className="p-3 sm:px-4">
          <Note tone="broken" role="alert">
            <b>The messages could not be read.</b> {messageOf(error)}
          </Note>
        </div>
      ) : null}
      <ul aria-label="Messages">
        {messages.map((message) => (
          <MessageLine key={message.id} message={message} />
        ))}
      </ul>
      {hasNextPage ? (
        <div className="border-line border-t px-3 py-2 sm:px-4">
          <Button size="sm" pending={isFetchingNextPage} onClick={() => fetchNextPage()}>
            Show older
          </Button>
        </div>
      ) : null}
    </Panel>
  );
}

function MessageLine({ message }: { message: AlertDelivery }) {
  const { id, title, channel_name, kind, made_at, state, next_at, answer } = message;
  const retry = useAlertAct({
    run: () => retryAlertDelivery(id),
    done: () => `Message sent again: ${title}`,
    failed: "Not sent again",
  });
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-1 border-line border-b px-3 py-2 last:border-b-0 sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto] sm:px-4">
      <div className="grid min-w-0">
        <span className="wrap-anywhere">{title}</span>
        <span className="wrap-anywhere text-ink-3 text-xs">
          {channel_name}, {CHANNEL_WORDS[kind]}, <Time at={made_at} every={10_000} copyable />
        </span>
      </div>
      <div className="grid min-w-0 max-sm:order-last max-sm:col-span-2">
        <MessageState message={message} />
        {state === "sent" || answer === null ? null : (
          <span className="wrap-anywhere text-ink-3 text-xs">
            {answer}
            {state === "pending" ? (
              <span className="block">
                Next attempt <Time at={next_at} every={1_000} />
              </span>
            ) : null}
          </span>
        )}
      </div>
      {state === "dead" ? (
        <Button
          size="sm"
          pending={retry.isPending}
          onClick={() => retry.mutate(undefined)}
          aria-label={`Send again: ${title}`}
        >
          <RotateCcw aria-hidden="true" />
          Send again
        </Button>
      ) : (
        <span />
      )}
    </li>
  );
}
