"use client";
import { ArrowRight, ExternalLink } from "lucide-react";
import Link from "next/link";
import type { ReactNode, Ref } from "react";
import { ServiceMark } from "@/components/sync-status/service-mark";
import { Button, buttonClass } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-box";
import { Note } from "@/components/ui/note";
import { TypeMarks } from "@/components/wizard/type-marks";
import type { CatalogueEntry } from "@/lib/model/catalogue/catalogue-index";
import { featureNames } from "@/lib/model/catalogue/feature-names";
import { categoryName, isApiConfigurable, safeLink, statusName } from "@/lib/model/catalogue/type-words";
import { FIVETRAN_DASHBOARD } from "@/lib/model/fivetran-url";
import { countOf, listOf } from "@/lib/model/names";

/** What there is to know of the chosen type, and the way to begin. */
export function TypeDetail({
  ref,
  entry: { type, used },
  pending,
  onStart,
}: {
  ref: Ref<HTMLElement>;
  entry: CatalogueEntry;
  pending: boolean;
  onStart: () => void;
}) {
  const configurable = isApiConfigurable(type);
  const guide = safeLink(type.link_to_docs);
  const erd = safeLink(type.link_to_erd);
  const status = statusName(type.service_status);
  const can = featureNames(type.features);
  return (
    <aside
      ref={ref}
      tabIndex={-1}
      aria-label={type.name}
      className="grid content-start gap-3.5 rounded-3 border border-line bg-canvas p-4 outline-none max-sm:gap-2 max-sm:p-3 max-lg:sticky max-lg:bottom-[calc(var(--tabbar-h)+8px)] max-lg:shadow-pop lg:sticky lg:top-[calc(var(--topbar-h)+20px)]"
    >
      <div className="flex min-w-0 items-center gap-3">
        <span className="flex max-sm:hidden">
          <ServiceMark service={type.name} size="lg" />
        </span>
        <div className="flex min-w-0 flex-wrap items-baseline gap-x-2 sm:block">
          <h2 className="wrap-anywhere font-semibold text-lg">{type.name}</h2>
          <p className="flex min-w-0 items-center gap-1 text-ink-3 text-xs">
            <span className="mono truncate">{type.id}</span>
            <CopyButton text={type.id} label={`Copy ${type.id}`} className="-my-1" />
          </p>
        </div>
      </div>
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-ink-2 text-xs max-sm:hidden">
        {categoryName(type.type)}
        <TypeMarks type={type} />
      </p>
      {type.description ? <p className="text-ink-2 max-lg:hidden">{type.description}</p> : null}
      {status ? (
        <p className="text-ink-2 text-xs max-lg:hidden">
          {type.service_status === "sunset"
            ? "Fivetran is taking this type out of service. New connections of it may not last."
            : `Fivetran calls this type ${status.toLowerCase()}: it may change, and support is limited.`}
        </p>
      ) : null}
      {can.length > 0 ? (
        <p className="text-ink-3 text-xs max-lg:hidden">
          <b className="font-medium text-ink-2">Has</b> {listOf(can)}.
        </p>
      ) : null}
      {used > 0 ? (
        <p className="text-xs max-sm:hidden">
          Used here:{" "}
          <Link className="link" href={`/connections?q=${encodeURIComponent(`service:${type.id}`)}`}>
            {countOf(used, "connection")}
          </Link>
        </p>
      ) : null}
      <div className="flex flex-wrap gap-2">
        {configurable ? (
          <Button look="primary" pending={pending} onClick={onStart}>
            Set up {type.name}
            <ArrowRight aria-hidden="true" />
          </Button>
        ) : null}
        {guide ? <Outside href={guide}>Setup guide</Outside> : null}
        {erd ? <Outside href={erd}>ERD</Outside> : null}
        {configurable ? null : <Outside href={FIVETRAN_DASHBOARD}>Fivetran’s dashboard</Outside>}
      </div>
      {configurable ? null : (
        <Note tone="unknown">
          <b>Cannot be set up by API.</b> Fivetran takes connections of this type only in its own dashboard.
          Once created there, they appear here by themselves.
        </Note>
      )}
    </aside>
  );
}

function Outside({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a href={href} target="_blank" rel="noreferrer" className={buttonClass("secondary")}>
      {children}
      <ExternalLink aria-hidden="true" />
      <span className="sr-only"> (opens a new tab)</span>
    </a>
  );
}
