import Link from "next/link";
import { figure } from "@/lib/model/names";
import type { QuotaState } from "@/lib/model/snapshot";

const HINT = "Requests left in the rolling hour, shared with every other tool on the account";

/** The rest of the hour's API quota as a bar; says so while Fivetran has not told it yet. */
export function ApiBudget({ quota }: { quota: QuotaState }) {
  const { limit, remaining } = quota;
  const known = limit !== null && remaining !== null;
  return (
    <Link
      href="/account#quota"
      title={known ? HINT : "Fivetran has not told the quota yet"}
      className="grid folded:w-9 grid-cols-[1fr_auto] gap-x-2 gap-y-[5px] rounded-1 border-line border-t p-2 folded:px-1 text-2xs text-ink-3 leading-[14px] hover:text-ink-2"
    >
      <span className="folded:sr-only">API budget</span>
      <span className="folded:sr-only font-medium text-ink-2">
        {known ? figure(remaining) : "not told yet"}
      </span>
      <svg aria-hidden="true" className="col-span-2 block h-[3px] w-full rounded-full bg-pressed">
        <rect
          className="fill-accent"
          width={known ? `${(100 * remaining) / limit}%` : 0}
          height="100%"
          rx="1.5"
        />
      </svg>
    </Link>
  );
}
