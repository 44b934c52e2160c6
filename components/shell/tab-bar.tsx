"use client";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { ACCOUNT, ALERTS, CONNECTIONS, isAt, NEW, OVERVIEW } from "@/components/shell/places";

/** The way around on a phone. */
export function TabBar() {
  const pathname = usePathname();
  const here = [NEW, OVERVIEW, CONNECTIONS, ALERTS, ACCOUNT].find((place) => isAt(pathname, place));
  return (
    <nav
      aria-label="Main, small screen"
      className="fixed inset-x-0 bottom-0 z-30 grid h-tabbar grid-cols-5 border-line border-t bg-raised sm:hidden"
    >
      {[OVERVIEW, CONNECTIONS, NEW, ALERTS, ACCOUNT].map((place) => (
        <Link
          key={place.href}
          href={place.href}
          aria-current={place === here ? "page" : undefined}
          className="grid content-center justify-items-center gap-[3px] text-2xs text-ink-3 leading-[13px] focus-visible:-outline-offset-2 aria-[current]:font-medium aria-[current]:text-accent-text"
        >
          <place.icon aria-hidden="true" className="size-5 [stroke-width:1.75]" />
          {place.label}
        </Link>
      ))}
    </nav>
  );
}
