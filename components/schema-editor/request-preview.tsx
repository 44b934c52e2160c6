"use client";
import { ChevronRight } from "lucide-react";
import { useMemo, useState } from "react";
import { CopyButton } from "@/components/ui/copy-box";
import { countOf, figure } from "@/lib/model/names";
import type { PlannedRequest } from "@/lib/model/schema/schema-answers";

/** A body longer than this is shown in part; copying takes all of it. */
const SHOWN = 6_000;

/** What would be sent to Fivetran, to the letter. */
export function RequestPreview({ requests }: { requests: readonly PlannedRequest[] }) {
  const [open, setOpen] = useState(false);
  const bytes = useMemo(
    () => requests.reduce((sum, { body }) => sum + new TextEncoder().encode(body).length, 0),
    [requests],
  );
  const methods = [...new Set(requests.map(({ method }) => method))].join(", ");
  return (
    <section aria-label="Request" className="grid gap-1.5">
      <h3 className="flex items-center">
        <button
          type="button"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
          className="inline-flex min-h-6 items-center gap-1.5 rounded-1 font-medium"
        >
          <ChevronRight aria-hidden="true" className={`icon-sm text-ink-3 ${open ? "rotate-90" : ""}`} />
          {requests.length === 1 ? "Request" : "Requests"}
        </button>
        <span className="ml-auto text-ink-3 text-xs">
          {figure(requests.length)} {methods}, {countOf(bytes, "byte")}
        </span>
      </h3>
      {open
        ? requests.map((request, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: requests have an order and nothing else
            <Request key={at} request={request} />
          ))
        : null}
    </section>
  );
}

function Request({ request: { method, path, body } }: { request: PlannedRequest }) {
  const pretty = useMemo(() => prettyJson(body), [body]);
  return (
    <div className="relative">
      <pre
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls has to be reached by keyboard
        tabIndex={0}
        aria-label={`${method} /v1${path}`}
        className="max-h-96 overflow-auto rounded-2 border border-line bg-sunken p-2.5 pr-9 text-2xs text-ink-2 leading-4 focus-visible:-outline-offset-2"
      >
        <b className="font-semibold text-accent-text">{method}</b> /v1{path}
        {"\n"}
        {pretty.slice(0, SHOWN)}
        {pretty.length > SHOWN ? `\n… and ${figure(pretty.length - SHOWN)} more characters` : ""}
      </pre>
      <CopyButton text={pretty} label="Copy the body" className="absolute top-1.5 right-1.5 bg-sunken" />
    </div>
  );
}

function prettyJson(body: string): string {
  return body === "" ? "" : JSON.stringify(JSON.parse(body), null, 2);
}
