"use client";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { CircleCheck, CircleQuestionMark, OctagonX } from "lucide-react";
import Link from "next/link";
import { Button } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import { Panel } from "@/components/ui/panel";
import { Time } from "@/components/ui/time";
import { countOf } from "@/lib/model/names";
import type { Refusal, WebhookDelivery, WebhookList, WebhookRefusal } from "@/lib/model/webhook-console";
import { accountSnapshot } from "@/lib/queries/account";
import { messageOf } from "@/lib/queries/api-error";
import { webhookTraffic } from "@/lib/queries/webhooks";

const REASONS: Record<Refusal, string> = {
  unsigned: "not signed",
  signature: "the signature does not fit",
  too_large: "larger than 256 KB",
  unreadable: "no event in JSON",
};

/** What came to this console, and what it turned away. */
export function DeliveriesPanel({ list }: { list: WebhookList }) {
  const traffic = useInfiniteQuery(webhookTraffic);
  const pages = traffic.data?.pages ?? [];
  const deliveries = pages.flatMap((page) => page.deliveries);
  const refusals = pages[0]?.refusals ?? [];
  const none = deliveries.length === 0 && refusals.length === 0;
  const here = list.hooks.some(({ own }) => own !== null) || list.others.length > 0;
  if (none && !here && !traffic.error) return null;
  return (
    <Panel title="Deliveries" sub="newest first, kept 30 days">
      {traffic.error ? (
        <div className="p-3 sm:px-4">
          <Note tone="broken" role="alert">
            <b>The deliveries could not be read.</b> {messageOf(traffic.error)}
          </Note>
        </div>
      ) : null}
      {refusals.length > 0 ? <Refusals refusals={refusals} /> : null}
      {deliveries.length === 0 ? (
        <p className="px-3 py-3 text-ink-2 sm:px-4">Nothing was delivered yet.</p>
      ) : (
        <table className="w-full table-fixed" aria-label="Deliveries">
          <thead className="max-sm:sr-only">
            <tr className="h-[30px] border-line border-b bg-sunken text-left text-2xs text-ink-3 [&>th]:px-2 [&>th]:font-medium">
              <th scope="col" className="w-[22%] pl-4!">
                Received
              </th>
              <th scope="col" className="w-[24%]">
                Event
              </th>
              <th scope="col">Connection</th>
              <th scope="col" className="w-[26%] pr-4!">
                What came of it
              </th>
            </tr>
          </thead>
          <tbody>
            {deliveries.map((delivery) => (
              <DeliveryLine key={delivery.id} delivery={delivery} />
            ))}
          </tbody>
        </table>
      )}
      {traffic.hasNextPage ? (
        <div className="border-line border-t px-3 py-2 sm:px-4">
          <Button size="sm" pending={traffic.isFetchingNextPage} onClick={() => traffic.fetchNextPage()}>
            Show older
          </Button>
        </div>
      ) : null}
    </Panel>
  );
}

function Refusals({ refusals }: { refusals: readonly WebhookRefusal[] }) {
  return (
    <ul aria-label="Turned away" className="grid gap-1 border-line border-b px-3 py-2 text-xs sm:px-4">
      {refusals.map((refusal) => (
        <li
          key={`${refusal.hook} ${refusal.hour} ${refusal.reason}`}
          className="flex flex-wrap items-center gap-x-2"
        >
          <OctagonX aria-hidden="true" className="icon-st text-broken-fill" />
          <span className="font-medium text-broken-text">
            {countOf(refusal.count, "delivery", "deliveries")} turned away
          </span>
          <span className="text-ink-2">
            {REASONS[refusal.reason]}, {refusal.count > 1 ? "last " : ""}
            <Time at={refusal.last_at} form="absolute" />
          </span>
        </li>
      ))}
    </ul>
  );
}

function DeliveryLine({ delivery }: { delivery: WebhookDelivery }) {
  const { connection_id, event, outcome, repeats, old_secret } = delivery;
  const { data: name } = useQuery({
    ...accountSnapshot,
    select: ({ connections }) => connections.find(({ id }) => id === connection_id)?.schema ?? null,
  });
  return (
    <tr className="h-row border-line border-b align-middle last:border-b-0 max-sm:grid max-sm:grid-cols-2 max-sm:gap-x-2 max-sm:px-3 max-sm:py-1.5 [&>td]:px-2 max-sm:[&>td]:px-0">
      <td className="pl-4! text-ink-3 text-xs max-sm:order-2 max-sm:pl-0! max-sm:text-right">
        <Time at={delivery.received_at} every={1_000} copyable />
      </td>
      <td className="wrap-anywhere max-sm:order-1">
        <span className="mono">{event}</span>
      </td>
      <td className="wrap-anywhere max-sm:order-3">
        {connection_id === null ? (
          <span className="text-ink-3">none</span>
        ) : (
          <Link href={`/connections/${encodeURIComponent(connection_id)}`} className="mono link">
            {name ?? connection_id}
          </Link>
        )}
      </td>
      <td className="wrap-anywhere pr-4! text-ink-2 text-xs max-sm:order-4 max-sm:pr-0! max-sm:text-right">
        {repeats > 0 ? (
          <CircleQuestionMark aria-hidden="true" className="icon-sm mr-1 inline text-ink-3" />
        ) : (
          <CircleCheck aria-hidden="true" className="icon-sm mr-1 inline text-healthy-fill" />
        )}
        {[outcome ?? "Stored", repeats > 0 ? `came ${repeats + 1} times` : "", old_secret ? "old secret" : ""]
          .filter(Boolean)
          .join(", ")}
      </td>
    </tr>
  );
}
