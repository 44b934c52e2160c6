import Link from "next/link";
import { hostOf, markOf } from "@/lib/model/names";
import type { AccountStatus } from "@/lib/model/snapshot";

/** Whose account this is and which API answers for it. */
export function AccountBox({ status }: { status: AccountStatus }) {
  const name = status.account?.name ?? status.account?.id ?? "No account yet";
  const host = status.upstream.notice ? status.upstream.name : hostOf(status.upstream.url);
  return (
    <Link
      href="/account"
      aria-label={`Account ${name}, upstream ${host}`}
      title={`${name}, ${status.upstream.url}`}
      className="flex items-center gap-2 rounded-2 border border-line bg-surface folded:p-1 px-2 py-1.5 shadow-control hover:border-line-strong"
    >
      <span
        aria-hidden="true"
        className="grid size-6 shrink-0 place-items-center rounded-1 bg-accent-soft font-semibold text-2xs text-accent-text"
      >
        {markOf(status.account ? name : "")}
      </span>
      <span className="grid folded:hidden min-w-0 leading-[15px]">
        <span className="truncate font-medium text-xs">{name}</span>
        <span className="truncate text-2xs text-ink-3">{host}</span>
      </span>
    </Link>
  );
}
