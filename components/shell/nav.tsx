"use client";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { AccountBox } from "@/components/shell/account-box";
import { ApiBudget } from "@/components/shell/api-budget";
import { Logo } from "@/components/shell/logo";
import { ACCOUNT, ALERTS, CONNECTIONS, isAt, OVERVIEW, type Place } from "@/components/shell/places";
import { cx } from "@/components/ui/cx";
import { figure } from "@/lib/model/names";
import { accountStatus } from "@/lib/queries/account";

/** The column at the left: 208 px, folded to icons under 1180, gone on a phone, where the tab bar stands in. */
export function Nav() {
  const pathname = usePathname();
  const { data: status } = useQuery(accountStatus);
  const count = status?.poller.swept_at == null ? undefined : status.access.connections;
  const open = status?.alerts_open ?? 0;
  return (
    <nav
      aria-label="Main"
      className="sticky top-0 flex h-dvh flex-col folded:items-center gap-4 overflow-y-auto p-3 folded:px-2 max-sm:hidden"
    >
      <Link
        href="/"
        aria-label="Headgate"
        className="flex h-7 items-center gap-2 folded:px-0 px-2 font-semibold text-lg tracking-[-0.02em]"
      >
        <Logo />
        <span className="folded:hidden">Headgate</span>
      </Link>
      {status ? <AccountBox status={status} /> : null}
      <div className="grid gap-px">
        <NavLink place={OVERVIEW} pathname={pathname} />
        <NavLink
          place={CONNECTIONS}
          pathname={pathname}
          count={count === undefined ? undefined : figure(count)}
        />
        <NavLink place={ALERTS} pathname={pathname} count={open > 0 ? figure(open) : undefined} hot />
      </div>
      <div className="mt-auto grid gap-2">
        <NavLink place={ACCOUNT} pathname={pathname} />
        {status ? <ApiBudget quota={status.quota} /> : null}
      </div>
    </nav>
  );
}

function NavLink({
  place,
  pathname,
  count,
  hot = false,
}: {
  place: Place;
  pathname: string;
  count?: string | undefined;
  /** Whether the count is of what needs somebody. */
  hot?: boolean;
}) {
  const { href, label, icon: Icon } = place;
  return (
    <Link
      href={href}
      title={label}
      aria-label={count === undefined ? label : `${label}, ${count}`}
      aria-current={isAt(pathname, place) ? "page" : undefined}
      className="group flex folded:h-[34px] h-[30px] folded:w-9 items-center folded:justify-center gap-2.5 rounded-2 folded:px-0 px-2 font-medium text-ink-2 transition-colors duration-[var(--dur-1)] hover:bg-pressed hover:text-ink aria-[current]:bg-surface aria-[current]:text-ink aria-[current]:shadow-[0_0_0_1px_var(--line),var(--shadow-control)]"
    >
      <Icon aria-hidden="true" className="icon text-ink-3 group-aria-[current]:text-accent" />
      <span className="folded:hidden">{label}</span>
      {count === undefined ? null : (
        <span
          className={cx(
            "ml-auto folded:hidden text-2xs",
            hot
              ? "grid h-[18px] min-w-[18px] place-items-center rounded-full bg-broken-soft px-1 font-semibold text-broken-text"
              : "font-normal text-ink-3",
          )}
        >
          {count}
        </span>
      )}
    </Link>
  );
}
