"use client";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { ACCOUNT, ALERTS, CONNECTIONS, isAt, OVERVIEW } from "@/components/shell/places";
import { cx } from "@/components/ui/cx";
import { accountSnapshot } from "@/lib/queries/account";
import { connectionDetail } from "@/lib/queries/connection";

const PAGES: Record<string, string> = { "/history": "History", "/schema": "Schema", "/setup": "Setup" };

/** Where the page lies; on a phone only its own name, which stands there for the page's title. */
export function Crumbs() {
  const pathname = usePathname();
  const fresh = /^\/connections\/new(\/|$)/.test(pathname);
  const card = pathname === "/connections/card-return";
  const [, id, page] =
    (!fresh && !card && /^\/connections\/([^/]+)(\/history|\/schema|\/setup)?$/.exec(pathname)) || [];
  const place = [OVERVIEW, CONNECTIONS, ALERTS, ACCOUNT].find((it) => isAt(pathname, it));
  const webhooks = pathname === "/account/webhooks";
  const name = webhooks ? (
    "Webhooks"
  ) : fresh ? (
    "New connection"
  ) : card ? (
    "Connect card"
  ) : id === undefined ? null : (
    <ConnectionName id={decodeURIComponent(id)} />
  );
  return (
    <nav aria-label="Breadcrumb" className="min-w-0 max-sm:flex-1">
      <ol className="flex min-w-0 items-center gap-2 whitespace-nowrap text-ink-3 max-sm:text-lg">
        {name && place ? <Above href={place.href}>{place.label}</Above> : null}
        {name && page ? <Above href={pathname.slice(0, -page.length)}>{name}</Above> : null}
        <li
          aria-current="page"
          className={cx(
            "min-w-0 truncate font-medium text-ink",
            name &&
              "before:mr-2 before:font-normal before:text-ink-off before:content-['/'] max-sm:before:content-none",
          )}
        >
          {page ? PAGES[page] : (name ?? place?.label ?? "Not found")}
        </li>
      </ol>
    </nav>
  );
}

function Above({ href, children }: { href: string; children: ReactNode }) {
  return (
    <li className="min-w-0 truncate not-first:before:mr-2 not-first:before:text-ink-off not-first:before:content-['/'] max-sm:hidden">
      <Link href={href} className="rounded-1 hover:text-ink">
        {children}
      </Link>
    </li>
  );
}

/** The name of the connection as soon as anything on the page has read it. */
function ConnectionName({ id }: { id: string }) {
  const { data: detail } = useQuery({ ...connectionDetail(id), enabled: false });
  const { data: listed } = useQuery({
    ...accountSnapshot,
    enabled: false,
    select: (snapshot) => snapshot.connections.find((row) => row.id === id)?.schema,
  });
  return <span className="mono">{detail?.row.schema ?? listed ?? id}</span>;
}
