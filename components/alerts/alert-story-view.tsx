"use client";
import { useQuery } from "@tanstack/react-query";
import { MessageState } from "@/components/sync-status/message-state";
import { Note } from "@/components/ui/note";
import { Loading, Skeleton } from "@/components/ui/skeleton";
import { Time } from "@/components/ui/time";
import { type AlertEvent, CONSOLE } from "@/lib/model/alert/alert";
import { CHANNEL_WORDS } from "@/lib/model/alert/alert-channel";
import { absoluteTime } from "@/lib/model/time";
import { alertStory } from "@/lib/queries/alerts";
import { messageOf } from "@/lib/queries/api-error";

const EVENTS: Record<AlertEvent["event"], string> = {
  opened: "Opened",
  acknowledged: "Acknowledged",
  muted: "Muted",
  unmuted: "No longer muted",
  recovered: "Over",
};

/** What happened to an alert, and the messages that told of it. */
export function AlertStoryView({ id }: { id: string }) {
  const { data: story, error } = useQuery(alertStory(id));
  if (error)
    return (
      <div className="px-3 pb-3 sm:px-4">
        <Note tone="broken" role="alert">
          <b>What happened could not be read.</b> {messageOf(error)}
        </Note>
      </div>
    );
  if (!story)
    return (
      <div className="px-3 pb-3 sm:px-4">
        <Loading label="Loading what happened">
          <Skeleton className="h-12 rounded-2" />
        </Loading>
      </div>
    );
  return (
    <div className="grid gap-3 bg-sunken px-3 py-3 text-xs sm:grid-cols-2 sm:px-4 sm:pl-10">
      <ol aria-label="What happened" className="grid content-start gap-1.5">
        {story.events.map((event) => (
          <li key={`${event.at} ${event.event}`} className="wrap-anywhere">
            <Time at={event.at} form="absolute" className="text-ink-3" /> <b>{EVENTS[event.event]}</b>
            <span className="text-ink-2">
              {event.actor === CONSOLE ? "" : ` by ${event.actor}`}
              {detailOf(event)}
            </span>
          </li>
        ))}
      </ol>
      {story.deliveries.length === 0 ? (
        <p className="text-ink-3">No message told of it.</p>
      ) : (
        <ul aria-label="Messages" className="grid content-start gap-1.5">
          {story.deliveries.map((delivery) => (
            <li key={delivery.id} className="wrap-anywhere flex flex-wrap items-center gap-x-2">
              <MessageState message={delivery} />
              <span className="text-ink-2">
                {delivery.title} <span className="text-ink-3">to {delivery.channel_name}</span>
                {CHANNEL_WORDS[delivery.kind] === delivery.channel_name ? null : (
                  <span className="text-ink-3">, {CHANNEL_WORDS[delivery.kind]}</span>
                )}
                {delivery.state === "sent" || delivery.answer === null ? "" : `. ${delivery.answer}`}
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function detailOf({ event, detail, at }: AlertEvent): string {
  if (detail === null) return "";
  return event === "muted" ? ` until ${absoluteTime(Number(detail), at)}` : `. ${detail}`;
}
